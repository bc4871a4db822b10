"""Pure: how days out of balance are followed, from one's own pulses.

Days out of balance are normal; what matters is finding back (Kumashiro, Rusbult & Finkel 2008, Equilibrium in personal
and relational concerns, Journal of Personality and Social Psychology 95). Only pairs of neighbouring days count that were
both answered: nothing is filled in. The interval is Wilson's (1927, Journal of the American Statistical Association 22),
which holds for few days too; it takes the pairs for independent, which neighbouring days are not wholly.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from bothand.rooms.checkin.pulse.records import Pulse

Way = Literal["me", "us", "low"]
LEAST: Final = 8
"""Pairs of days from which on anything is said."""
WINDOW: Final = timedelta(days=182)
LOW: Final = 2
_Z: Final = 1.645


@dataclass(frozen=True, slots=True)
class Recovery:
    """Of `days` days out of balance whose next day was answered too, `back` were followed by one in balance.

    `way`: too much me, too much us, or (alone) a day on which one felt small or shaky. `low`, `high`: the share's 90 %
    interval, 0 to 1; only meant where `enough`.
    """

    way: Way
    days: int
    back: int
    low: float
    high: float

    @property
    def enough(self) -> bool:
        return self.days >= LEAST


def count_recoveries(pulses: Iterable[Pulse]) -> tuple[Recovery, ...]:
    """How days were followed: by balance where that is asked, else by how one felt about oneself.

    >>> count_recoveries([])
    (Recovery(way='low', days=0, back=0, low=0.0, high=1.0),)
    """
    by_day = {pulse.day: pulse for pulse in pulses}
    with_balance = any(pulse.balance for pulse in by_day.values())
    ways: tuple[Way, ...] = ("me", "us") if with_balance else ("low",)
    return tuple(_count_recovery(way, by_day.values(), by_day) for way in ways)


def _count_recovery(way: Way, pulses: Iterable[Pulse], by_day: dict[date, Pulse]) -> Recovery:
    days = back = 0
    for pulse in pulses:
        following = by_day.get(pulse.day + timedelta(days=1))
        if following is None or not _is_out_of_balance(pulse, way):
            continue
        returned = _is_in_balance(following, way)
        if returned is not None:
            days, back = days + 1, back + returned
    low, high = bound_share(back, days)
    return Recovery(way, days, back, low, high)


def bound_share(seen: int, asked: int) -> tuple[float, float]:
    """Wilson's 90 % interval of a share.

    >>> [round(one, 2) for one in bound_share(9, 14)]
    [0.43, 0.81]
    """
    if not asked:
        return 0.0, 1.0
    share, square = seen / asked, _Z * _Z
    middle = (share + square / (2 * asked)) / (1 + square / asked)
    half = _Z * math.sqrt(share * (1 - share) / asked + square / (4 * asked * asked)) / (1 + square / asked)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def _is_out_of_balance(pulse: Pulse, way: Way) -> bool:
    return pulse.self_feeling <= LOW if way == "low" else pulse.balance == way


def _is_in_balance(pulse: Pulse, way: Way) -> bool | None:
    """Whether a day was in balance again; None where that was not answered."""
    if way == "low":
        return pulse.self_feeling > LOW
    return None if pulse.balance is None else pulse.balance == "right"
