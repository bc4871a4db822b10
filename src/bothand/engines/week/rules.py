"""The plan of a week that is fairest to both, and of those the one that changes least of what was agreed.

Each one's wishes that are in a plan are worth a part of what was possible for that one. The smaller of the two parts is
as large as it can be, and then the other one (leximin; Rawls 1971, Sen 1970). HiGHS answers in floating point; what it
says is read back as whole numbers, and asked again in whole numbers whether anything is better.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from bothand.engines.side import Side
from bothand.engines.validation import take_kind
from bothand.engines.week.errors import SolverError, TooLargeError, WeekError
from bothand.engines.week.people import Problem
from bothand.engines.week.plan import Pick, Plan, add_up, find_colliding, find_missed, find_short, place
from bothand.engines.week.program import Answer, Program, Row, build_program
from bothand.engines.week.starts import Layout, Start, lay_out

SECONDS: Final = 10.0
MOST_COLUMNS: Final = 60_000

Stage = Literal["possible", "fair", "fairer", "kept"]
"""What is worked out just now: what would be possible for each, the smaller share, the other share, what was agreed."""

Progress = Callable[[Stage], None]


@dataclass(slots=True)
class _Search:
    """The best so far, and how much time is left."""

    layout: Layout
    program: Program
    seconds: float
    best: tuple[Pick, ...]
    possible: tuple[int, int] = (0, 0)
    proved: bool = True

    def ask(self, aim: dict[int, float], demands: Sequence[Row] = (), *, only: Side | None = None) -> Answer:
        if self.program.spent >= self.seconds:
            self.proved = False
            return Answer(None, proved=False, bound=float("inf"))
        answer = self.program.ask(aim, demands, seconds=self.seconds, only=only)
        self.proved = self.proved and answer.proved
        return answer

    def at_least(self, side: Side, least: int) -> Row:
        return float(least), self.program.infinity, self.program.worth(side)

    def shares(self, picks: Sequence[Pick]) -> tuple[Fraction, Fraction]:
        """Both shares, the smaller one first: what is compared."""
        gained = add_up(self.layout, tuple(picks))
        one, two = (Fraction(g, p) if p else Fraction(1) for g, p in zip(gained, self.possible, strict=True))
        return min(one, two), max(one, two)

    def take_better(self, picks: Sequence[Pick] | None) -> None:
        if picks is not None and self.shares(picks) > self.shares(self.best):
            self.best = tuple(picks)


def propose(problem: Problem, *, seconds: float = SECONDS, progress: Progress | None = None) -> Plan:
    """The fairest week, or the best one found in so many seconds of work, with its gap.

    Needs highspy (the extra `week`). Raises `WeekError` for what can't be planned and `TooLargeError` beyond the bound on
    work. Calls `progress` at the beginning of each stage.

    >>> from datetime import date
    >>> from bothand.engines.week import Kind, Person, Week, Window, Wish
    >>> run = Wish("run", 45, times=3, window=Window.between("17:00", "20:00"))
    >>> plan = propose(Problem(Week(date(2026, 11, 30)), Person(wishes=(run,)), Person()))
    >>> len(plan.placed), plan.share(Side.FIRST), plan.proved
    (3, Fraction(1, 1), True)
    """
    layout = lay_out(take_kind(problem, Problem, "the problem", WeekError))
    size = sum(len(activity.starts) for activity in layout.activities)
    if size > MOST_COLUMNS:
        raise TooLargeError(
            f"there are {size} ways to begin something, more than {MOST_COLUMNS}: try a longer step or narrower windows"
        )
    tell = progress or (lambda _stage: None)
    greedy = fill(layout, _keep_agreed(layout))
    search = _Search(layout, build_program(layout), seconds, greedy)
    tell("possible")
    search.possible = tuple(_find_possible(search, side) for side in Side)  # type: ignore[assignment]  # one for each
    tell("fair")
    bound = _raise_smaller(search)
    tell("fairer")
    _raise_other(search)
    tell("kept")
    _keep_more(search)
    search.best = fill(layout, search.best)
    return _describe(search, bound)


def fill(layout: Layout, picks: tuple[Pick, ...] = ()) -> tuple[Pick, ...]:
    """Picks, and whatever else can be added to them as it stands, the most important first, spread over the days."""
    chosen = list(picks)
    order = sorted(
        range(len(layout.activities)),
        key=lambda at: (-Fraction(sum(layout.activities[at].value), layout.activities[at].wish.minutes), at),
    )
    for index in order:
        activity = layout.activities[index]
        days = {start.day for at, start in chosen if at == index}
        while len(days) < activity.wish.times and find_short(layout, tuple(chosen), activity) is None:
            start = next(
                (
                    start
                    for start in _spread(activity.starts, days)
                    if not find_colliding(layout, tuple(chosen), activity, start.minute)
                ),
                None,
            )
            if start is None:
                break
            chosen.append((index, start))
            days.add(start.day)
    return tuple(chosen)


def _spread(starts: Sequence[Start], days: AbstractSet[int]) -> list[Start]:
    """Starts on other days, the furthest from these days first."""
    left = [start for start in starts if start.day not in days]
    return sorted(
        left, key=lambda start: (-min((abs(start.day - day) for day in days), default=0), start.minute)
    )


def _keep_agreed(layout: Layout) -> tuple[Pick, ...]:
    """Of what was agreed all that still fits."""
    kept: list[Pick] = []
    for placed in layout.problem.agreed:
        for index, activity in enumerate(layout.activities):
            if (activity.wish.name, activity.side) != (placed.name, placed.side):
                continue
            start = next((one for one in activity.starts if one.minute == placed.start), None)
            days = {one.day for at, one in kept if at == index}
            fits = (
                start is not None
                and start.day not in days
                and len(days) < activity.wish.times
                and find_short(layout, tuple(kept), activity) is None
                and not find_colliding(layout, tuple(kept), activity, start.minute)
            )
            if fits and start is not None:
                kept.append((index, start))
    return tuple(kept)


def _find_possible(search: _Search, side: Side) -> int:
    """What would be possible for one if only their wishes counted; an upper bound where time ran out."""
    own = search.program.worth(side)
    wished = sum(
        one.value[side] * min(one.wish.times, len({s.day for s in one.starts}))
        for one in search.layout.activities
    )
    if add_up(search.layout, search.best)[side] == wished:
        return wished
    answer = search.ask(own, only=side)
    if answer.picks is not None and answer.proved:
        return add_up(search.layout, answer.picks)[side]
    return min(wished, int(answer.bound + 0.5)) if answer.bound < wished else wished


def _raise_smaller(search: _Search) -> Fraction:
    """Make the smaller share as large as it can be; returns the bound on it."""
    if search.shares(search.best)[0] == 1:
        return Fraction(1)
    sides = [side for side in Side if search.possible[side]]
    column = search.program.smaller_share
    demands: list[Row] = []
    for side in sides:
        worth = {at: value / search.possible[side] for at, value in search.program.worth(side).items()}
        demands.append((0.0, search.program.infinity, {**worth, column: -1.0}))
    answer = search.ask({column: 1.0}, demands)
    search.take_better(answer.picks)
    bound = min(Fraction(1), max(Fraction(answer.bound), Fraction(0))) if answer.bound < 1 else Fraction(1)
    while answer.proved:
        # Is there anything with a smaller share that is larger, in whole numbers?
        least = search.shares(search.best)[0]
        if least == 1:
            return least
        more = [search.at_least(side, int(least * search.possible[side]) + 1) for side in sides]
        answer = search.ask({}, more)
        if answer.picks is None:
            return least if answer.proved else bound
        search.take_better(answer.picks)
    return bound


def _raise_other(search: _Search) -> None:
    """Without making the smaller share smaller, make the other as large as it can be."""
    if search.shares(search.best)[1] == 1:
        return
    least = search.shares(search.best)[0]
    demands = [
        search.at_least(side, -(-least * search.possible[side] // 1))
        for side in Side
        if search.possible[side]
    ]
    for side in Side:
        if search.possible[side]:
            search.take_better(search.ask(search.program.worth(side), demands).picks)


def _keep_more(search: _Search) -> None:
    """Of all that is worth as much to both, take what keeps most of what was agreed."""
    wanted = _find_agreed(search)
    kept = sum(at in wanted for at in _find_columns(search, search.best))
    if kept == len(search.layout.problem.agreed):
        return
    gained = add_up(search.layout, search.best)
    demands = [search.at_least(side, gained[side]) for side in Side if gained[side]]
    answer = search.ask(dict.fromkeys(wanted, 1.0), demands)
    if answer.picks is not None and sum(at in wanted for at in _find_columns(search, answer.picks)) > kept:
        search.best = answer.picks


def _find_columns(search: _Search, picks: Sequence[Pick]) -> list[int]:
    known = {column: at for at, column in enumerate(search.program.columns)}
    return [known[pick] for pick in picks]


def _find_agreed(search: _Search) -> set[int]:
    agreed = {(one.name, one.side, one.start) for one in search.layout.problem.agreed}
    return {
        at
        for at, (index, start) in enumerate(search.program.columns)
        if (
            search.layout.activities[index].wish.name,
            search.layout.activities[index].side,
            start.minute,
        )
        in agreed
    }


def _describe(search: _Search, bound: Fraction) -> Plan:
    layout, picks = search.layout, search.best
    placed = place(layout, picks)
    stands = {(one.name, one.side, one.start) for one in placed}
    moved = sum((one.name, one.side, one.start) not in stands for one in layout.problem.agreed)
    if len(layout.activities) and not placed and not find_missed(layout, picks):
        raise SolverError("an empty week without a reason")
    return Plan(
        placed=placed,
        missed=find_missed(layout, picks),
        gained=add_up(layout, picks),
        possible=search.possible,
        moved=moved,
        proved=search.proved,
        gap=Fraction(0) if search.proved else max(bound - search.shares(picks)[0], Fraction(0)),
    )
