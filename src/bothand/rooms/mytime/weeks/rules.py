"""Pure: weeks, wished against had time, what was in the way."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Final

from bothand.rooms.mytime.weeks.records import HAD, OBSTACLES, Week

FEWEST: Final = 5
A_WEEK: Final = timedelta(weeks=1)
Z: Final = 1.6449
"""Nine in ten, to both sides, of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often something was so: `count` of `of` weeks, and from where to where it may lie in the long run, 0 to 1."""

    count: int
    of: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WeeksSummary:
    """What the answered weeks say. `by_word` has each of HAD; `way` is what got in the way most, with how often.

    had, wished  minutes a week on average, over the `both` weeks in which both were given; None where that is none
    """

    by_word: Mapping[str, Share]
    way: str
    way_count: int
    had: float | None
    wished: float | None
    both: int


def find_monday(day: date) -> date:
    """The first day of a week.

    >>> find_monday(date(2026, 11, 24))
    datetime.date(2026, 11, 23)
    """
    return day - timedelta(days=day.weekday())


def list_mondays(today: date, count: int) -> list[date]:
    """The Mondays of so many weeks, the newest first: that of today's week, and those before.

    >>> list_mondays(date(2026, 11, 24), 2)
    [datetime.date(2026, 11, 23), datetime.date(2026, 11, 16)]
    """
    return [find_monday(today) - timedelta(weeks=number) for number in range(count)]


def summarise_weeks(weeks: Iterable[Week]) -> WeeksSummary | None:
    """What some weeks say; None below five, where anything could be chance."""
    found = list(weeks)
    if len(found) < FEWEST:
        return None
    words = Counter(one.had for one in found)
    ways = Counter(way for one in found for way in one.obstacles if way in OBSTACLES)
    way, count = min(ways.items(), key=lambda item: (-item[1], OBSTACLES.index(item[0])), default=("", 0))
    both = [(one.minutes, one.wished) for one in found if one.minutes is not None and one.wished is not None]
    return WeeksSummary(
        by_word={word: estimate_share(words[word], len(found)) for word in HAD},
        way=way,
        way_count=count,
        had=sum(had for had, _ in both) / len(both) if both else None,
        wished=sum(wished for _, wished in both) / len(both) if both else None,
        both=len(both),
    )


def estimate_share(count: int, of: int) -> Share:
    """A share with its interval, nine in ten sure.

    Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    JASA 22, 1927). It takes each week as asked anew; weeks that follow one another are more alike than that.

    >>> found = estimate_share(6, 8)
    >>> round(found.low, 2), round(found.high, 2)
    (0.46, 0.91)
    """
    middle = (count + Z * Z / 2) / (of + Z * Z)
    half = Z / (of + Z * Z) * sqrt(count * (of - count) / of + Z * Z / 4)
    # At none and at all of them the ends meet the share itself, but for rounding.
    return Share(
        count, of, min(max(0.0, middle - half), count / of), max(min(1.0, middle + half), count / of)
    )


def list_days(months: Iterable[str]) -> list[date]:
    """The days of months as shelves name them: an import may have put a week under a day that is no Monday.

    >>> len(list_days(["2026-11", "2024-02"]))
    59
    """
    found = []
    for month in months:
        year, number = map(int, month.split("-"))
        found += [date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1)]
    return found
