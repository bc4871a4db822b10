"""What is to be shared: tasks, what they take, and what each person answered about them."""

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Final

from bothand.engines.sharing.errors import NobodyCanError, SharingError
from bothand.engines.side import Side
from bothand.engines.validation import find_repeated, show, take_integer, take_kind, take_name, take_row

MOST_TASKS: Final = 400
MOST_MINUTES: Final = 10_080  # the minutes of one week
MOST_BURDEN: Final = 1_000_000
MOST_UNITS: Final = 50


class Stance(Enum):
    """What somebody answers about a task, where they give no number."""

    LIKE = "like"
    NEUTRAL = "neutral"
    DISLIKE = "dislike"
    CANNOT = "cannot"


WEIGHT: Final = {Stance.LIKE: 1, Stance.NEUTRAL: 2, Stance.DISLIKE: 4}
"""How heavy a minute weighs under each feeling: liking something halves it, disliking it doubles it."""

Exact = int | Fraction
"""A burden: whole, or a fraction where some of the times of a week are counted out."""


def simplify(number: Fraction) -> Exact:
    """A whole number where it is one.

    >>> simplify(Fraction(6, 3)), simplify(Fraction(1, 3))
    (2, Fraction(1, 3))
    """
    return int(number) if number.denominator == 1 else number


Answer = Stance | int
"""A stance, or the burden of the whole task as an integer (0 = none)."""


class Phase(Enum):
    """Mental load: noticing and planning are work too, beside doing (Daminger 2019; Aviv 2024)."""

    WHOLE = "whole"
    NOTICING = "noticing"
    PLANNING = "planning"
    DOING = "doing"


class Split(Enum):
    """How a task may be divided: owned whole (the default), phase by phase, or by weekly counts."""

    WHOLE = "whole"
    PHASES = "phases"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class Today:
    """How a task is carried today: the first person's part of each phase, in percent (None: not said)."""

    noticing: int | None = None
    planning: int | None = None
    doing: int | None = None

    def __post_init__(self) -> None:
        for phase in ("noticing", "planning", "doing"):
            part: object = getattr(self, phase)
            if part is None:
                continue
            percent = take_integer(part, phase, SharingError)
            if not 0 <= percent <= 100:
                raise SharingError(f"a part of today is a percentage from 0 to 100, not {percent}")
            object.__setattr__(self, phase, percent)

    @classmethod
    def by(cls, side: Side) -> "Today":
        """All of it with one person.

        >>> Today.by(Side.FIRST)
        Today(noticing=100, planning=100, doing=100)
        """
        part = 100 if side is Side.FIRST else 0
        return cls(part, part, part)


NOT_SAID: Final = Today()


@dataclass(frozen=True, slots=True)
class Task:
    """One task of the household.

    `minutes` is what doing it once takes, `times` how often a week (a fraction for less than weekly),
    `noticing` and `planning` are minutes a week beside the doing. A week's minutes are whole: minutes x times
    is rounded, halves upwards.

    >>> Task("clean the windows", minutes=50, times=Fraction(1, 4), planning=2).weekly
    15
    """

    name: str
    minutes: int
    times: int | Fraction = 1
    noticing: int = 0
    planning: int = 0
    today: Today = NOT_SAID
    split: Split = Split.WHOLE

    def __post_init__(self) -> None:
        if self.name == "":
            raise SharingError("a task needs a name")
        take_name(self.name, "the name of a task", SharingError)
        for what in ("minutes", "noticing", "planning"):
            value = take_integer(getattr(self, what), f"{self.name}: {what}", SharingError)
            if not 0 <= value <= MOST_MINUTES:
                raise SharingError(f"{self.name}: {what} must lie between 0 and {MOST_MINUTES}, not {value}")
            object.__setattr__(self, what, value)
        if not isinstance(self.times, Fraction):
            object.__setattr__(self, "times", take_integer(self.times, f"{self.name}: times", SharingError))
        take_kind(self.today, Today, f"{self.name}: today", SharingError)
        take_kind(self.split, Split, f"{self.name}: split", SharingError)
        if not 0 < self.times <= 1000 or self.weekly > MOST_MINUTES:
            raise SharingError(f"{self.name}: more than there is in a week, or never ({self.times} times)")
        if self.split is Split.COUNTS and (self.times != int(self.times) or self.times > MOST_UNITS):
            raise SharingError(
                f"{self.name}: only whole times a week, {MOST_UNITS} at most, can be counted out"
            )

    @property
    def doing(self) -> int:
        """Minutes a week of doing alone."""
        if isinstance(self.times, int):
            return self.minutes * self.times
        return int(self.minutes * self.times + Fraction(1, 2))

    @property
    def weekly(self) -> int:
        """Minutes a week in all: doing, noticing, planning."""
        return self.doing + self.noticing + self.planning


def _refuse_answer(sentence: str) -> SharingError:
    return SharingError(f"{sentence} (a burden) or a Stance")


@dataclass(frozen=True, slots=True)
class Work:
    """The work to be shared between two people.

    `first` and `second` hold one answer per task, in the order of the tasks. `shares` says in which
    proportion minutes are meant to be divided, e.g. (1, 1) or (60, 40). Raises `SharingError` for what
    makes no sense and `NobodyCanError` for tasks that neither can do.
    """

    tasks: tuple[Task, ...]
    first: tuple[Answer, ...]
    second: tuple[Answer, ...]
    shares: tuple[int, int] = field(default=(1, 1))

    def __post_init__(self) -> None:
        object.__setattr__(self, "tasks", take_row(self.tasks, "tasks", SharingError))
        if not 1 <= len(self.tasks) <= MOST_TASKS:
            raise SharingError(f"between 1 and {MOST_TASKS} tasks can be shared, not {len(self.tasks)}")
        for at, task in enumerate(self.tasks):
            take_kind(task, Task, f"tasks[{at}]", SharingError)
        twice = find_repeated(task.name for task in self.tasks)
        if twice is not None:
            raise SharingError(f"two tasks have the same name: {show(twice)}")
        for field_name, person in (("first", "the first person"), ("second", "the second person")):
            answers = take_row(getattr(self, field_name), f"{person}'s answers", SharingError)
            object.__setattr__(self, field_name, answers)
        shares = take_row(self.shares, "shares", SharingError)
        if len(shares) != 2:
            raise SharingError(f"shares are two whole numbers, not {len(shares)}")
        shares = tuple(take_integer(one, f"shares[{at}]", SharingError) for at, one in enumerate(shares))
        object.__setattr__(self, "shares", shares)
        if not len(self.tasks) == len(self.first) == len(self.second):
            raise SharingError("each person needs one answer for each task")
        object.__setattr__(self, "first", self._take_answers(self.first, "the first person"))
        object.__setattr__(self, "second", self._take_answers(self.second, "the second person"))
        if min(self.shares) < 0 or not 0 < sum(self.shares) <= 10_000:
            raise SharingError("shares are two integers, neither below 0, that are not both 0")
        both = zip(self.tasks, self.first, self.second, strict=True)
        nobody = tuple(t.name for t, one, two in both if one is Stance.CANNOT and two is Stance.CANNOT)
        if nobody:
            raise NobodyCanError(nobody)

    def _take_answers(self, given: tuple[object, ...], person: str) -> tuple[Answer, ...]:
        answers: list[Answer] = []
        for task, answer in zip(self.tasks, given, strict=True):
            where = f"{person}'s answer about {show(task.name)}"
            if isinstance(answer, Stance):
                answers.append(answer)
                continue
            burden = take_integer(answer, where, _refuse_answer)
            if not 0 <= burden <= MOST_BURDEN:
                raise SharingError(f"a burden is an integer from 0 to {MOST_BURDEN}, not {burden} ({where})")
            answers.append(burden)
        return tuple(answers)

    def answers(self, side: Side) -> tuple[Answer, ...]:
        return self.first if side is Side.FIRST else self.second

    def burden(self, side: Side, index: int) -> int:
        """The whole task's burden for one person, as an integer; 0 where they can't do it.

        >>> work = Work((Task("cook", 40, 7),), (Stance.DISLIKE,), (12,))
        >>> work.burden(Side.FIRST, 0), work.burden(Side.SECOND, 0)
        (1120, 12)
        """
        answer = self.answers(side)[index]
        if isinstance(answer, int):
            return answer
        return WEIGHT.get(answer, 0) * self.tasks[index].weekly

    def whole_burden(self, side: Side) -> int:
        """What all tasks together would be for one person; those they can't do are left out."""
        return sum(self.burden(side, index) for index in range(len(self.tasks)))

    @property
    def minutes(self) -> int:
        """Minutes a week of all tasks together."""
        return sum(task.weekly for task in self.tasks)
