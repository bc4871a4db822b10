"""What comes out: a plan of the week, what did not fit, and why."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bothand.engines.side import Side
from bothand.engines.week.people import Placed
from bothand.engines.week.starts import Activity, Cause, Layout, Start

WhyId = Literal[
    "no_time",  # nothing of the week is open for it; `opens` says what would open some of it
    "few_days",  # it has its place on every day that is open for it; `opens` as above
    "others",  # it would take the place of `instead_of`
    "free",  # it would fit, but less would stay free than `short_of_free` wants
    "unseen",  # nothing that is known here stands against it
]


@dataclass(frozen=True, slots=True)
class Missed:
    """A wish of which something is not in the plan: how many times, and why.

    opens          what would open a time for it, the widest first
    instead_of     what is planned where it would fit best
    short_of_free  whose free time it would take
    """

    name: str
    side: Side | None
    times: int
    why: WhyId
    opens: tuple[Cause, ...] = ()
    instead_of: tuple[str, ...] = ()
    short_of_free: Side | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A week that keeps every line.

    placed     what is in it, in the order of time
    missed     what did not fit
    gained     what each one's wishes that are in it are worth to them, in parts of an importance
    possible   what would be possible for each if only their wishes counted
    moved      how much of what was agreed is not kept
    proved     whether no plan is fairer: none gives the one with the smaller share more, nor the other at no cost to them
    gap        how much larger the smaller share could be at most; 0 where that is proved
    """

    placed: tuple[Placed, ...]
    missed: tuple[Missed, ...]
    gained: tuple[int, int]
    possible: tuple[int, int]
    moved: int
    proved: bool
    gap: Fraction

    def share(self, side: Side) -> Fraction:
        """Which part of what was possible for one is in the plan; 1 where nothing was wished or possible."""
        possible = self.possible[side]
        return Fraction(self.gained[side], possible) if possible else Fraction(1)


Pick = tuple[int, Start]
"""An activity by its index, and where it begins."""


def place(layout: Layout, picks: tuple[Pick, ...]) -> tuple[Placed, ...]:
    """Picks as they stand in the week, in the order of time."""
    found = (
        Placed(activity.wish.name, activity.side, start.minute, start.minute + activity.wish.minutes)
        for activity, start in ((layout.activities[index], start) for index, start in picks)
    )
    return tuple(
        sorted(found, key=lambda one: (one.start, one.end, one.name, -1 if one.side is None else one.side))
    )


def add_up(layout: Layout, picks: tuple[Pick, ...]) -> tuple[int, int]:
    """What picks are worth to each."""
    values = [layout.activities[index].value for index, _ in picks]
    return sum(value[0] for value in values), sum(value[1] for value in values)


def collide(one: Activity, start: int, other: Activity, begin: int) -> bool:
    """Whether two activities of one person are too near each other, ways included, if they begin at these minutes."""
    if not set(one.sides) & set(other.sides):
        return False
    way = 0 if one.wish.place == other.wish.place else one.wish.travel + other.wish.travel
    return start < begin + other.wish.minutes + way and start + one.wish.minutes + way > begin


def find_missed(layout: Layout, picks: tuple[Pick, ...]) -> tuple[Missed, ...]:
    """Everything of which something is missing, with the reason."""
    missed = []
    for index, activity in enumerate(layout.activities):
        days = {start.day for at, start in picks if at == index}
        lacking = activity.wish.times - len(days)
        if lacking:
            missed.append(_explain(layout, picks, activity, days, lacking))
    return tuple(missed)


def find_short(layout: Layout, picks: tuple[Pick, ...], activity: Activity) -> Side | None:
    """Whose plannable minutes one more time of an activity would exceed; None where there is room for both."""
    for side in activity.sides:
        planned = sum(
            layout.activities[index].wish.minutes
            for index, _ in picks
            if side in layout.activities[index].sides
        )
        if planned + activity.wish.minutes > layout.most_minutes[side]:
            return side
    return None


def find_colliding(
    layout: Layout, picks: tuple[Pick, ...], activity: Activity, minute: int
) -> tuple[int, ...]:
    """Which picks stand where an activity would be if it began at a minute."""
    return tuple(
        at
        for at, (index, start) in enumerate(picks)
        if collide(activity, minute, layout.activities[index], start.minute)
    )


def _explain(
    layout: Layout, picks: tuple[Pick, ...], activity: Activity, days: set[int], lacking: int
) -> Missed:
    name, side = activity.wish.name, activity.side
    opens = tuple(cause for cause, _ in activity.opens)
    left = [start for start in activity.starts if start.day not in days]
    if not left:
        return Missed(name, side, lacking, "few_days" if days else "no_time", opens)
    fewest = min((find_colliding(layout, picks, activity, start.minute) for start in left), key=len)
    short = find_short(layout, picks, activity)
    if short is not None:
        return Missed(name, side, lacking, "free", short_of_free=short)
    if not fewest:
        return Missed(name, side, lacking, "unseen")
    names = tuple(layout.activities[picks[at][0]].wish.name for at in fewest)
    return Missed(name, side, lacking, "others", opens, instead_of=names)
