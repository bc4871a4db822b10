"""A month of days, drawn, and what can be said of it, whatever was answered and left out."""

import math
import re
from datetime import date, timedelta

from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from bothand.domain.days import ENOUGH, DaysRead, read_days
from bothand.rooms.checkin.pulse.labels import describe_ends, title_days
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import OTHER, WIDTH, draw_month, find_day_meant, list_month

FIRST = date(2026, 10, 1)
LEVEL = st.integers(1, 5)


@st.composite
def some_pulses(draw):
    days = draw(st.lists(st.integers(0, 30), unique=True))
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
@example([Pulse(day=date(2026, 10, 12), self_feeling=5, between=1)])
def test_every_day_has_its_place_and_those_without_an_answer_are_left_open(pulses):
    chart = draw_month(list_month(FIRST, date(2026, 11, 24)), pulses)
    assert len(chart.days) == len({(day.x, day.y) for day in chart.days}) == 31
    assert [int(day.number) for day in chart.days if day.size] == [one.day.day for one in pulses]
    for day in chart.days:
        rims = [(float(day.x), 4.0)]
        rims += [(float(day.mine), float(day.size))] if day.mine else []
        rims += [(float(day.theirs), OTHER)] if day.theirs else []
        assert all(x - size >= 0 and x + size <= WIDTH for x, size in rims)
        assert float(day.base) <= chart.height


@given(LEVEL, LEVEL)
def test_what_two_circles_share_begins_where_both_rims_meet(myself, between):
    (day,) = (
        one
        for one in draw_month([FIRST], [Pulse(day=FIRST, self_feeling=myself, between=between)]).days
        if one.size
    )
    apart, size = float(day.theirs) - float(day.mine), float(day.size)
    assert bool(day.both) == (apart < size + OTHER)
    if day.both:
        x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)A", day.both).groups())
        assert abs(math.hypot(x - float(day.mine), y - float(day.y)) - size) < 0.2
        assert abs(math.hypot(x - float(day.theirs), y - float(day.y)) - OTHER) < 0.2


def test_a_better_day_is_larger_and_a_warmer_one_closer():
    def draw(myself, between):
        return draw_month([FIRST], [Pulse(day=FIRST, self_feeling=myself, between=between)]).days[0]

    assert float(draw(5, 3).size) > float(draw(1, 3).size)
    close, far = draw(3, 5), draw(3, 1)
    assert float(close.theirs) - float(close.mine) < float(far.theirs) - float(far.mine)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_month_has_its_own_days_and_never_goes_past_today(day, today):
    first = day.replace(day=1)
    days = list_month(first, today)
    assert days[0] == first
    assert {one.month for one in days} == {first.month}
    if (first.year, first.month) == (today.year, today.month):
        assert days[-1] == today


def test_too_few_days_say_nothing():
    few = read_days({FIRST: 5})
    assert few == DaysRead(1)
    with translation.override("en"):
        assert title_days(few, FIRST, current=True) == "October so far"


def test_more_than_half_says_what_was_felt_most():
    levels = [4, 4, 4, 2, 1]
    found = read_days({FIRST + timedelta(days=n): level for n, level in enumerate(levels)})
    assert (found.most, found.same) == (4, False)
    with translation.override("en"):
        assert title_days(found, FIRST, current=True) == "On most of these days you felt “steady”."


@given(st.dictionaries(st.dates(FIRST, date(2026, 10, 31)), LEVEL))
def test_a_finding_holds_for_the_days_it_is_about(levels):
    found = read_days(levels)
    values = list(levels.values())
    assert (found == DaysRead(len(levels))) == (len(levels) < ENOUGH)
    if found.most is not None:
        assert 2 * values.count(found.most) > len(values)
    if found.best is not None:
        assert all(levels[found.best] > level for day, level in levels.items() if day != found.best)
    if found.hardest is not None:
        assert all(levels[found.hardest] < level for day, level in levels.items() if day != found.hardest)
    if found.between:
        assert 2 * sum(found.low < value < found.high for value in values) > len(values)


@given(st.permutations([1, 2, 3, 3, 4, 5, 2]))
def test_days_in_another_order_are_not_told_as_a_rise_or_a_fall(levels):
    days = {FIRST + timedelta(days=n): level for n, level in enumerate(levels)}
    with translation.override("en"):
        said = f"{title_days(read_days(days), FIRST, current=True)} {describe_ends(read_days(days))}"
    assert not re.search(r"\b(from|rose|fell|went|better than|since)\b", said)
    best = FIRST + timedelta(days=levels.index(5))
    assert f"Your best day was {best:%A} {best.day} October" in said
    assert "Most were in between." in said


def test_a_page_opened_before_midnight_means_the_day_before():
    today = date(2026, 11, 24)
    assert find_day_meant(date(2026, 11, 23), today) == date(2026, 11, 23)
    assert find_day_meant(date(2026, 11, 22), today) == today
    assert find_day_meant(date(2026, 11, 25), today) == today
    assert find_day_meant(None, today) == today
