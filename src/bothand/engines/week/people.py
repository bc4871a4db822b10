"""The two whose week it is: what each has to do, when each sleeps, which lines each draws, what each wishes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bothand.engines.side import Side
from bothand.engines.validation import find_repeated, show, take_integer, take_kind, take_name, take_row
from bothand.engines.week.calendar import NIGHT, Week, Window, find_zone
from bothand.engines.week.errors import TooLargeError, WeekError
from bothand.engines.week.wishes import (
    EVERY_DAY,
    MOST_TRAVEL,
    JointWish,
    Kind,
    Wish,
    check_place,
    take_days,
)

MOST_WISHES: Final = 60
MOST_BUSY: Final = 1000
MOST_LINES: Final = 50
ALL_KINDS: Final = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Busy:
    """A time that is taken, whatever for. `tiring`: nothing hard is planned after it until one has slept."""

    start: datetime
    end: datetime
    place: str = ""
    travel: int = 0
    tiring: bool = False

    def __post_init__(self) -> None:
        for what in ("start", "end"):
            moment = getattr(self, what)
            if not isinstance(moment, datetime) or moment.utcoffset() is None:
                raise WeekError(f"a busy time's {what} is {show(moment)}; expected a datetime with its zone")
        if not self.start < self.end:
            raise WeekError(f"a busy time ends after it begins, not at {self.end} after {self.start}")
        travel = take_integer(self.travel, "a busy time's travel", WeekError)
        if not 0 <= travel <= MOST_TRAVEL:
            raise WeekError(f"a busy time's travel must lie between 0 and {MOST_TRAVEL}, not {travel}")
        object.__setattr__(self, "travel", travel)
        check_place(self.place, travel, "a busy time")


@dataclass(frozen=True, slots=True)
class Line:
    """Something hard: on these days, in this window of one's own clock, nothing of these kinds is planned for me.

    It takes away only what involves its owner.
    """

    name: str
    window: Window
    days: frozenset[int] = EVERY_DAY
    rules_out: frozenset[Kind] = ALL_KINDS

    def __post_init__(self) -> None:
        take_name(self.name, "the name of a line", WeekError)
        take_kind(self.window, Window, f"{self.name}: window", WeekError)
        object.__setattr__(self, "days", take_days(self.days, f"{self.name}: days"))
        kinds = frozenset(
            take_kind(kind, Kind, f"{self.name}: rules_out", WeekError) for kind in self.rules_out
        )
        if not kinds:
            raise WeekError(f"{self.name} rules nothing out")
        object.__setattr__(self, "rules_out", kinds)


@dataclass(frozen=True, slots=True)
class Person:
    """One of the two.

    wishes  what is for this person alone
    busy    what is taken already
    lines   what is never planned for them
    sleep   every night, on their own clock; None where nothing is said
    free    how much of the time that is neither slept nor taken stays free of plans, in percent
    zone    their own clock; None for the week's
    """

    wishes: tuple[Wish, ...] = ()
    busy: tuple[Busy, ...] = ()
    lines: tuple[Line, ...] = ()
    sleep: Window | None = NIGHT
    free: int = 40
    zone: str | None = None

    def __post_init__(self) -> None:
        for what, kind, most in (
            ("wishes", Wish, MOST_WISHES),
            ("busy", Busy, MOST_BUSY),
            ("lines", Line, MOST_LINES),
        ):
            things = take_row(getattr(self, what), what, WeekError)
            if len(things) > most:
                raise TooLargeError(f"at most {most} {what} can be planned with, not {len(things)}")
            for at, thing in enumerate(things):
                take_kind(thing, kind, f"{what}[{at}]", WeekError)
            object.__setattr__(self, what, things)
        if self.sleep is not None:
            take_kind(self.sleep, Window, "sleep", WeekError)
        free = take_integer(self.free, "free", WeekError)
        if not 0 <= free <= 100:
            raise WeekError(f"free is a percentage from 0 to 100, not {free}")
        object.__setattr__(self, "free", free)
        if self.zone is not None:
            find_zone(self.zone)


@dataclass(frozen=True, slots=True)
class Placed:
    """Something in the week: whose it is (None: of both), and when it begins and ends, in minutes of the week."""

    name: str
    side: Side | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A week to be planned. Somebody alone plans with a `Person()` beside them.

    `agreed` is what an earlier plan of this week held: of equally good plans the one that keeps most of it is taken.
    """

    week: Week
    first: Person
    second: Person
    joint: tuple[JointWish, ...] = ()
    agreed: tuple[Placed, ...] = ()

    def __post_init__(self) -> None:
        take_kind(self.week, Week, "week", WeekError)
        take_kind(self.first, Person, "first", WeekError)
        take_kind(self.second, Person, "second", WeekError)
        for what, kind in (("joint", JointWish), ("agreed", Placed)):
            things = take_row(getattr(self, what), what, WeekError)
            for at, thing in enumerate(things):
                take_kind(thing, kind, f"{what}[{at}]", WeekError)
            object.__setattr__(self, what, things)
        count = len(self.joint) + len(self.first.wishes) + len(self.second.wishes)
        if count > MOST_WISHES:
            raise TooLargeError(f"at most {MOST_WISHES} wishes can be planned together, not {count}")
        for side in Side:
            names = [one.wish.name for one in self.joint] + [wish.name for wish in self.person(side).wishes]
            twice = find_repeated(names)
            if twice is not None:
                raise WeekError(f"two wishes have the same name: {show(twice)}")

    def person(self, side: Side) -> Person:
        """One of the two."""
        return self.first if side is Side.FIRST else self.second
