"""Eight weeks and what can be said of them, whatever was answered and left out."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import (
    DAYS,
    ROW,
    WIDTH,
    Finding,
    find_day_meant,
    find_most,
    find_weeks,
    plot_balance,
    plot_between,
    plot_self,
)

FIRST = date(2026, 9, 30)
LEVEL = st.integers(1, 5)


@st.composite
def some_pulses(draw):
    days = draw(st.lists(st.integers(0, DAYS - 1), unique=True))
    return [
        Pulse(
            day=FIRST + timedelta(days=number),
            self_feeling=draw(LEVEL),
            between=draw(st.none() | LEVEL),
            balance=draw(st.sampled_from([None, "me", "right", "us"])),
        )
        for number in sorted(days)
    ]


@given(some_pulses())
def test_every_answer_has_one_dot_inside_the_picture_and_nothing_else_has(pulses):
    for row, answered in (
        (plot_self(pulses, FIRST), len(pulses)),
        (plot_between(pulses, FIRST), sum(one.between is not None for one in pulses)),
        (plot_balance(pulses, FIRST), sum(one.balance is not None for one in pulses)),
    ):
        assert len(row.dots) == answered
        assert len({dot.x for dot in row.dots}) == answered
        assert all(0 < dot.x < WIDTH and 0 < dot.y < ROW for dot in row.dots)


@given(some_pulses())
def test_a_line_joins_neighbouring_days_only(pulses):
    days = [one.day for one in pulses]
    joined = sum(second - first == timedelta(days=1) for first, second in pairwise(days))
    row = plot_self(pulses, FIRST)
    assert row.line.count("L") == joined
    assert row.line.count("M") == len(days) - joined


def test_a_better_day_lies_higher():
    low, high = (Pulse(day=FIRST, self_feeling=level) for level in (1, 5))
    assert plot_self([high], FIRST).dots[0].y < plot_self([low], FIRST).dots[0].y


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_weeks_never_go_past_today_and_meet_without_a_gap(until, today):
    shown = find_weeks(until, today=today, since=date(2019, 1, 1))
    assert shown.last <= today
    assert (shown.last - shown.first).days == DAYS - 1
    older = find_weeks(shown.older, today=today, since=date(2019, 1, 1))
    assert older.last == shown.first - timedelta(days=1)


def test_there_is_nothing_older_than_the_first_day_here():
    today = date(2026, 11, 24)
    assert find_weeks(today, today=today, since=today - timedelta(days=10)).older is None


def test_too_few_days_say_nothing():
    assert find_most([Pulse(day=FIRST, self_feeling=5)]) == Finding()


def test_more_than_half_says_what_was_felt_most():
    levels = [4, 4, 4, 2, 1]
    pulses = [Pulse(day=FIRST + timedelta(days=n), self_feeling=level) for n, level in enumerate(levels)]
    assert find_most(pulses) == Finding(most=4)


@given(some_pulses())
def test_a_finding_holds_for_the_days_it_is_about(pulses):
    found = find_most(pulses)
    levels = [one.self_feeling for one in pulses]
    if found.most is not None:
        assert 2 * levels.count(found.most) > len(levels)
    if found.low is not None:
        assert (found.low, found.high) == (min(levels), max(levels))


def test_a_page_opened_before_midnight_means_the_day_before():
    today = date(2026, 11, 24)
    assert find_day_meant(date(2026, 11, 23), today) == date(2026, 11, 23)
    assert find_day_meant(date(2026, 11, 22), today) == today
    assert find_day_meant(date(2026, 11, 25), today) == today
    assert find_day_meant(None, today) == today
