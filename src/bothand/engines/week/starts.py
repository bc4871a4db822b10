"""When each wish may begin: every step of the week's grid that lies in its windows and against which nothing stands.

What stands against a start is kept with its cause, so that a wish that finds no time can be told what would open one.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import lcm
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bothand.engines.side import Side
from bothand.engines.week.calendar import Span
from bothand.engines.week.people import Busy, Problem
from bothand.engines.week.wishes import Effort, Kind, Wish

CauseId = Literal["sleep", "busy", "line", "tired", "week", "window"]


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """What takes a start away: whose it is (None: of the wish itself), and a line's name."""

    id: CauseId
    side: Side | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """A possible start: the day whose window it lies in, and minutes of the week."""

    day: int
    minute: int


@dataclass(frozen=True, slots=True)
class Activity:
    """A wish, whose it is, and where it may begin.

    side    whose it is; None for both
    value   what each of its times is worth to each, in whole parts (see `Layout.parts`)
    starts  where it may begin, in order
    opens   what would open a start, each alone, with how many
    """

    wish: Wish
    side: Side | None
    value: tuple[int, int]
    starts: tuple[Start, ...]
    opens: tuple[tuple[Cause, int], ...]

    @property
    def sides(self) -> tuple[Side, ...]:
        """Who takes part."""
        return tuple(Side) if self.side is None else (self.side,)


@dataclass(frozen=True, slots=True)
class Layout:
    """A problem made ready: activities, and how many minutes each may have planned at most.

    parts  how many parts an importance of 1 has, so that each time of a wish is worth a whole number
    """

    problem: Problem
    activities: tuple[Activity, ...]
    most_minutes: tuple[int, int]
    parts: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A time in which something may not be. `reach` is the way from its place, and whoever is there already needs none."""

    span: Span
    cause: Cause
    place: str | None = ""
    reach: int = 0
    kinds: frozenset[Kind] | None = None
    hard_only: bool = False

    def rules_out(self, wish: Wish) -> bool:
        return (self.kinds is None or wish.kind in self.kinds) and (
            not self.hard_only or wish.effort is Effort.HARD
        )


def lay_out(problem: Problem) -> Layout:
    """Find where everything may begin."""
    blocks = tuple(tuple(_find_blocks(problem, side)) for side in Side)
    wished: list[tuple[Wish, Side | None, tuple[int, int]]] = [
        (one.wish, None, one.importance) for one in problem.joint
    ]
    wished += [(wish, Side.FIRST, (wish.importance, 0)) for wish in problem.first.wishes]
    wished += [(wish, Side.SECOND, (0, wish.importance)) for wish in problem.second.wishes]
    parts = lcm(*(wish.times for wish, _, _ in wished))
    activities = []
    for wish, whose, importance in wished:
        value = importance[0] * parts // wish.times, importance[1] * parts // wish.times
        starts, opens = _find_starts(problem, wish, whose, blocks)
        activities.append(Activity(wish, whose, value, starts, opens))
    most = _count_plannable(problem, Side.FIRST), _count_plannable(problem, Side.SECOND)
    return Layout(problem, tuple(activities), most, parts)


def find_nights(problem: Problem, side: Side) -> list[Span]:
    """When one sleeps, in minutes of the week; the night before it and the last one too."""
    person = problem.person(side)
    if person.sleep is None:
        return []
    return [
        problem.week.lay_window(person.sleep, day, person.zone) for day in range(-1, problem.week.days + 1)
    ]


def _find_blocks(problem: Problem, side: Side) -> Iterator[_Block]:
    week, person = problem.week, problem.person(side)
    nights = find_nights(problem, side)
    yield from (_Block(night, Cause("sleep", side)) for night in nights)
    for line in person.lines:
        for day in range(-1, week.days):
            # The day before the first may reach into it; it is the seventh of a week like this one.
            if day % 7 in line.days:
                span = week.lay_window(line.window, day, person.zone)
                yield _Block(span, Cause("line", side, line.name), kinds=line.rules_out)
    for busy in person.busy:
        span = week.measure(busy.start), week.measure(busy.end)
        if span[1] <= -busy.travel or span[0] >= week.length + busy.travel:
            continue
        yield _Block(span, Cause("busy", side), place=busy.place, reach=busy.travel)
        if busy.tiring:
            slept = min((night[0] for night in nights if night[0] >= span[1]), default=week.length)
            yield _Block((span[1], slept), Cause("tired", side), hard_only=True)


def _find_starts(
    problem: Problem, wish: Wish, side: Side | None, blocks: tuple[tuple[_Block, ...], ...]
) -> tuple[tuple[Start, ...], tuple[tuple[Cause, int], ...]]:
    week = problem.week
    zone = None if side is None else problem.person(side).zone
    grid = np.arange(0, week.length, week.step)
    against: list[set[Cause]] = [set() for _ in grid]
    for who in tuple(Side) if side is None else (side,):
        for block in blocks[who]:
            if block.rules_out(wish):
                for at in np.flatnonzero(_find_blocked(grid, wish, block)).tolist():
                    against[at].add(block.cause)
    for at in np.flatnonzero(
        (grid - wish.travel < 0) | (grid + wish.minutes + wish.travel > week.length)
    ).tolist():
        against[at].add(Cause("week"))
    inside: dict[int, int] = {}
    for day in range(week.days):
        if day in wish.days:
            first, last = week.lay_window(wish.window, day, zone)
            for at in np.flatnonzero((grid >= first) & (grid + wish.minutes <= last)).tolist():
                inside.setdefault(at, day)
    opens: Counter[Cause] = Counter()
    for at, causes in enumerate(against):
        if at in inside and len(causes) == 1:
            opens.update(causes)
        elif at not in inside and not causes:
            opens[Cause("window")] += 1
    starts = tuple(Start(day, int(grid[at])) for at, day in sorted(inside.items()) if not against[at])
    # That another window would open something is the least that can be said of a wish.
    return starts, tuple(
        sorted(opens.items(), key=lambda pair: (pair[0].id == "window", -pair[1], pair[0].id, pair[0].name))
    )


def _find_blocked(grid: NDArray[np.int64], wish: Wish, block: _Block) -> NDArray[np.bool_]:
    way = 0 if block.place == wish.place else wish.travel + block.reach
    first, last = block.span
    return (grid < last + way) & (grid + wish.minutes > first - way)


def _count_plannable(problem: Problem, side: Side) -> int:
    """How many minutes may be planned for one: what is neither slept nor taken, but for the part that stays free."""
    week, person = problem.week, problem.person(side)
    awake = np.ones(week.length, dtype=bool)
    taken: list[Span] = [*find_nights(problem, side), *(_measure_busy(problem, busy) for busy in person.busy)]
    for first, last in taken:
        awake[max(first, 0) : max(last, 0)] = False
    return int(awake.sum()) * (100 - person.free) // 100


def _measure_busy(problem: Problem, busy: Busy) -> Span:
    return problem.week.measure(busy.start), problem.week.measure(busy.end)
