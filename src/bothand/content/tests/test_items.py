import re
from collections import Counter
from itertools import combinations

import msgspec
import pytest

from bothand.content import items as module
from bothand.content.items import find_item, items_for, load_bank
from bothand.content.loader import ContentError, parse_toml, read_text
from bothand.content.tests.reader import NEGATIONS, complaints, grade, overlap, words_of
from bothand.relationship import FACETS

ITEMS = load_bank().items
# "no" is a thing one says here ("a no", "said no"); every other negation beside "not at all" would be a double one.
NEGATED = NEGATIONS - {"no"}
BLAME = re.compile(
    r"\{name\} (?:always|refused|forced|ignored|blamed|made me|let me down|lied|shouted|controlled|pushed)"
)


def wordings(one):
    return [text for text in (one.text, one.alone) if text]


def test_it_has_at_least_104_items_and_ten_or_more_a_facet_to_ask_weekly():
    weekly = Counter(one.facet for one in ITEMS if not one.checkup_only)
    assert len(ITEMS) >= 104
    assert all(weekly[one.id] >= 10 for one in FACETS)


def test_it_turns_about_half_of_each_facet_s_weekly_items_the_other_way():
    for one in FACETS:
        keys = [each.key for each in ITEMS if each.facet == one.id and not each.checkup_only]
        assert 0.4 <= keys.count(-1) / len(keys) <= 0.6, one.id


def test_it_has_five_items_or_more_for_each_mark_because_patterns_are_told_from_five():
    seen = Counter(mark for one in ITEMS for mark in one.marks)
    assert set(seen) == {"C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "I1", "I2", "I3"}
    assert min(seen.values()) >= 5


def test_it_has_both_directions_where_a_mark_of_codependence_is_seen():
    for mark in ("C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7"):
        assert {one.key for one in ITEMS if mark in one.marks} == {1, -1}, mark


def test_it_keeps_c7_and_i_items_for_the_check_up():
    assert not [
        one.id
        for one in items_for(has_partner=True, checkup=False)
        if {"C7", "I1", "I2", "I3"} & set(one.marks)
    ]
    assert len(items_for(has_partner=True, checkup=True)) == len(ITEMS)


def test_it_can_ask_somebody_alone_about_every_facet():
    alone = Counter(one.facet for one in items_for(has_partner=False, checkup=False))
    assert all(alone[one.id] >= 10 for one in FACETS)
    assert all(one.wording(None) for one in items_for(has_partner=False, checkup=True))


def test_it_gives_no_wording_where_an_item_cannot_be_asked_alone():
    assert find_item("C7-02").wording(None) is None


def test_it_keys_answers_upward_and_refuses_others():
    assert find_item("F1-01").keyed(5) == 5
    assert find_item("F1-07").keyed(5) == 1
    for answer in (0, 6):
        with pytest.raises(ValueError, match="1 to 5"):
            find_item("F1-01").keyed(answer)


def test_it_knows_no_other_id():
    with pytest.raises(KeyError):
        find_item("F11-01")


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: one.id)
def test_an_item_passes_the_checklist(one):
    for text in wordings(one):
        words = words_of(text)
        assert 5 <= len(words) <= 16
        assert text.endswith(".")
        assert text.count(".") == 1
        assert {"i", "my", "me", "we", "our", "us", "mine"} & set(words)
        assert not NEGATED & set(words)
        assert "no" not in words or re.search(r"\b(?:said no|a no)\b", text)
        assert not complaints(text)
        assert not BLAME.search(text)
        assert grade(text) <= 7
        assert "{" not in text.replace("{name}", "")


def test_no_two_items_of_a_facet_share_more_than_half_of_their_content_words():
    too_near = [
        (a.id, b.id)
        for a, b in combinations(ITEMS, 2)
        if a.facet == b.facet
        and max(overlap(a.text, b.text), overlap(a.alone or a.text, b.alone or b.text)) > 0.5
    ]
    assert too_near == []


def test_no_two_items_of_the_bank_read_the_same():
    texts = [text for one in ITEMS for text in wordings(one)]
    assert len(texts) == len(set(texts))


def test_it_has_one_ideal_a_facet_with_the_same_answers_and_a_wording_alone():
    assert [one.facet for one in load_bank().ideals] == [one.id for one in FACETS]
    for one in load_bank().ideals:
        assert "{" not in one.wording("Sam") + one.wording(None)
        assert "between us" not in one.wording(None)
        assert grade(one.text) <= 7
        assert not complaints(one.text)


def test_it_asks_three_fear_questions_apart_from_the_items():
    fear = load_bank().fear
    assert fear.answers == ("never", "rarely", "sometimes", "often")
    assert [one.id for one in fear.questions] == ["fear-no", "fear-disagree", "fear-home"]
    assert not [one.id for one in ITEMS if "afraid to" in one.text]


GOOD = {"id": "F1-01", "facet": "F1", "key": 1, "text": "I said it."}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"key": 2}, "Invalid enum value 2"),
        ({"id": "F2-01"}, "id is FACET-NN"),
        ({"marks": ["C8"]}, "a mark is one of"),
        ({"id": "C7-01", "facet": None}, "without a facet"),
        ({"text": "I told {name}."}, "needs one"),
        ({"alone": "I told it."}, "has a twin"),
        ({"checkup_only": True}, "and only those, wait"),
        ({"marks": ["I1"]}, "and only those, wait"),
        ({"text": "I told {who}."}, "only place"),
        ({"extra": 1}, "unknown field `extra`"),
    ],
)
def test_it_refuses_an_item_that_is_not_as_described(change, said):
    with pytest.raises(msgspec.ValidationError, match=said):
        msgspec.convert(GOOD | change, module.Item)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"F6-02"', '"F6-01"', "twice: F6-01"),
        ('facet = "F10"\ntitle', 'facet = "F9"\ntitle', "one ideal for each"),
        ('"rarely", ', "", "three fear questions"),
    ],
)
def test_it_refuses_a_bank_that_is_not_whole(monkeypatch, old, new, said):
    source = read_text("en", "items.toml")
    assert old in source
    monkeypatch.setattr(
        module, "read_toml", lambda _language, _name, kind: parse_toml("f", source.replace(old, new, 1), kind)
    )
    with pytest.raises(ContentError, match=said):
        load_bank.__wrapped__("en")
