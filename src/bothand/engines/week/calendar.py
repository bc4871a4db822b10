"""The week as real minutes: from wall clocks to minutes since the week began, and back.

Everything below is counted in real minutes since midnight of the first day in the week's own zone. So a week in which
clocks change is an hour shorter or longer, and what takes ninety minutes takes ninety minutes in it too.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bothand.engines.validation import take_integer, take_kind, take_name
from bothand.engines.week.errors import WeekError

DAY: Final = 1440
Span = tuple[int, int]
"""From a minute to another, the second one no longer in it."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a day on a wall clock, in minutes since midnight; it may end on the next day.

    >>> Window.between("22:30", "07:00")
    Window(start=1350, end=1860)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        for what in ("start", "end"):
            object.__setattr__(self, what, take_integer(getattr(self, what), f"a window's {what}", WeekError))
        if not 0 <= self.start < DAY or not self.start < self.end <= self.start + DAY:
            raise WeekError(
                f"a window begins on its day (0 to 1439) and lasts a day at most, not {self.start} to {self.end}"
            )

    @classmethod
    def between(cls, start: str, end: str) -> "Window":
        """From and to as "18:30"; an end at or before the start is on the next day. Raises WeekError."""
        first, last = read_clock(start), read_clock(end)
        return cls(first % DAY, last if last > first else last + DAY)


WHOLE_DAY: Final = Window(0, DAY)
NIGHT: Final = Window(1380, 1860)
"""23:00 to 7:00."""


def read_clock(text: str) -> int:
    """A time as "7:30" or "24:00" in minutes since midnight. Raises WeekError.

    >>> read_clock("7:30")
    450
    """
    hours, colon, minutes = text.partition(":") if isinstance(text, str) else ("", "", "")
    plain = colon and hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()
    if (
        not plain
        or len(hours) > 2
        or len(minutes) != 2
        or int(minutes) > 59
        or int(hours) * 60 + int(minutes) > DAY
    ):
        raise WeekError(f'{text!r} is no time of a day; expected one as "18:30"')
    return int(hours) * 60 + int(minutes)


def find_zone(name: str) -> ZoneInfo:
    """A zone by its name in the tz database. Raises WeekError."""
    try:
        return ZoneInfo(take_name(name, "a zone", WeekError))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WeekError(f'{name!r} is no zone that is known here; expected one as "Europe/Lisbon"') from error


@dataclass(frozen=True, slots=True)
class Week:
    """So many days from the first one on, in a zone.

    first   the first day
    zone    whose midnight it begins at, by its name in the tz database
    days    how many, 1 to 7
    step    what is planned begins at multiples of so many minutes: 5, 10, 15, 20, 30 or 60
    """

    first: date
    zone: str = "UTC"
    days: int = 7
    step: int = 15

    def __post_init__(self) -> None:
        take_kind(self.first, date, "the first day", WeekError)
        if isinstance(self.first, datetime):
            raise WeekError(f"the first day is {self.first!r}; expected a date without a time")
        find_zone(self.zone)
        for what in ("days", "step"):
            object.__setattr__(self, what, take_integer(getattr(self, what), f"a week's {what}", WeekError))
        if not 1 <= self.days <= 7:
            raise WeekError(f"between 1 and 7 days can be planned, not {self.days}")
        if self.step not in {5, 10, 15, 20, 30, 60}:
            raise WeekError(f"a step has 5, 10, 15, 20, 30 or 60 minutes, not {self.step}")
        try:
            self.begin, self.length  # noqa: B018  both are worked out once, to see that they can be
        except OverflowError as error:
            raise WeekError(f"{self.first} lies too near the end of all calendars") from error

    @property
    def begin(self) -> datetime:
        """When it begins, in UTC."""
        return _find_instant(self.first, 0, find_zone(self.zone))

    @property
    def length(self) -> int:
        """Its real minutes: 10,080, or an hour more or less where clocks change."""
        return self.find_minute(self.days, 0)

    def find_minute(self, day: int, minute: int, zone: str | None = None) -> int:
        """Minutes since the beginning at which a wall clock shows this minute of a day (0 is the first).

        A time that clocks leave out counts as they show it afterwards; of one that comes twice the first is taken.

        >>> Week(date(2026, 3, 23), "Europe/Berlin").find_minute(7, 0)  # clocks went forward on the Sunday
        10020
        """
        whole, rest = divmod(minute, DAY)
        instant = _find_instant(self.first + timedelta(days=day + whole), rest, find_zone(zone or self.zone))
        return (instant - self.begin) // timedelta(minutes=1)

    def measure(self, moment: datetime) -> int:
        """Minutes since the beginning of a moment with a zone; before it, below 0. Raises WeekError."""
        if not isinstance(moment, datetime) or moment.utcoffset() is None:
            raise WeekError(f"{moment!r} is no moment; expected a datetime with its zone")
        return (moment - self.begin) // timedelta(minutes=1)

    def show_moment(self, minute: int, zone: str | None = None) -> datetime:
        """The moment of so many minutes since the beginning, as a wall clock shows it."""
        return (self.begin + timedelta(minutes=minute)).astimezone(find_zone(zone or self.zone))

    def lay_window(self, window: Window, day: int, zone: str | None = None) -> Span:
        """A window on one day as real minutes."""
        return self.find_minute(day, window.start, zone), self.find_minute(day, window.end, zone)


def _find_instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    wall = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone)
    return wall.astimezone(UTC)
