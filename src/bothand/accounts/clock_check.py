"""Whether the clock of this machine is plainly wrong: it says a time before something that has happened already."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bothand import RELEASED

SLACK: Final = timedelta(minutes=10)
"""Clocks are set right by a little every day."""


def find_later(now: datetime, known: Iterable[datetime]) -> datetime | None:
    """The latest moment that has been already and still lies before us by this clock; None while nothing speaks against it.

    `known` are moments at which something was kept; that this program was released is known without them.

    >>> find_later(datetime(1970, 1, 2, tzinfo=UTC), []) == start_of(RELEASED)
    True
    >>> find_later(datetime(2038, 1, 2, tzinfo=UTC), [datetime(2026, 12, 1, tzinfo=UTC)]) is None
    True
    """
    latest = max((start_of(RELEASED), *known))
    return latest if latest > now + SLACK else None


def start_of(day: date) -> datetime:
    """The first moment of a day in UTC, by which days in rows and keys go."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
