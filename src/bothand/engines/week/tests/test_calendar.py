"""Weeks in which clocks change, weeks at a year's end, and times that are none."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.engines.week import (
    Busy,
    JointWish,
    Person,
    Problem,
    Week,
    WeekError,
    Window,
    Wish,
    check,
    propose,
)

BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC")


@pytest.mark.parametrize(
    ("first", "minutes"),
    [(date(2026, 3, 23), 10_020), (date(2026, 10, 19), 10_140), (date(2026, 12, 28), 10_080)],
)
def test_a_week_has_its_real_minutes(first, minutes):
    assert Week(first, BERLIN).length == minutes


@given(
    st.dates(date(1990, 1, 1), date(2037, 12, 1)),
    st.sampled_from(ZONES),
    st.integers(0, 6),
    st.integers(0, 1439),
)
def test_a_minute_of_a_wall_clock_comes_back_as_it_was(first, zone, day, minute):
    week = Week(first, zone)
    shown = week.show_moment(week.find_minute(day, minute))
    wall = datetime.combine(first + timedelta(days=day), datetime.min.time()) + timedelta(minutes=minute)
    left_out = shown.replace(tzinfo=None) - wall
    # What clocks leave out is shown as they show it afterwards.
    assert left_out == timedelta() or not exists(wall, zone)


def exists(wall, zone):
    there = wall.replace(tzinfo=ZoneInfo(zone))
    return there.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall


def test_an_hour_that_is_left_out_shortens_the_night_and_not_the_walk():
    walk = Wish("walk", 90, days=frozenset({6}), window=Window.between("1:00", "4:30"))
    problem = Problem(Week(date(2026, 3, 23), BERLIN), Person(wishes=(walk,), sleep=None), Person())
    plan = propose(problem)
    start = problem.week.show_moment(plan.placed[0].start)
    end = problem.week.show_moment(plan.placed[0].end)
    assert check(problem, plan)
    assert end.timestamp() - start.timestamp() == 90 * 60


def test_an_evening_stays_an_evening_after_the_clocks_changed():
    call = Wish("call", 60, days=frozenset({6}), window=Window.between("20:00", "21:00"))
    problem = Problem(Week(date(2026, 10, 19), BERLIN), Person(wishes=(call,)), Person())
    plan = propose(problem)
    assert problem.week.show_moment(plan.placed[0].start).isoformat() == "2026-10-25T20:00:00+01:00"


def test_a_week_goes_on_over_the_end_of_the_year():
    skate = Wish("skate", 60, days=frozenset({4}), window=Window.between("10:00", "11:00"))
    problem = Problem(Week(date(2026, 12, 28), BERLIN), Person(wishes=(skate,)), Person())
    assert problem.week.show_moment(propose(problem).placed[0].start).date() == date(2027, 1, 1)


def test_two_far_apart_meet_while_both_are_awake():
    call = JointWish(Wish("call", 60, times=7), (3, 3))
    problem = Problem(Week(date(2026, 11, 30), BERLIN), Person(), Person(zone="Australia/Sydney"), (call,))
    plan = propose(problem)
    assert check(problem, plan)
    for placed in plan.placed:
        assert 7 <= problem.week.show_moment(placed.start, "Australia/Sydney").hour < 23
        assert 7 <= problem.week.show_moment(placed.start).hour < 23


@pytest.mark.parametrize("text", ["", "7", "25:00", "12:60", "7:5", "٧:٠٠", "noon", None])
def test_a_time_that_is_none_is_named(text):
    with pytest.raises(WeekError, match="no time of a day"):
        Window.between(text, "8:00")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: Week(date(2026, 1, 1), "Europe/Nowhere"), "no zone"),
        (lambda: Week(date(2026, 1, 1), step=7), "a step has"),
        (lambda: Week(date(2026, 1, 1), days=8), "between 1 and 7 days"),
        (lambda: Week(datetime(2026, 1, 1)), "a date without a time"),  # noqa: DTZ001  it has no zone on purpose
        (lambda: Week(date.max), "the end of all calendars"),
        (lambda: Window(1500, 1600), "begins on its day"),
        (lambda: Wish("", 60), "the name of a wish"),
        (lambda: Wish("a", 60.5), "expected a whole number"),
        (lambda: Wish("a", 60, times=8), "times must lie between 1 and 7"),
        (lambda: Wish("a", 60, days=frozenset()), "names no day"),
        (lambda: Wish("a", 60, travel=10), "no place to go to"),
        (lambda: JointWish(Wish("a", 60), (0, 0)), "nobody's wish"),
        (lambda: Busy(datetime(2026, 1, 1), datetime(2026, 1, 2)), "with its zone"),  # noqa: DTZ001  as above
        (lambda: Person(wishes=(1,)), r"wishes\[0\] is 1; expected Wish"),
        (lambda: Person(free=101), "free is a percentage"),
        (
            lambda: Problem(Week(date(2026, 1, 1)), Person(wishes=(Wish("a", 60), Wish("a", 30))), Person()),
            "two wishes have the same name",
        ),
    ],
)
def test_what_can_be_no_week_is_named(make, what):
    with pytest.raises(WeekError, match=what):
        make()
