"""What is handed in is looked at: a wrong type, no number, a day twice is refused, and it is said where."""

import numpy as np
import pytest

from bothand.engines.contingency import BadPulseError, Pulse, find_look_day, slope

DAYS = [Pulse(738000 + day, (day * 7) % 5, (day * 7 + day % 2) % 5) for day in range(60)]


def test_numbers_of_numpy_are_numbers():
    days = [Pulse(np.int64(one.day), np.float32(one.self_feeling), np.int16(one.between)) for one in DAYS]
    assert days == DAYS
    assert type(days[0].day) is int
    assert slope(days, today=np.int64(738059)) == slope(DAYS, today=738059)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, "3", True, 1j])
def test_a_feeling_that_is_no_number_is_refused_with_its_day(value):
    with pytest.raises(BadPulseError, match="day 738000: self_feeling is"):
        Pulse(738000, value, 3)
    with pytest.raises(BadPulseError, match="day 738000: between is"):
        Pulse(738000, 3, value)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Pulse(1.5, 3, 3), "the day of a pulse is 1.5"),
        (lambda: Pulse(None, 3, 3), "the day of a pulse is None"),
        (lambda: slope(DAYS, today=738059.0), "today is 738059.0"),
        (lambda: slope(DAYS, today=738059, first=float("nan")), "first is nan"),
        (lambda: slope(DAYS, today=738059, weekend={5, 7}), "a day of the weekend is 7"),
        (lambda: slope(DAYS, today=738059, weekend={"Saturday"}), "a day of the weekend is 'Saturday'"),
        (lambda: slope([*DAYS, (738060, 3, 3)], today=738059), r"pulses\[60\] is \(738060, 3, 3\)"),
        (lambda: slope(5, today=738059), "pulses is 5"),
        (
            lambda: slope([*DAYS, Pulse(738003, 1, 1)], today=738059),
            "a day has one pulse, and 738003 has two",
        ),
        (lambda: find_look_day("Monday", 3), "first is 'Monday'"),
    ],
)
def test_what_is_of_no_use_is_refused_and_named(make, words):
    with pytest.raises(BadPulseError, match=words):
        make()
