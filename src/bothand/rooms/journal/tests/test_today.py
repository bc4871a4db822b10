"""What comes back after a year, unasked: a page, and a letter to oneself; no other exercise."""

from datetime import date

import pytest
from django.urls import reverse

from bothand.content.sessions import load_exercises
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.entries.rules import LETTER
from bothand.rooms.journal.sessions.records import WrittenSession

THEN = date(2025, 11, 24)
WRITTEN = WrittenSession(day=THEN, session="E04", written=("", "Dear Noa, the winter passes."))


def first_page(who) -> str:
    return who.client.get(reverse("today")).content.decode()


def test_the_exercise_is_the_letter():
    assert [one.title for one in load_exercises() if one.id == LETTER] == ["A letter to myself"]


def test_a_letter_to_oneself_stands_on_today_after_a_year(noa, clock):
    there = noa.mine.add(WRITTEN)
    page = first_page(noa)
    assert "the winter passes" in page
    assert "A letter to myself" in page
    assert reverse("journal_session", args=[there.hex]) in page


def test_it_comes_before_a_page_of_that_day(noa, clock):
    noa.mine.add(WRITTEN)
    noa.mine.add(Entry(day=THEN, at="23:00", text="Only the shopping."))
    assert "the winter passes" in first_page(noa)
    assert "Only the shopping" not in first_page(noa)


@pytest.mark.parametrize(
    "run",
    [
        WrittenSession(day=THEN, session="E08", written=("I was afraid to be left.",)),
        WrittenSession(day=date(2025, 11, 23), session="E04", written=("I was afraid to be left.",)),
        WrittenSession(day=THEN, session="E04"),
    ],
    ids=["another exercise", "another day", "an empty letter"],
)
def test_nothing_else_of_the_exercises_comes_up_unasked(noa, clock, run):
    noa.mine.add(run)
    assert "A year ago today" not in first_page(noa)


def test_a_locked_page_shows_no_letter(noa, clock):
    noa.mine.add(WRITTEN)
    noa.lock()
    assert "the winter passes" not in first_page(noa)
