"""The page about a topic that keeps coming back, where a row of one's own does not open."""

from datetime import timedelta

import pytest
from django.db import connection

from bothand.domain.checkins import FearAnswers
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
    for joint in ("A talk with turns", "look for what fulfils both", "Look for an agreement"):
        assert joint not in page
    assert "Help from outside" in page


def test_a_list_that_does_not_open_is_not_told_as_none(both, rows):
    noa, _sam = both
    break_row(rows[0])
    page = noa.page("talks_recurring")
    assert "Not all of it could be read." in page
    assert "Nothing comes back" not in page
