"""That a topic came up again, and the page about one that keeps coming back."""

from datetime import timedelta

import pytest
from django.db import connection

from bothand.domain.checkins import FearAnswers
from bothand.rooms.talks.tests.acts import bare, of_kind, sets_aside
from bothand.rooms.talks.topics import rules
from bothand.rooms.talks.topics.records import Mention, Mentions


def break_row(row) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [row.id])


@pytest.fixture
def rows(both, clock):
    """Noa's list, with a topic of three days, and what she answered about being afraid."""
    noa, _sam = both
    day = clock.time.date()
    lines = tuple(Mention(b"a" * 16, "The dishes", day - timedelta(days=n)) for n in range(3))
    return noa.who.mine.add(Mentions(lines=lines)), noa.who.mine.add(FearAnswers(day=day, say_no=1))


def test_answers_that_do_not_open_are_said_and_nothing_for_two_is_suggested_on_a_guess(both, rows):
    noa, _sam = both
    break_row(rows[1])
    page = noa.page("talks_recurring")
    assert "One page did not open" in page
    assert "The dishes" in page
    for joint in (
        "A talk with turns",
        "Say what each of you would gain and what you fear, and look for what works for both.",
        "Look for an agreement",
    ):
        assert joint not in page
    assert "Help from outside" in page


def test_a_list_that_does_not_open_is_not_told_as_none(both, rows):
    noa, _sam = both
    break_row(rows[0])
    page = noa.page("talks_recurring")
    assert "Some of it could not be read." in page
    assert "Nothing keeps coming up." not in page


def test_a_tap_notes_the_day_for_oneself_once(both, clock):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    for _ in range(2):
        noa.post("talks_mention", topic)
    assert [len(one.lines) for one in of_kind(noa.who.mine, Mentions)] == [1]
    assert of_kind(sam.who.mine, Mentions) == []
    assert of_kind(noa.who.ours, Mentions) == []


def test_it_is_told_from_three_days_on_and_never_from_fewer(both, clock):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    for times in (1, 2, 3):
        noa.post("talks_mention", topic)
        assert ("Something keeps coming up." in noa.page("talks_list")) == (times >= 3)
        clock.time += timedelta(days=8)
    assert "It came up on 3 days within a year" in noa.page("talks_recurring")
    assert "Something keeps coming up." not in sam.page("talks_list")
    assert "It came up on" not in sam.page("talks_recurring")


def test_talks_about_the_same_thing_count_and_so_do_days_elsewhere(both, clock):
    noa, _sam = both
    topic = sets_aside(noa)
    noa.post("talks_mention", topic)
    for _ in range(2):
        clock.time += timedelta(days=8)
        talk = noa.begins(thread=topic)
        noa.post("talks_close", talk, outcome="open", text="", revision="0")
    assert "It came up on 3 days within a year" in noa.page("talks_recurring")


def test_lines_are_one_topic_by_thread_or_by_the_same_words(clock):
    today = clock.time.date()
    lines = (
        Mention(b"a" * 16, "Phones", today - timedelta(days=9)),
        Mention(b"b" * 16, "phones!", today - timedelta(days=5)),
        Mention(b"b" * 16, "The screen", today - timedelta(days=1)),
        Mention(b"c" * 16, "Money", today),
    )
    (found,) = rules.find_recurring(Mentions(lines=lines), today)
    assert (found.text, len(found.days)) == ("The screen", 3)


def test_what_is_over_a_year_old_says_nothing(clock):
    today = clock.time.date()
    lines = tuple(Mention(b"a" * 16, "Phones", today - timedelta(days=days)) for days in (400, 390, 1))
    assert rules.find_recurring(Mentions(lines=lines), today) == ()


def test_the_list_is_bounded_and_two_become_one(clock):
    today = clock.time.date()
    lines = tuple(Mention(b"a" * 16, f"{n}", today - timedelta(days=n)) for n in range(150))
    other = tuple(Mention(b"b" * 16, f"{n}", today - timedelta(days=n)) for n in range(150))
    found = rules.merge_mentions(Mentions(lines=lines), Mentions(lines=other))
    assert len(found.lines) == rules.MOST_MENTIONS
    assert rules.merge_mentions(found, found) == found


def test_who_is_afraid_is_told_why_nothing_for_two_is_suggested_and_the_other_sees_nothing(both, clock):
    noa, sam = both
    topic = sets_aside(noa)
    for _ in range(3):
        noa.post("talks_mention", topic)
        clock.time += timedelta(days=1)
    talk = noa.begins()
    day = clock.time.date()
    noa.post("talks_close", talk, outcome="again", again=day.isoformat(), text="", revision="0")
    assert "A talk with turns" not in noa.page("talks_recurring"), "nobody has been asked about fear yet"
    noa.who.answer_never(day)
    assert "A talk with turns" in noa.page("talks_recurring")
    assert "You wanted to come back to this" in noa.page("today")
    before = bare(sam.page("talks_list"))
    noa.who.mine.add(FearAnswers(day=day, say_no=1))
    page = noa.page("talks_recurring")
    assert "nothing for two is suggested to you" in page
    assert "A talk with turns" not in page
    assert "You wanted to come back to this" not in noa.page("today")
    assert "nothing for two is suggested to you" in noa.page("talks_list")
    assert bare(sam.page("talks_list")) == before
    assert noa.get("talks_begin").status_code == 200
