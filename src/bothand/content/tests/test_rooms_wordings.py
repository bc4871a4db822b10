import re
from collections import Counter
from itertools import combinations

import pytest

from bothand.content import ground as ground_module
from bothand.content.boundaries import boundary_examples
from bothand.content.ground import load_dials, load_reliance, value_cards
from bothand.content.loader import ContentError, parse_toml, read_text
from bothand.content.openers import MOMENTS, load_openers
from bothand.content.tests.reader import complaints, grade, overlap, words_of
from bothand.relationship import SHARED_AREAS, BoundaryKind

AREAS = {one.name for one in SHARED_AREAS}


def test_it_has_forty_boundaries_or_more_over_all_kinds_and_areas():
    kinds = Counter(one.kind for one in boundary_examples())
    areas = Counter(one.area for one in boundary_examples())
    assert len(boundary_examples()) >= 40
    assert set(kinds) == set(BoundaryKind)
    assert min(kinds.values()) >= 10
    assert set(areas) == AREAS
    assert min(areas.values()) >= 3


@pytest.mark.parametrize("one", boundary_examples(), ids=lambda one: one.id)
def test_a_boundary_is_about_its_owner(one):
    assert re.fullmatch(r"When .+, I will .+\.", one.text)
    assert not {"you", "your", "partner"} & set(words_of(one.text))
    assert "{" not in one.text
    assert not complaints(one.text)
    assert grade(one.text) <= 7


def test_no_boundary_is_another_s_rewording():
    near = [(a.id, b.id) for a, b in combinations(boundary_examples(), 2) if overlap(a.text, b.text) > 0.6]
    assert near == []


def test_it_has_fifty_value_cards_or_more_each_with_a_line_of_its_own():
    cards = value_cards()
    assert len(cards) >= 50
    assert len({one.line for one in cards}) == len(cards)
    assert all(len(words_of(one.line)) <= 12 for one in cards)
    assert not [one.id for one in cards if complaints(one.name + " " + one.line)]


def test_it_has_a_dial_for_each_area_in_the_order_of_the_model():
    assert [one.area for one in load_dials().dials] == [one.name for one in SHARED_AREAS]
    assert not [one.area for one in load_dials().dials if complaints(one.mine + " " + one.ours)]


def test_it_refuses_dials_in_another_order(monkeypatch):
    source = read_text("en", "dials.toml").replace('area = "money"', 'area = "home"', 1)
    monkeypatch.setattr(
        ground_module, "read_toml", lambda _language, _name, kind: parse_toml("f", source, kind)
    )
    with pytest.raises(ContentError, match="in its order"):
        load_dials.__wrapped__("en")


def test_it_opens_reliance_with_and_without_a_partner():
    assert "Sam" in load_reliance().opening("Sam")
    assert "{" not in load_reliance().opening(None)
    assert {one.area for one in load_reliance().cards} == AREAS
    assert len({one.text for one in load_reliance().cards}) == len(load_reliance().cards) >= 20


def test_it_has_openers_for_every_moment_of_a_talk():
    assert {one.moment for one in load_openers()} == set(MOMENTS)
    assert all(count >= 3 for count in Counter(one.moment for one in load_openers()).values())


@pytest.mark.parametrize("one", load_openers(), ids=lambda one: one.id)
def test_an_opener_is_gentle_and_plain(one):
    assert not complaints(one.text)
    assert not re.search(r"\byou (?:always|never|made|make)\b", one.text.lower())
    assert grade(one.text) <= 7
