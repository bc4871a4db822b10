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
# "no" is a thing one says here ("a no", "said no", "to say no"); every other negation beside "not at all" would be a double one.
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


OPENINGS = re.compile(r"^(?:When|While|After|Before|In an?|The time|The hours)\b")
"""How a sentence begins that speaks of something as if it had happened."""
REVIEWED = {
    *("F1-01", "F1-02", "F1-03", "F1-04", "F2-04", "F2-06", "F2-14", "F3-01", "F3-04", "F3-19"),
    *("F4-01", "F4-02", "F4-03", "F4-05", "F4-06", "F4-08", "F4-10"),
    *("F5-03", "F5-04", "F5-16", "F5-17", "F5-18"),
    *("F6-01", "F6-03", "F6-04", "F6-09", "F6-10", "F6-12", "F6-13", "F6-17", "F6-18"),
    *(
        "F7-01",
        "F7-02",
        "F7-03",
        "F7-04",
        "F7-07",
        "F7-08",
        "F7-09",
        "F7-11",
        "F7-14",
        "F7-15",
        "F7-16",
        "F7-19",
    ),
    *("F8-03", "F9-01", "F9-05", "F10-05"),
}
"""Every item that an editor found to ask about something that may not have happened."""
LIMIT_SAID = {"saying no", "setting a limit", "asking for something to stop"}


def test_it_marks_every_item_about_something_that_may_not_have_happened():
    assert {one.id for one in ITEMS if one.presupposes} == REVIEWED
    unmarked = [one.id for one in ITEMS if OPENINGS.match(one.text) and not one.presupposes]
    assert unmarked == []


def test_it_has_three_items_or_more_a_facet_that_can_be_answered_in_any_week():
    anytime = Counter(one.facet for one in ITEMS if not one.checkup_only and not one.presupposes)
    assert min(anytime[one.id] for one in FACETS) >= 3
    for one in FACETS:
        keys = {each.key for each in ITEMS if each.facet == one.id and not each.presupposes}
        assert keys == {1, -1}, one.id


def test_it_counts_a_limit_as_pushed_aside_only_where_one_was_said():
    assert {one.presupposes for one in ITEMS if "C6" in one.marks} <= LIMIT_SAID


def test_it_asks_about_uneven_ground_as_things_stand():
    ground = [one for one in ITEMS if one.facet is None]
    for one in ground:
        assert not {"was", "were", "had", "felt", "week"} & set(words_of(one.text)), one.text
    assert "seven days" in load_bank().lead
    assert "seven days" not in load_bank().standing_lead


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
        assert "no" not in words or re.search(r"\b(?:said no|say no|a no)\b", text)
        assert not complaints(text)
        assert not BLAME.search(text)
        assert grade(text) <= 7
        assert "{" not in text.replace("{name}", "")


FIGURES = (
    "one hand",
    "for one",
    "something to excuse",
    "guests",
    "grudge",
    "cool day",
    "fresh eyes",
    "fall flat",
)
"""Figures of speech and riddles that were in it once."""
TRAPS = {"F3-14", "F3-16", "F6-05", "F7-13"}
"""A mood got over alone, a worry worked through alone, a limit of the other's held to, a grudge that did not come up."""


def test_no_riddle_and_no_trap_is_in_it():
    said = [text.lower() for one in ITEMS for text in wordings(one)]
    assert [text for text in said if any(figure in text for figure in FIGURES)] == []
    assert TRAPS.isdisjoint(one.id for one in ITEMS)


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


def test_an_ideal_holds_one_idea():
    for one in load_bank().ideals:
        for text in (one.text, one.alone or one.text):
            assert " and " not in text.replace("{name} and I", "")
            assert "," not in text.replace(", {name} and I", "")


def test_it_says_below_leaning_time_apart_and_sharing_that_people_differ():
    noted = {one.facet: one.note for one in load_bank().ideals if one.note}
    assert set(noted) == {"F3", "F4", "F10"}
    for note in noted.values():
        assert note.startswith("Some people")


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
        ({"marks": ["I1"]}, "wait for the check-up"),
        (
            {"id": "C7-01", "facet": None, "marks": ["C7"], "checkup_only": True, "presupposes": "a house"},
            "how things",
        ),
        ({"presupposes": ""}, "length >= 1"),
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
        ('"F6-03"', '"F6-01"', "twice: F6-01"),
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
