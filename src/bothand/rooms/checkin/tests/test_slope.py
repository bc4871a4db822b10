"""The own slope: looked at every four weeks, and never a cause."""

import re
from datetime import timedelta

from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.slope.rules import find_next_look, find_slope, select_counted
from bothand.rooms.checkin.tests.answers import (
    SLOPE,
    TODAY,
    text,
)


def pulses(count, *, step=True, alone=True):
    return [
        Pulse(
            day=TODAY - timedelta(days=number),
            self_feeling=1 + (number * 7) % 5 if step else 3 + number % 2,
            between=1 + (number * 7) % 5,
            alone=alone,
        )
        for number in range(count)
    ]


def test_before_four_weeks_of_days_nothing_is_looked_at(noa, clock):
    for one in pulses(20):
        noa.mine.add(one)
    page = text(noa, SLOPE)
    assert "Too early to say what moves with what" in page
    assert "The first look is on" in page


def test_what_moves_is_said_with_its_interval_and_never_as_a_cause(noa, clock):
    for one in pulses(150):
        noa.mine.add(one)
    page = text(noa, SLOPE)
    assert "moves with how things went" in page
    assert re.search(r"\+\d\.\d \(\+\d\.\d to \+\d\.\d, 9 times in 10\)", page)
    assert "never that one causes the other" in page


def test_what_cannot_be_seen_is_said_with_its_size(noa, clock):
    for one in pulses(150, step=False):
        noa.mine.add(one)
    assert re.search(r"not enough days yet to see effects below \d\.\d", text(noa, SLOPE))


def test_days_that_are_all_alike_are_said_to_be_so_and_not_to_be_too_few(noa, clock):
    for one in pulses(150):
        noa.mine.add(Pulse(day=one.day, self_feeling=one.self_feeling, between=3, alone=True))
    page = text(noa, SLOPE)
    assert "Your answers were the same each day" in page
    assert "Too early" not in page


def test_it_is_looked_at_every_four_weeks_and_stays_as_it_was_in_between():
    since = TODAY - timedelta(days=400)
    told = [find_slope(pulses(150), since, TODAY + timedelta(days=ahead)) for ahead in range(28)]
    assert len({one.day for one in told}) <= 2
    for one in told:
        one.check()


def test_the_first_look_waits_until_the_first_answer_is_four_weeks_old():
    since = TODAY - timedelta(days=400)
    for count in range(5, 60):
        found = find_slope(pulses(count), since, TODAY)
        assert found is None or count >= 28
        assert find_next_look(pulses(count), since, TODAY) > TODAY


def test_days_about_other_people_are_not_mixed_in():
    newest, older = pulses(10, alone=False), pulses(40)[10:]
    assert {one.alone for one in select_counted([*newest, *older])} == {False}
