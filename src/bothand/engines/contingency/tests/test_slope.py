import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines import contingency as c
from bothand.engines.contingency.pulses import rows
from bothand.engines.contingency.slope import posterior

MONDAY = 737_997  # a Monday: 737_997 % 7 == 1


def days(count, true, seed=3, missing=0.0, weekend=0.0):
    rng = np.random.default_rng(seed)
    between = rng.standard_normal(count)
    feeling = true * between + np.sqrt(1 - true**2) * rng.standard_normal(count)
    both = weekend * np.isin(np.arange(count) % 7, (5, 6))
    kept = rng.random(count) >= missing
    kept[0] = True
    return [
        c.Pulse(MONDAY + day, float(feeling[day] + both[day]), float(between[day] + both[day]))
        for day in range(count)
        if kept[day]
    ]


def told(pulses, look=28):
    return c.slope(pulses, MONDAY + look - 1)


pulses = st.dictionaries(
    st.integers(0, 400), st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=120
).map(lambda found: [c.Pulse(MONDAY + day, *both) for day, both in found.items()])


@settings(deadline=None)
@given(pulses, st.integers(0, 500))
def test_it_proves_whatever_it_tells(entered, later):
    found = c.slope(entered, max(pulse.day for pulse in entered) + later)
    if isinstance(found, c.Slope):
        found.check()
    assert found.days <= c.WINDOW
    assert found.next_look > max(pulse.day for pulse in entered) + later


@settings(deadline=None)
@given(pulses, st.floats(0.5, 3), st.floats(-2, 2))
def test_it_does_not_mind_the_scale_that_was_tapped_on(entered, wide, up):
    last = max(pulse.day for pulse in entered)
    other = [c.Pulse(pulse.day, wide * pulse.self_feeling + up, pulse.between * 2) for pulse in entered]
    here, there = c.slope(entered, last), c.slope(other, last)
    assert type(here) is type(there)
    if isinstance(here, c.Slope):
        assert here.slope == pytest.approx(there.slope)
        assert here.sure == pytest.approx(there.sure)


@given(st.permutations(days(40, 0.5)))
def test_it_does_not_mind_the_order_of_days(entered):
    assert told(entered) == told(days(40, 0.5))


def test_it_looks_first_at_day_28_and_then_every_four_weeks():
    entered = days(120, 0.5)
    assert c.slope(entered[:27], MONDAY + 26) == c.NoSlope("too_early", days=27, next_look=MONDAY + 27)
    looks = [told(entered, look).day - MONDAY + 1 for look in (28, 29, 55, 56, 83, 84, 112)]
    assert looks == [28, 28, 28, 56, 56, 84, 112]


def test_it_says_the_same_until_the_next_look():
    entered = days(60, 0.4)
    assert told(entered, 28) == told(entered, 40)


def test_it_keeps_to_its_looks_when_old_pulses_are_gone():
    entered = days(300, 0.3)
    assert c.slope(entered[90:], MONDAY + 299, first=MONDAY) == c.slope(entered, MONDAY + 299)


def test_it_finds_a_strong_slope_and_says_so():
    found = told(days(84, 0.7), 84)
    assert found.said == "moves with"
    assert found.low > 0.1


def test_it_says_nothing_where_there_is_no_slope():
    found = told(days(84, 0.0), 84)
    assert found.said is None
    assert found.low < 0 < found.high


def test_it_never_says_that_feeling_moves_against():
    found = told(days(84, -0.7), 84)
    assert found.said is None
    assert found.high < 0


def test_it_says_nothing_from_fewer_than_twenty_days_however_sure():
    few = [pulse for pulse in days(28, 0.95) if pulse.day % 7 < 4]
    found = told(few)
    assert found.days < c.ENOUGH_DAYS
    assert found.sure > c.SURE
    assert found.said is None


def test_it_says_what_could_be_seen_and_sees_smaller_slopes_with_more_days():
    entered = days(168, 0.3)
    visible = [told(entered, look).visible for look in (28, 56, 112, 168)]
    assert visible == sorted(visible, reverse=True)
    assert visible[-1] > c.WORTH_SAYING


def test_it_leaves_missing_days_out():
    entered = days(56, 0.5, missing=0.4)
    found = rows(entered)
    assert len(found.feeling) == len(entered) < 56


def test_it_puts_nothing_in_for_a_missing_day_before():
    found = rows([c.Pulse(MONDAY, 1, 2), c.Pulse(MONDAY + 1, 4, 3), c.Pulse(MONDAY + 3, 2, 5)])
    assert found.columns[0, 4] == 0
    assert found.columns[1, 4] == found.feeling[0]
    assert found.columns[2, 4] == 0


def test_it_does_not_take_good_weekends_for_a_slope():
    entered = days(168, 0.0, weekend=2.0)
    plain = np.corrcoef([(pulse.self_feeling, pulse.between) for pulse in entered], rowvar=False)[0, 1]
    assert plain > 0.4
    assert told(entered, 168).said is None


def test_it_knows_other_weekends():
    friday = frozenset({4, 5})
    shifted = [
        c.Pulse(pulse.day - 1, pulse.self_feeling, pulse.between) for pulse in days(168, 0.0, weekend=2.0)
    ]
    here = c.slope(shifted, MONDAY + 166, weekend=friday)
    assert here.slope == pytest.approx(told(days(168, 0.0, weekend=2.0), 168).slope)


def test_it_sees_nothing_where_every_day_is_alike():
    same = told([c.Pulse(MONDAY + day, 3, day % 5) for day in range(40)])
    assert same == c.NoSlope("no_variance", days=28, next_look=MONDAY + 55, alike=("self_feeling",))
    assert told([c.Pulse(MONDAY + day, day % 5, 3) for day in range(40)]).alike == ("between",)
    assert told([c.Pulse(MONDAY + day, 2, 3) for day in range(40)]).alike == ("self_feeling", "between")


def test_it_tells_too_early_from_no_data():
    assert c.slope([], MONDAY + 400) == c.NoSlope("no_data", days=0, next_look=MONDAY + 427)
    assert c.slope([], MONDAY + 10, first=MONDAY) == c.NoSlope("too_early", days=0, next_look=MONDAY + 27)
    assert c.slope([], MONDAY + 30, first=MONDAY) == c.NoSlope("no_data", days=0, next_look=MONDAY + 55)
    once = c.slope([c.Pulse(MONDAY, 3, 4)], MONDAY + 30)
    assert (once.why, once.days) == ("no_data", 1)
    old = c.slope(days(40, 0.5), MONDAY + 400)  # more than half a year ago
    assert (old.why, old.days, old.next_look - MONDAY) == ("no_data", 0, 419)
    assert old.said is None


def test_it_refuses_a_day_that_comes_twice():
    with pytest.raises(ValueError, match="one pulse"):
        told([*days(40, 0.5), c.Pulse(MONDAY + 3, 1, 1)])


def test_it_agrees_with_plain_least_squares_when_there_is_much_to_see():
    found = rows(days(5000, 0.4))
    plain = np.linalg.lstsq(found.columns, found.feeling, rcond=None)[0][0]
    known = posterior(found)
    assert float(known.weights @ known.means) == pytest.approx(plain, abs=0.002)
    assert known.weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("wrong", [{"low": 9.0}, {"sure": 1.2}, {"visible": 0.05}, {"next_look": 0}])
def test_it_notices_a_slope_that_contradicts_itself(wrong):
    with pytest.raises(c.BrokenSlopeError):
        dataclasses.replace(told(days(40, 0.5)), **wrong).check()
