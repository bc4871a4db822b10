"""Whatever has steps: a process is declared once, and says for any state which step its reader is at.

A process is pure. Its state holds what the reader may know and nothing else, so that what it says gives nothing away; in a
sealed step it says the same whatever the other does. A room declares one, makes its pages of `ProcessPage`, and the frame
around them shows the steps, whose turn it is, and how to stop and go on later.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

from django.utils.functional import Promise

Words = str | Promise
State = TypeVar("State")
Turn = Literal["each", "both", "me", "other"]
FEWEST: Final = 2


# Without slots: a frozen generic with slots can't be made by the name of its type in Python 3.11.
@dataclass(frozen=True, kw_only=True)
class Step(Generic[State]):
    """One named step of a process.

    key     names it for addresses and tests
    title   its name in the path
    about   what happens in it, in a sentence, for those who wait for it
    done    whether the reader's part of it is done
    ready   whether what it needs is there; until then the reader waits, and their part of the step before is done
    turn    whose it is: of each alone, of both together, the reader's, the other's
    sealed  whether nothing of it shows to the other; then it is of each alone, always
    shows   what the other sees of my part once it is done, in a sentence; "" for nothing
    """

    key: str
    title: Words
    about: Words = ""
    done: Callable[[State], bool]
    ready: Callable[[State], bool] = lambda _state: True
    turn: Turn = "each"
    sealed: bool = False
    shows: Words = ""

    def __post_init__(self) -> None:
        """Raises ValueError where a sealed step would say whose turn it is, or show something."""
        if self.sealed and (self.turn != "each" or self.shows):
            msg = f"{self.key} is sealed: it is of each alone, and shows nothing"
            raise ValueError(msg)


@dataclass(frozen=True)
class Place(Generic[State]):
    """Where the reader is: at a step, waiting after their part of it, or past the last one."""

    step: Step[State]
    number: int
    waits: bool = False
    over: bool = False


@dataclass(frozen=True)
class Process(Generic[State]):
    """Steps in their order."""

    steps: tuple[Step[State], ...]

    def __post_init__(self) -> None:
        """Raises ValueError for fewer than two steps, and for two of one key."""
        if len(self.steps) < FEWEST or len({step.key for step in self.steps}) < len(self.steps):
            msg = "a process has two steps or more, each with a key of its own"
            raise ValueError(msg)

    def find_place(self, state: State) -> Place[State]:
        """The first step that is not done, if what it needs is there; else the one before it, where the reader waits."""
        for number, step in enumerate(self.steps):
            if step.done(state):
                continue
            if number == 0 or step.ready(state):
                return Place(step, number)
            return Place(self.steps[number - 1], number - 1, waits=True)
        return Place(self.steps[-1], len(self.steps) - 1, over=True)

    def look_back(self, key: str, reached: Place[State]) -> Place[State]:
        """A step that the reader has come past, to do it again; where there is none of this key, where they are."""
        for number, step in enumerate(self.steps[: reached.number]):
            if step.key == key:
                return Place(step, number)
        return reached
