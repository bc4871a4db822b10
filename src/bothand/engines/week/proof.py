"""Proves what a plan claims, by other means than those that found it.

Nothing here uses the grid, the starts or the program: each thing that is planned is held against wall clocks, nights,
busy times and lines again, minute by minute where that is simplest. So a slip in the clever part shows.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from math import lcm
from typing import Final
from zoneinfo import ZoneInfo

from bothand.engines.side import Side
from bothand.engines.week.calendar import Window
from bothand.engines.week.errors import ClaimError
from bothand.engines.week.people import Person, Placed, Problem
from bothand.engines.week.plan import Plan
from bothand.engines.week.wishes import Effort, JointWish, Wish

_MINUTE: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
Moments = tuple[datetime, datetime]


def check(problem: Problem, plan: Plan) -> tuple[str, ...]:
    """Prove a plan's claims and return their names; raises `ClaimError` at the first that is false.

    `wished` (everything in it was wished, so long, so often, on its days and in its windows), `lines` (all of it lies
    outside sleep, busy times, lines and, where it is hard, evenings after a tiring shift, ways included), `apart` (nobody
    is in two things or on two ways at once), `free` (so much stays free as each wants), `adds_up` (what each gained, what
    is missing, what was moved) and `full` (nothing that is missing could be added as the plan stands; with a reason).

    That no plan is fairer is not proved here: `plan.proved` and `plan.gap` say what the solver's bounds show.

    >>> from datetime import date
    >>> from bothand.engines.week import Person, Week, propose
    >>> problem = Problem(Week(date(2026, 11, 30)), Person(wishes=(Wish("read", 60),)), Person())
    >>> check(problem, propose(problem))
    ('wished', 'lines', 'apart', 'free', 'adds_up', 'full')
    """
    _Proof(problem, plan).prove()
    return "wished", "lines", "apart", "free", "adds_up", "full"


def _is(so: bool, what: str) -> None:
    if not so:
        raise ClaimError(f"the plan claims {what}, and that is not so")


class _Proof:
    """One plan, and what is known of its week."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem, self.plan = problem, plan
        self.begin = problem.week.begin
        self.end = self.begin + problem.week.length * _MINUTE
        self.wishes: dict[tuple[str, Side | None], Wish | JointWish] = {
            (one.wish.name, None): one for one in problem.joint
        }
        for side in Side:
            for wish in problem.person(side).wishes:
                self.wishes[wish.name, side] = wish

    def prove(self) -> None:
        for placed in self.plan.placed:
            self.prove_wished(placed)
            _is(not self.find_against(self.wish(placed), placed), f"{placed.name} outside all that is hard")
        for key, times in Counter((one.name, one.side) for one in self.plan.placed).items():
            wish = self.find_wish(key)
            _is(times <= wish.times, f"{wish.name} {wish.times} times at most")
            days = [self.find_day(wish, one) for one in self.plan.placed if (one.name, one.side) == key]
            _is(len(set(days)) == len(days), f"{wish.name} once a day")
        for at, placed in enumerate(self.plan.placed):
            for other in self.plan.placed[at + 1 :]:
                _is(not self.collide(placed, other), f"{placed.name} and {other.name} apart")
        for side in Side:
            _is(
                self.count_planned(side) <= self.count_plannable(side),
                f"so much free time for {side.name.lower()}",
            )
        self.prove_sums()
        self.prove_full()

    def find_wish(self, key: tuple[str, Side | None]) -> Wish:
        found = self.wishes.get(key)
        if found is None:
            raise ClaimError(f"the plan holds {key[0]}, which nobody wished")
        return found.wish if isinstance(found, JointWish) else found

    def wish(self, placed: Placed) -> Wish:
        return self.find_wish((placed.name, placed.side))

    def moments(self, placed: Placed) -> Moments:
        return self.begin + placed.start * _MINUTE, self.begin + placed.end * _MINUTE

    def prove_wished(self, placed: Placed) -> None:
        wish = self.wish(placed)
        _is(placed.end - placed.start == wish.minutes, f"{wish.name} with its {wish.minutes} minutes")
        _is(placed.start % self.problem.week.step == 0, f"{wish.name} on the week's steps")
        _is(self.find_day(wish, placed) is not None, f"{wish.name} on its days and in its window")

    def find_day(self, wish: Wish, placed: Placed) -> int | None:
        """The day in whose window it lies; None where it lies in none."""
        start, end = self.moments(placed)
        person = None if placed.side is None else self.problem.person(placed.side)
        for day in sorted(wish.days):
            if day < self.problem.week.days:
                first, last = self.lay(wish.window, day, person)
                if first <= start and end <= last:
                    return day
        return None

    def lay(self, window: Window, day: int, person: Person | None) -> Moments:
        """A window of a day as moments, on the clock of a person or of the week."""
        zone = ZoneInfo((person and person.zone) or self.problem.week.zone)
        midnight = datetime.combine(self.problem.week.first + day * _DAY, datetime.min.time())
        first, last = (midnight + minute * _MINUTE for minute in (window.start, window.end))
        return first.replace(tzinfo=zone).astimezone(self.begin.tzinfo), last.replace(tzinfo=zone).astimezone(
            self.begin.tzinfo
        )

    def find_against(self, wish: Wish, placed: Placed) -> bool:
        """Whether anything hard stands against something at its moments."""
        start, end = self.moments(placed)
        way = wish.travel * _MINUTE
        if start - way < self.begin or end + way > self.end:
            return True
        sides = tuple(Side) if placed.side is None else (placed.side,)
        return any(self.stands_against(wish, self.problem.person(side), start, end, way) for side in sides)

    def stands_against(
        self, wish: Wish, person: Person, start: datetime, end: datetime, way: timedelta
    ) -> bool:
        nights = list(self.find_nights(person))
        if any(start - way < last and end + way > first for first, last in nights):
            return True
        for line in person.lines:
            for day in range(-1, self.problem.week.days):
                if day % 7 in line.days and wish.kind in line.rules_out:
                    first, last = self.lay(line.window, day, person)
                    if start - way < last and end + way > first:
                        return True
        for busy in person.busy:
            apart = timedelta() if busy.place == wish.place else way + busy.travel * _MINUTE
            if start < busy.end + apart and end > busy.start - apart:
                return True
            if busy.tiring and wish.effort is Effort.HARD and busy.start < self.end and busy.end > self.begin:
                slept = min((first for first, _ in nights if first >= busy.end), default=self.end)
                if start - way < slept and end + way > busy.end:
                    return True
        return False

    def find_nights(self, person: Person) -> Iterator[Moments]:
        if person.sleep is not None:
            yield from (self.lay(person.sleep, day, person) for day in range(-1, self.problem.week.days + 1))

    def collide(self, one: Placed, other: Placed) -> bool:
        if one.side is not None and other.side is not None and one.side != other.side:
            return False
        first, second = self.wish(one), self.wish(other)
        way = 0 if first.place == second.place else first.travel + second.travel
        return one.start < other.end + way and other.start < one.end + way

    def count_planned(self, side: Side) -> int:
        return sum(one.end - one.start for one in self.plan.placed if one.side in {None, side})

    def count_plannable(self, side: Side) -> int:
        person = self.problem.person(side)
        taken = [*self.find_nights(person), *((busy.start, busy.end) for busy in person.busy)]
        awake, until = 0, self.begin
        for first, last in sorted(taken):
            awake += max((min(first, self.end) - until) // _MINUTE, 0)
            until = max(until, last)
        awake += max((self.end - until) // _MINUTE, 0)
        return awake * (100 - person.free) // 100

    def prove_sums(self) -> None:
        parts = lcm(*(self.find_wish(key).times for key in self.wishes))
        gained = [Fraction(0), Fraction(0)]
        for placed in self.plan.placed:
            found = self.wishes[placed.name, placed.side]
            for side in Side:
                if isinstance(found, JointWish):
                    gained[side] += Fraction(found.importance[side] * parts, found.wish.times)
                elif placed.side == side:
                    gained[side] += Fraction(found.importance * parts, found.times)
        _is(list(self.plan.gained) == gained, "what each gained")
        for side in Side:
            _is(self.plan.gained[side] <= self.plan.possible[side], "no more than what was possible")
        counted = Counter((one.name, one.side) for one in self.plan.placed)
        missing = {key: self.find_wish(key).times - counted[key] for key in self.wishes}
        said = {(one.name, one.side): one.times for one in self.plan.missed}
        _is(said == {key: times for key, times in missing.items() if times}, "what is missing")
        stands = {(one.name, one.side, one.start) for one in self.plan.placed}
        moved = sum((one.name, one.side, one.start) not in stands for one in self.problem.agreed)
        _is(self.plan.moved == moved, "so many things moved")
        _is(not self.plan.proved or self.plan.gap == 0, "no gap where it is proved")

    def prove_full(self) -> None:
        """Whatever is missing could not be added at any step of the week."""
        for missed in self.plan.missed:
            key = missed.name, missed.side
            wish = self.find_wish(key)
            taken = {self.find_day(wish, one) for one in self.plan.placed if (one.name, one.side) == key}
            for minute in range(0, self.problem.week.length, self.problem.week.step):
                trial = Placed(missed.name, missed.side, minute, minute + wish.minutes)
                day = self.find_day(wish, trial)
                if day is None or day in taken or self.find_against(wish, trial):
                    continue
                if not self.would_collide(trial) and self.leaves_enough(trial):
                    raise ClaimError(f"the plan claims no room for {missed.name}, and there is some")

    def would_collide(self, trial: Placed) -> bool:
        return any(self.collide(trial, one) for one in self.plan.placed)

    def leaves_enough(self, trial: Placed) -> bool:
        sides = tuple(Side) if trial.side is None else (trial.side,)
        longer = trial.end - trial.start
        return all(self.count_planned(side) + longer <= self.count_plannable(side) for side in sides)
