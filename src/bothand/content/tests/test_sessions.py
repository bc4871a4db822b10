from itertools import combinations
from pathlib import Path

import pytest

from bothand import content
from bothand.content.loader import ContentError, read_text
from bothand.content.sessions import find_session, load_exercises, load_sessions, parse_session
from bothand.content.tests.reader import complaints, grade, overlap, words_of

ALL = load_sessions() + load_exercises()

# The exercises that ROOMS.md names for `journal`, in its order.
NAMED = [
    "Without us",
    "Strengths that have nothing to do with us",
    "Whose approval did I look for?",
    "A letter to myself",
    "Needs, mine and not mine",
    "No in small things",
    "What I gave up and want back",
    "The fear of being left",
    "Kindness to myself after a bad day",
    "A life of my own, pictured",
]


def body(one):
    return " ".join((*one.purpose, *one.steps, *one.closing))


def test_it_has_28_sessions_and_the_ten_exercises_of_inner():
    assert [one.id for one in load_sessions()] == [f"S{n:02d}" for n in range(1, 29)]
    assert [one.title for one in load_exercises()] == NAMED
    assert {one.practice for one in load_exercises()} == {"P1"}


def test_it_serves_four_rooms_evenly():
    for practice in ("P1", "P2", "P3", "P6"):
        assert len([one for one in load_sessions() if one.practice == practice]) == 7


def test_somebody_alone_finds_something_else_each_day_of_a_month():
    solo = [one for one in ALL if one.together == "solo"]
    assert len(solo) >= 28
    assert all(one.alone for one in ALL if one.together == "together")


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_it_is_short_plain_and_has_a_version_for_a_bad_day(one):
    whole = f"{body(one)} {one.bad_day}"
    assert 150 <= len(words_of(whole)) <= 300
    assert 3 <= len(one.steps) <= 7
    assert 6 <= len(words_of(one.bad_day)) <= 40
    for text in (body(one), " ".join((*one.purpose, *one.closing)), f"{whole} {one.alone or ''}"):
        assert grade(text) <= 7


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_it_neither_praises_nor_pushes_nor_assumes_a_gender(one):
    assert complaints(" ".join((one.title, body(one), one.bad_day, one.alone or ""))) == []


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_it_names_the_source_of_its_idea(one):
    assert any(word.strip(";,.").isdigit() or "P1" in word for word in one.source.split())


def test_what_a_study_did_not_find_and_what_fights_the_pause_is_not_said():
    folder = Path(content.__file__).parent / "en"
    texts = " ".join(path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()).lower()
    assert len(texts) > 100_000
    for gone in ("look with fresh eyes", "quarrel left overnight", "as remembered"):
        assert gone not in texts


def test_none_is_another_s_rewording():
    near = [
        (a.id, b.id, round(overlap(body(a), body(b)), 2))
        for a, b in combinations(ALL, 2)
        if overlap(body(a), body(b)) > 0.4
    ]
    assert near == []


def test_no_two_share_a_title_a_bad_day_or_a_step():
    for parts in (
        [one.title for one in ALL],
        [one.bad_day for one in ALL],
        [step for one in ALL for step in one.steps],
    ):
        assert len(parts) == len(set(parts))


def test_it_finds_one_by_its_id_and_no_other():
    assert find_session("E01").title == "Without us"
    with pytest.raises(KeyError):
        find_session("S29")


SOURCE = read_text("en", "sessions/s13-two-hours-of-room.md")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("+++\n", "", "front matter stands first"),
        ("minutes = 15", "minutes = 95", "<= 30"),
        ("minutes = 15\n", "", "missing required field `minutes`"),
        ('"together"', '"both"', "Invalid enum value 'both'"),
        ('"together"', '"solo"', "how to do it alone"),
        ('"P2"', '"P8"', "expected one of P1"),
        ("1. ", "- ", "one numbered list"),
        ("It is not about permission", "It is **no** permission", "plain text only"),
        ("It is not about permission", "It is <b>no</b> {name} permission", "no name is filled in"),
        ("source = ", "sauce = ", "field `s"),
    ],
)
def test_it_refuses_a_file_that_is_not_as_described(old, new, said):
    assert old in SOURCE
    with pytest.raises(ContentError, match=said):
        parse_session("f", SOURCE.replace(old, new, 1))


def test_it_shows_markup_as_the_characters_it_is_made_of():
    read_one = parse_session("f", SOURCE.replace("It is not about permission", "It is <b>no permission"))
    assert "<b>no permission" in read_one.purpose[0]
