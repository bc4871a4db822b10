"""Pure: how the day is greeted, and what of it stands where."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bothand.kit.manifest import Part


class Time(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def find_time(hour: int) -> Time:
    """The part of the day at this hour (0 to 23); the night belongs to the evening before it.

    >>> [str(find_time(hour)) for hour in (4, 5, 12, 18, 23)]
    ['evening', 'morning', 'afternoon', 'evening', 'evening']
    """
    if 5 <= hour < 12:
        return Time.MORNING
    if 12 <= hour < 18:
        return Time.AFTERNOON
    return Time.EVENING


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The pieces of a day, by where they stand. `over`: nothing is left to do."""

    first: tuple[Part, ...]
    between: tuple[Part, ...]
    next: Part | None
    pulse: tuple[Part, ...]
    folds: tuple[Part, ...]
    over: bool


def arrange_day(parts: Iterable[Part]) -> Day:
    """Put each piece in its place. Of what is worth doing one thing is shown whole, and what is a mere offer comes last.

    When all else is settled the day is over, and offers are folded too.
    """
    ordered = sorted(parts, key=lambda part: part.order)
    over = all(part.settled for part in ordered)
    worth = sorted((part for part in ordered if part.slot == "next"), key=lambda part: part.settled)
    shown = None if over or not worth else worth[0]
    folded = [part for part in ordered if part.slot == "fold" or (part.slot == "next" and part is not shown)]
    return Day(
        first=tuple(part for part in ordered if part.slot == "first"),
        between=tuple(part for part in ordered if part.slot == "between"),
        next=shown,
        pulse=tuple(part for part in ordered if part.slot == "pulse"),
        folds=tuple(folded),
        over=over,
    )
