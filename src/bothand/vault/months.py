"""Months, as shelves name them."""

from datetime import date, timedelta
from typing import Final

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""What no clock and no import goes beyond; `kit.addresses` reads no other years."""
_OF_A_YEAR: Final = tuple(f"-{number:02}" for number in range(1, 13))


def months_between(first: date, last: date) -> list[str]:
    """The months from one day to another, both included.

    >>> months_between(date(2025, 12, 31), date(2026, 2, 1))
    ['2025-12', '2026-01', '2026-02']
    """
    every = [f"{year:04}{month}" for year in range(first.year, last.year + 1) for month in _OF_A_YEAR]
    return every[first.month - 1 : len(every) - 12 + last.month]


def month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def months_of_years(first: int, last: int) -> list[str]:
    """The months of these years, both included."""
    return months_between(date(first, 1, 1), date(last, 12, 31))
