"""The only clock of the house. Tests that need a fixed time replace `CLOCK` and `TICKS`."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


def _machine() -> datetime:
    return datetime.now(UTC)


CLOCK: Callable[[], datetime] = _machine
TICKS: Callable[[], float] = time.monotonic


def now() -> datetime:
    """The time, in UTC."""
    return CLOCK()


def monotonic_seconds() -> float:
    """Seconds that never run backwards, for how long ago a thing was used."""
    return TICKS()


def zone_of(name: str) -> ZoneInfo:
    """The time zone of this name, or UTC when this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


@cache
def all_zones() -> tuple[str, ...]:
    """The names a person can choose from: places, and UTC. Looked up on the disk once: it takes longer than a page."""
    places = (
        name
        for name in available_timezones()
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/"))
    )
    return ("UTC", *sorted(places))


def today_in(zone_name: str) -> date:
    """The day it is where somebody lives."""
    return now().astimezone(zone_of(zone_name)).date()
