"""What somebody does every week, as a room says it of itself: for a list to print, and for a feed of the week to take."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyTask:
    """Something that comes round. `times` is how often a week, in hundredths; `minutes` are those of a whole week. `about`
    says which part of it is this person's, where it is not all of it.
    """

    title: str
    times: int
    minutes: int
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyWork:
    """What each of two does every week, as the reader sees it.

    mine, theirs  their lists
    nobody        what is with neither
    since         the day of what they agreed on; None where it is as today
    """

    mine: tuple[WeeklyTask, ...]
    theirs: tuple[WeeklyTask, ...]
    nobody: tuple[str, ...] = ()
    since: date | None = None
