"""Pure: which weeks are shown, where each dot lies, what can be said of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.rooms.checkin.pulse.records import Pulse

DAYS: Final = 56
ENOUGH: Final = 5
"""Days from which on anything is said of them."""

LEFT: Final = 12
STEP: Final = 6
ROW: Final = 84
WIDTH: Final = 2 * LEFT + (DAYS - 1) * STEP
BALANCE_LEVELS: Final = {"me": 3, "right": 2, "us": 1}


@dataclass(frozen=True, slots=True)
class Weeks:
    """Eight weeks, first and last day included. `newer`, `older`: last days of the eight beside."""

    first: date
    last: date
    newer: date | None
    older: date | None


@dataclass(frozen=True, slots=True)
class Dot:
    """A day with an answer, in the units of the picture."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Row:
    """One question over eight weeks. `line` joins neighbouring days only, as the data of an SVG path."""

    dots: tuple[Dot, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named under the picture."""

    x: int
    day: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What may be said: the answer of more than half of the days, or the range; nothing too early."""

    most: int | None = None
    low: int | None = None
    high: int | None = None


def find_weeks(until: date, *, today: date, since: date) -> Weeks:
    """The eight weeks that end on `until`, never after today.

    >>> find_weeks(date(2026, 11, 24), today=date(2026, 11, 24), since=date(2026, 11, 1)).first
    datetime.date(2026, 9, 30)
    """
    last = min(until, today)
    first = last - timedelta(days=DAYS - 1)
    newer = min(last + timedelta(days=DAYS), today) if last < today else None
    older = first - timedelta(days=1) if first > since else None
    return Weeks(first, last, newer, older)


def list_days(first: date, last: date) -> list[date]:
    """The days from one to another, both included; none where the first comes after the last.

    >>> len(list_days(date(2026, 11, 1), date(2026, 11, 24)))
    24
    """
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def select_pulses(pulses: Iterable[Pulse], shown: Weeks) -> list[Pulse]:
    """Those of the eight weeks, by day."""
    return sorted(
        (pulse for pulse in pulses if shown.first <= pulse.day <= shown.last), key=lambda pulse: pulse.day
    )


def plot_self(pulses: Sequence[Pulse], first: date) -> Row:
    """How one felt about oneself."""
    return _plot_row(pulses, first, lambda pulse: pulse.self_feeling, 5)


def plot_between(pulses: Sequence[Pulse], first: date) -> Row:
    """How it was between the two, or with the people near."""
    return _plot_row(pulses, first, lambda pulse: pulse.between, 5)


def plot_balance(pulses: Sequence[Pulse], first: date) -> Row:
    """Too much me above, too much us below."""
    return _plot_row(pulses, first, lambda pulse: BALANCE_LEVELS.get(pulse.balance or ""), 3)


def place_ticks(shown: Weeks) -> tuple[Tick, ...]:
    """Every second week, from the first day on."""
    return tuple(
        Tick(LEFT + number * STEP, shown.first + timedelta(days=number)) for number in range(0, DAYS, 14)
    )


def find_most(pulses: Sequence[Pulse]) -> Finding:
    """What may be said of these days; counts and means are for the engines.

    >>> find_most([])
    Finding(most=None, low=None, high=None)
    """
    if len(pulses) < ENOUGH:
        return Finding()
    levels = [pulse.self_feeling for pulse in pulses]
    level, count = Counter(levels).most_common(1)[0]
    if 2 * count > len(levels):
        return Finding(most=level)
    return Finding(low=min(levels), high=max(levels))


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


def _plot_row(pulses: Sequence[Pulse], first: date, level: Callable[[Pulse], int | None], levels: int) -> Row:
    dots, steps, before = [], [], None
    for pulse in pulses:
        value = level(pulse)
        if value is None:
            continue
        number = (pulse.day - first).days
        dot = Dot(LEFT + number * STEP, ROW - round((value - 0.5) * ROW / levels))
        steps.append(f"{'L' if before == number - 1 else 'M'}{dot.x} {dot.y}")
        dots.append(dot)
        before = number
    return Row(tuple(dots), "".join(steps))
