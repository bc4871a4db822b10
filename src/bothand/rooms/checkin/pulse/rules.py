"""Pure: the month of days as a picture, and which day a form means."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.rooms.checkin.pulse.records import Pulse

COLUMN: Final = 50
ROW: Final = 50
HEAD: Final = 30
"""A day in the picture: how wide, how high, and where the first row's middle is."""
WIDTH: Final = 7 * COLUMN
FOOT: Final = 30
SIZES: Final = {1: 3.0, 2: 5.0, 3: 7.0, 4: 9.5, 5: 12.0}
"""How one felt about oneself: the larger, the better."""
APART: Final = {1: 26.0, 2: 22.0, 3: 17.0, 4: 12.0, 5: 7.0}
"""How it was between two: how far the two circles stand apart."""
OTHER: Final = 8.5
LEFT_OPEN: Final = "4"
"""How large the ring is of a day without an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """A day in the picture, placed as attributes. `size` is "" for a day without an answer.

    `mine`, `theirs`: where the circles' middles are across, `theirs` "" where the second question was left out; `both`: the
    path of what they share, "" where they do not touch.
    """

    number: str
    x: str
    y: str
    base: str
    size: str = ""
    mine: str = ""
    theirs: str = ""
    both: str = ""


@dataclass(frozen=True, slots=True)
class MonthChart:
    """A month as a calendar from Monday to Sunday; `heads` are the middles of its columns.

    The circles of all days are one path for each look, since a template is slow at two hundred elements: `mine`, `theirs`,
    what they share in `both`, and `left` for the days without an answer.
    """

    days: tuple[DayMark, ...]
    heads: tuple[str, ...]
    height: int
    mine: str
    theirs: str
    both: str
    left: str


def list_days(first: date, last: date) -> list[date]:
    """The days from one to another, both included; none where the first comes after the last.

    >>> len(list_days(date(2026, 11, 1), date(2026, 11, 24)))
    24
    """
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def list_month(first: date, last: date | None = None) -> list[date]:
    """The days of the month that begins on `first`, up to `last` where that is in it.

    >>> len(list_month(date(2026, 11, 1), date(2026, 11, 24))), len(list_month(date(2026, 10, 1), date(2026, 11, 24)))
    (24, 31)
    """
    days = [first + timedelta(days=number) for number in range(31)]
    shown = [day for day in days if day.month == first.month]
    return [day for day in shown if day <= last] if last and first <= last <= shown[-1] else shown


def draw_month(days: Sequence[date], pulses: Iterable[Pulse]) -> MonthChart:
    """The days of a month from its first on, each in its place of the week."""
    by_day = {pulse.day: pulse for pulse in pulses}
    offset = days[0].weekday()
    marks = tuple(_draw_day(day, offset + number, by_day.get(day)) for number, day in enumerate(days))
    rows = (offset + len(days) - 1) // 7
    return MonthChart(
        days=marks,
        heads=tuple(_write(COLUMN * (number + 0.5)) for number in range(7)),
        height=HEAD + ROW * rows + FOOT,
        mine="".join(_draw_circle(day.mine, day.y, day.size) for day in marks if day.size),
        theirs="".join(_draw_circle(day.theirs, day.y, str(OTHER)) for day in marks if day.theirs),
        both="".join(day.both for day in marks),
        left="".join(_draw_circle(day.x, day.y, LEFT_OPEN) for day in marks if not day.size),
    )


def _draw_circle(x: str, y: str, size: str) -> str:
    """A circle as a path: two halves of its rim, from its left end."""
    width = _write(2 * float(size))
    half = f"a{size} {size} 0 1 0"
    return f"M{_write(float(x) - float(size))} {y}{half} {width} 0{half}-{width} 0"


def _draw_day(day: date, place: int, pulse: Pulse | None) -> DayMark:
    x, y = COLUMN * (place % 7 + 0.5), HEAD + ROW * (place // 7)
    where = {"number": str(day.day), "x": _write(x), "y": str(y), "base": str(y + 26)}
    if pulse is None:
        return DayMark(**where)
    size = SIZES[pulse.self_feeling]
    if pulse.between is None:
        return DayMark(**where, size=_write(size), mine=_write(x))
    apart = APART[pulse.between]
    mine, theirs = x - apart / 2, x + apart / 2
    return DayMark(
        **where,
        size=_write(size),
        mine=_write(mine),
        theirs=_write(theirs),
        both=_draw_overlap(mine, y, size, apart),
    )


def _draw_overlap(mine: float, y: float, size: float, apart: float) -> str:
    """What two circles share: a lens from one crossing of their rims to the other, and back."""
    along = (apart * apart + size * size - OTHER * OTHER) / (2 * apart)
    square = size * size - along * along
    if square <= 0:
        return ""
    x, half = _write(mine + along), math.sqrt(square)
    above, below = _write(y - half), _write(y + half)
    first, second = int(along < 0), int(along > apart)
    return (
        f"M{x} {above}A{_write(size)} {_write(size)} 0 {first} 1 {x} {below}"
        f"A{OTHER} {OTHER} 0 {second} 1 {x} {above}Z"
    )


def _write(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def is_same(pulse: Pulse, other: Pulse) -> bool:
    """Whether two pulses say the same, the order of words aside."""
    return _list_answers(pulse) == _list_answers(other)


def find_day_meant(typed: date | None, today: date) -> date:
    """The day that a form is about: a page opened before midnight and sent after it means the day before."""
    return typed if typed is not None and today - timedelta(days=1) <= typed <= today else today


def _list_answers(pulse: Pulse) -> tuple[object, ...]:
    return (
        pulse.day,
        pulse.self_feeling,
        pulse.between,
        pulse.balance,
        frozenset(pulse.feelings),
        pulse.alone,
    )
