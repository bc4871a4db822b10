"""Months, as shelves name them."""

from datetime import date, timedelta

from bothand.vault.records import month


def months_between(first: date, last: date) -> list[str]:
    """The months from one day to another, both included.

    >>> months_between(date(2025, 12, 31), date(2026, 2, 1))
    ['2025-12', '2026-01', '2026-02']
    """
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
