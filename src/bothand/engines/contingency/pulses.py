"""Days as a person entered them, and the rows that a slope is estimated from."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from bothand.engines.contingency.errors import BadPulseError
from bothand.engines.validation import find_repeated, take_integer, take_kind, take_number, take_row

Floats = NDArray[np.float64]

WINDOW: Final = 182
"""Days looked back on: half a year, so that the work is bounded and an old habit does not speak for today."""
SATURDAY_SUNDAY: Final = frozenset({5, 6})
COLUMNS: Final = ("slope", "level", "weekend", "trend", "day before")


Feeling = Literal["self_feeling", "between"]
FEELINGS: Final[tuple[Feeling, ...]] = ("self_feeling", "between")


@dataclass(frozen=True, slots=True)
class Pulse:
    """One day: how I felt about myself, and how it was between us.

    `day` is `date.toordinal()`, which also says the weekday. `self_feeling` and `between` are on any scale
    that rises; the app's goes from 1 to 5. Numbers of numpy become plain ones. Raises `BadPulseError` for a day that
    is no whole number, or a feeling that is no finite one.
    """

    day: int
    self_feeling: float
    between: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "day", take_integer(self.day, "the day of a pulse", BadPulseError))
        for name in FEELINGS:
            feeling = take_number(getattr(self, name), f"day {self.day}: {name}", BadPulseError)
            object.__setattr__(self, name, feeling)


def take_pulses(given: object) -> tuple[Pulse, ...]:
    """Days, each at most once; raises `BadPulseError` for anything else."""
    row = take_row(given, "pulses", BadPulseError)
    pulses = tuple(take_kind(each, Pulse, f"pulses[{at}]", BadPulseError) for at, each in enumerate(row))
    twice = find_repeated(pulse.day for pulse in pulses)
    if twice is not None:
        raise BadPulseError(f"a day has one pulse, and {twice} has two")
    return pulses


def take_weekend(given: Collection[int]) -> frozenset[int]:
    """Weekdays from 0, Monday, to 6; raises `BadPulseError` for anything else."""
    days = set()
    for value in given:
        day = take_integer(value, "a day of the weekend", BadPulseError)
        if not 0 <= day <= 6:
            raise BadPulseError(f"a day of the weekend is {day}; expected 0 (Monday) to 6")
        days.add(day)
    return frozenset(days)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The regression: `feeling` (n,) and `columns` (n, 5) as named in COLUMNS, one row for each day there is.

    Feeling and between are centred on the person's own mean and divided by their own standard deviation
    over these days. `weekend` is 0 or 1, centred; `trend` runs from -1 to 1 over the days. `day before` is
    yesterday's feeling, or 0 on rows whose yesterday is missing: such a row says nothing about the day
    before, and nothing is put in for it.
    """

    feeling: Floats
    columns: Floats


def rows(pulses: Iterable[Pulse], weekend: frozenset[int] = SATURDAY_SUNDAY) -> Rows | None:
    """The rows of these pulses, or None where nothing could be seen: fewer than two days, or days all alike.

    Missing days are left out, never filled. `weekend` holds weekdays as `date.weekday()` counts them.
    Raises `BadPulseError` when a day comes twice.

    >>> found = rows([Pulse(738000 + day, day % 5, day % 3) for day in range(20)])
    >>> found.columns.shape
    (20, 5)
    """
    ordered: Sequence[Pulse] = sorted(take_pulses(pulses), key=lambda pulse: pulse.day)
    days = np.array([pulse.day for pulse in ordered], dtype=np.int64)
    if len(days) < 2:
        return None
    feeling = _standardised(np.array([pulse.self_feeling for pulse in ordered], dtype=np.float64))
    between = _standardised(np.array([pulse.between for pulse in ordered], dtype=np.float64))
    if feeling is None or between is None:
        return None
    free = np.isin((days + 6) % 7, list(take_weekend(weekend))).astype(np.float64)
    follows = np.append(False, np.diff(days) == 1)
    before = np.where(follows, np.append(0.0, feeling[:-1]), 0.0)
    trend = 2.0 * (days - days[0]) / (days[-1] - days[0]) - 1.0
    columns = np.stack([between, np.ones(len(days)), free - free.mean(), trend, before], axis=1)
    return Rows(feeling, columns)


def find_alike(pulses: Sequence[Pulse]) -> tuple[Feeling, ...]:
    """Which of the two answers is the same on every day.

    >>> find_alike([Pulse(738000 + day, 3, day % 2) for day in range(5)])
    ('self_feeling',)
    """
    return tuple(
        name
        for name in FEELINGS
        if _standardised(np.array([getattr(pulse, name) for pulse in pulses], dtype=np.float64)) is None
    )


def _standardised(values: Floats) -> Floats | None:
    spread = float(values.std())
    if spread < 1e-9:
        return None
    standard: Floats = (values - values.mean()) / spread
    return standard
