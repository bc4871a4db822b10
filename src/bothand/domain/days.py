"""What may be said of some days on which somebody answered how they felt: decided here once.

It tells what was, and never that something rose or fell: a month of days has ends that mean nothing. What moved over time is
for `domain.reading`, and no page of days speaks of it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

ENOUGH: Final = 5
"""Days from which on anything is said of them."""


@dataclass(frozen=True, slots=True)
class DaysRead:
    """What may be said of days with an answer from 1 to 5; nothing of too few.

    most            the answer of more than half of them
    same            whether it was that of all of them
    best, hardest   the one day with the highest and the one with the lowest answer, where there is one each
    between         whether more than half lie strictly between these two
    low, high       the lowest and the highest answer
    """

    count: int
    most: int | None = None
    same: bool = False
    best: date | None = None
    hardest: date | None = None
    between: bool = False
    low: int | None = None
    high: int | None = None


def read_days(levels: Mapping[date, int]) -> DaysRead:
    """What may be said of them.

    >>> days = {date(2026, 11, day): level for day, level in enumerate((2, 3, 5, 3, 4), start=1)}
    >>> read_days(days).best, read_days(days).hardest, read_days(days).between
    (datetime.date(2026, 11, 3), datetime.date(2026, 11, 1), True)
    """
    count = len(levels)
    if count < ENOUGH:
        return DaysRead(count)
    low, high = min(levels.values()), max(levels.values())
    level, often = Counter(levels.values()).most_common(1)[0]
    return DaysRead(
        count,
        most=level if 2 * often > count else None,
        same=low == high,
        best=_only_day(levels, high),
        hardest=_only_day(levels, low),
        between=2 * sum(low < one < high for one in levels.values()) > count,
        low=low,
        high=high,
    )


def _only_day(levels: Mapping[date, int], level: int) -> date | None:
    days = [day for day, one in levels.items() if one == level]
    return days[0] if len(days) == 1 else None
