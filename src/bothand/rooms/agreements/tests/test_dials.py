"""Own dials beside own answers: said to their owner alone, and only where the matter names the part of life."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.domain.dials import Dial, Dials
from bothand.domain.needs import Need, Needs
from bothand.rooms.agreements.ratings.present import compare_dial
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.tests.walks import begun, rate
from bothand.vault import table

SAID = "On your dial for this part of life you wished for"
SATISFIED = [[3, 2, 4], [4, 3]]


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def answers(*, weights=(2, 2), ratings=((0, 3, 4), (2, 3))):
    return Answers(now=(0, 0), weights=weights, ratings=ratings, never=(-1, -1), secret=b"s" * 32)


def read(matter, client, name="found"):
    return re.sub(r"\s+", " ", client.get(matter.path(name)).content.decode())


def bare(matter, client):
    """Every page about a matter, without what differs each time."""
    return [
        re.sub(r"[0-9a-zA-Z]{32,}", "", read(matter, client, name))
        for name in ("matter", "words", "options", "now", "rate", "found")
    ]


@pytest.mark.parametrize(
    ("dial", "given", "said"),
    [
        (
            Dial("time", 4, 1),
            answers(weights=(1, 1)),
            "more of it as your own. Here you answered that this hardly",
        ),
        (
            Dial("time", 1, 3),
            answers(weights=(1, 1)),
            "more of it shared. Here you answered that this hardly",
        ),
        (
            Dial("time", 1, 5),
            answers(ratings=((3, 4, 0), (4, 4))),
            "Here you answered that how things are now is good for you.",
        ),
    ],
)
def test_a_wish_far_from_how_it_is_stands_beside_answers_that_say_otherwise(dial, given, said):
    assert said in compare_dial(given, dial)


@pytest.mark.parametrize(
    ("dial", "given"),
    [
        (None, answers(weights=(1, 1))),
        (Dial("time", 3, 4), answers(weights=(1, 1))),
        (Dial("time", 0, 5), answers(weights=(1, 1))),
        (Dial("time", 5, 0), answers(weights=(1, 1))),
        (Dial("time", 1, 5), answers(weights=(1, 2))),
        (Dial("time", 1, 5), answers(ratings=((3, 4, 0), (2, 4)))),
    ],
)
def test_what_does_not_contradict_is_not_said(dial, given):
    assert compare_dial(given, dial) == ""


def test_my_dial_is_said_to_me_alone_and_lies_nowhere_else(couple):
    noa, sam = couple
    matter = begun(noa, sam, area="time")
    before, rows = bare(matter, sam.client), table.all_rows(sam.ours.id)
    noa.mine.add(Dials(set=(Dial("money", 5, 1), Dial("time", 1, 4))))
    rate(matter, matter.noa, SATISFIED)
    for name in ("found", "rate"):
        assert f"{SAID} more of it shared" in read(matter, matter.noa, name)
    assert SAID not in matter.noa.get(reverse("agreements_list")).content.decode()
    assert bare(matter, sam.client) == before
    assert table.all_rows(sam.ours.id) == rows
    rate(matter, matter.sam, SATISFIED)
    for name in ("found", "rate", "matter"):
        assert SAID not in read(matter, matter.sam, name)


def test_the_other_s_dial_says_nothing_about_mine(couple):
    noa, sam = couple
    matter = begun(noa, sam, area="time")
    sam.mine.add(Dials(set=(Dial("time", 1, 5),)))
    rate(matter, matter.noa, SATISFIED)
    assert SAID not in read(matter, matter.noa)


@pytest.mark.parametrize("area", ["", "money"])
def test_a_dial_of_another_part_of_life_has_no_say(area, couple):
    noa, sam = couple
    matter = begun(noa, sam, area=area)
    noa.mine.add(Dials(set=(Dial("time", 1, 5),)))
    rate(matter, matter.noa, SATISFIED)
    assert SAID not in read(matter, matter.noa)


@pytest.mark.parametrize("name", ["rate", "found"])
def test_what_stands_in_mine_is_read_once_for_lines_dials_needs_and_answers(name, couple):
    noa, sam = couple
    asked = []
    for area in ("", "time"):
        meeting_place.PLACE.clear()
        matter = begun(noa, sam, area=area, number="ab" if area else "cd")
        rate(matter, matter.noa, SATISFIED)
        if area:
            noa.mine.add(Dials(set=(Dial("time", 1, 4),)))
            noa.mine.add(Needs(held=(Need(id=b"n" * 16, words="quiet", area="time"),)))
        matter.noa.get(matter.path(name))
        with CaptureQueriesContext(connection) as queries:
            matter.noa.get(matter.path(name))
        asked.append([one["sql"] for one in queries])
    assert len(asked[1]) == len(asked[0])
    # Three of documents in *ours* (the matter, what was said of it, results), one in *mine*, and one look for the dot.
    assert len([one for one in asked[1] if "vault_document" in one]) == 5


def test_the_area_comes_from_the_room_that_handed_over(couple):
    noa, _sam = couple
    given = {"handed_text": "a", "handed_area": "money"}
    page = noa.client.post(reverse("agreements_new"), given).content.decode()
    assert re.findall(r'name="area" value="(\w*)"[^>]* checked', page) == ["money"]


def test_a_part_of_life_of_which_nothing_is_agreed_is_none(couple):
    noa, _sam = couple
    given = {"handed_text": "a", "handed_area": "intimacy"}
    page = noa.client.post(reverse("agreements_new"), given).content.decode()
    assert re.findall(r'name="area" value="(\w*)"[^>]* checked', page) == []
    bad = {"title": "a", "starter": "", "area": "intimacy", "id": "cd" * 16}
    assert noa.client.post(reverse("agreements_new"), bad).status_code == 422
