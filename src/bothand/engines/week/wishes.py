"""What is wished for a week: what it is, how long, how often, when it may be, and how much it matters."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from bothand.engines.validation import take_integer, take_kind, take_name, take_row
from bothand.engines.week.calendar import DAY, WHOLE_DAY, Window
from bothand.engines.week.errors import WeekError

EVERY_DAY: Final = frozenset(range(7))
MOST_IMPORTANCE: Final = 5
LEAST_MINUTES: Final = 5
MOST_TRAVEL: Final = 600


class Kind(Enum):
    """What time is for."""

    TOGETHER = "together"
    ALONE = "alone"
    FRIENDS = "friends"
    INTEREST = "interest"
    REST = "rest"
    NEW = "new"  # something both want to try


class Effort(Enum):
    """What it asks of whoever does it: what is hard is not put after a tiring shift."""

    EASY = "easy"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to do in the week.

    name        what it is called; each once for a person and for both
    minutes     how long it takes, without the way there
    times       how often in the week, once a day at most
    days        on which days it may be, 0 for the first of the week
    window      between which times of such a day all of it lies, on the clock of whose wish it is
    importance  1 to 5: how much all its times together matter
    place       where it is; "" at home. Two things at the same place need no way between them
    travel      minutes from home to there. From one place to another leads over home
    """

    name: str
    minutes: int
    kind: Kind = Kind.ALONE
    times: int = 1
    days: frozenset[int] = EVERY_DAY
    window: Window = WHOLE_DAY
    importance: int = 3
    effort: Effort = Effort.EASY
    place: str = ""
    travel: int = 0

    def __post_init__(self) -> None:
        take_name(self.name, "the name of a wish", WeekError)
        for what, least, most in (
            ("minutes", LEAST_MINUTES, DAY),
            ("times", 1, 7),
            ("importance", 1, MOST_IMPORTANCE),
            ("travel", 0, MOST_TRAVEL),
        ):
            object.__setattr__(
                self, what, _take_between(getattr(self, what), f"{self.name}: {what}", least, most)
            )
        take_kind(self.kind, Kind, f"{self.name}: kind", WeekError)
        take_kind(self.window, Window, f"{self.name}: window", WeekError)
        take_kind(self.effort, Effort, f"{self.name}: effort", WeekError)
        object.__setattr__(self, "days", take_days(self.days, f"{self.name}: days"))
        check_place(self.place, self.travel, self.name)


@dataclass(frozen=True, slots=True)
class JointWish:
    """Something for both, and how much it matters to each: 0 to 5, not 0 for both.

    Its days and window are read on the week's own clock, and all of it lies outside the lines of both.
    """

    wish: Wish
    importance: tuple[int, int]

    def __post_init__(self) -> None:
        take_kind(self.wish, Wish, "the wish of a JointWish", WeekError)
        where = f"{self.wish.name}: importance"
        both = take_row(self.importance, where, WeekError)
        if len(both) != 2:
            raise WeekError(f"{where} is one number for each of two, not {len(both)}")
        numbers = tuple(_take_between(one, where, 0, MOST_IMPORTANCE) for one in both)
        if not any(numbers):
            raise WeekError(f"{where} is 0 for both: then it is nobody's wish")
        object.__setattr__(self, "importance", numbers)


def take_days(value: object, where: str) -> frozenset[int]:
    """Days as numbers from 0 on. Raises WeekError for none, or for others."""
    if not isinstance(value, frozenset | set | tuple | list):
        raise WeekError(f"{where} is {value!r}; expected some of the numbers 0 to 6")
    days = frozenset(_take_between(day, where, 0, 6) for day in value)
    if not days:
        raise WeekError(f"{where} names no day")
    return days


def check_place(place: object, travel: int, where: str) -> None:
    """A place is a text, and only what is away takes a way. Raises WeekError."""
    if not isinstance(place, str):
        raise WeekError(f"{where}: place is {place!r}; expected a text")
    if travel and not place:
        raise WeekError(f"{where}: there are {travel} minutes of travel, but no place to go to")


def _take_between(value: object, where: str, least: int, most: int) -> int:
    number = take_integer(value, where, WeekError)
    if not least <= number <= most:
        raise WeekError(f"{where} must lie between {least} and {most}, not {number}")
    return number
