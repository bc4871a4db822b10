"""Pure: times as people name them, and as records keep them, in seconds since 1970."""

from datetime import date, datetime, time, timedelta

from bothand.accounts import wall_clock


def seconds_of(zone: str, day: date, at: time) -> int:
    """A day and a time in a zone, in seconds since 1970."""
    return int(datetime.combine(day, at, wall_clock.zone_of(zone)).timestamp())


def time_in_zone(zone: str, seconds: int) -> datetime:
    """Seconds since 1970 as a time in a zone."""
    return datetime.fromtimestamp(seconds, wall_clock.zone_of(zone))


def next_midnight(now: datetime) -> int:
    """The beginning of the next day, in seconds since 1970."""
    following = (now + timedelta(days=1)).date()
    return int(datetime.combine(following, time(), now.tzinfo).timestamp())
