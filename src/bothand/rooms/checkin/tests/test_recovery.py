"""How days find back: only where the next day was answered."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.recovery.rules import bound_share, count_recoveries
from bothand.rooms.checkin.tests.answers import (
    RECOVERY,
    TODAY,
    text,
)


def run_of(ways):
    return [
        Pulse(day=TODAY - timedelta(days=len(ways) - at), self_feeling=3, balance=way)
        for at, way in enumerate(ways)
        if way
    ]


def test_only_days_whose_next_day_was_answered_count():
    me, us = count_recoveries(run_of(["me", "right", "me", None, "me", "us", "right"]))
    assert (me.days, me.back) == (2, 1)
    assert (us.days, us.back) == (1, 1)
    assert not me.enough


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_holds_the_share(seen, more):
    low, high = bound_share(seen, seen + more)
    share = seen / (seen + more) if seen + more else 0.5
    assert 0 <= low <= share <= high <= 1


def test_too_few_days_are_said_to_be_too_few(noa, clock):
    for one in run_of(["me", "right", "us", "right"]):
        noa.mine.add(one)
    page = text(noa, RECOVERY)
    assert "Too early to say how your days find back" in page
    assert "Too early to say: 1 such days" not in page


def test_enough_days_are_told_with_their_range(noa, clock):
    for one in run_of(["me", "right"] * 10):
        noa.mine.add(one)
    page = text(noa, RECOVERY)
    assert (
        "10 such days have an answer for the day after. On 10 of those the day after was about right." in page
    )
    assert re.search(r"anything from \d+ to 10 out of ten", page)
