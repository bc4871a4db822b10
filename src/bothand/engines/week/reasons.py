"""What one of the two is told about a plan: reasons with numbers, which rooms and the CLI put into words.

Only what the reader knows anyway is in it: their own wishes, lines and times, and what is for both. What the other has
against a time appears as *no time that both have*, whatever it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bothand.engines.side import Side
from bothand.engines.validation import take_kind
from bothand.engines.week.errors import WeekError
from bothand.engines.week.people import Person, Problem
from bothand.engines.week.plan import Missed, Plan, WhyId, find_missed
from bothand.engines.week.starts import Cause, lay_out

ReasonId = Literal[
    "all",  # everything that the reader wished, or both did, is in it
    "missed_no_time",  # name, times, causes: none of its windows is open
    "missed_days",  # name, times, causes: it is on every day that is open for it
    "missed_others",  # name, times, names: these stand where it would be
    "missed_free",  # name, times: the reader would have less free than they want
    "missed_common",  # name, times: there is no time for it that both have
    "share",  # gained, possible: of the reader's own wishes
    "fairest",  # no plan gives the one with the smaller share more
    "best_so_far",  # percent: by so much of what was possible it could be better for that one, at most
    "moved",  # count: of what was agreed
]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what it is, its numbers by name, what it is about, and what would open a time for it."""

    id: ReasonId
    numbers: tuple[tuple[str, int], ...] = ()
    name: str = ""
    names: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()


def explain(problem: Problem, plan: Plan, for_whom: Side) -> tuple[Reason, ...]:
    """What is told to one of the two. Raises WeekError for whom that is neither.

    >>> from datetime import date
    >>> from bothand.engines.week import Line, Person, Week, Window, Wish, propose
    >>> sing = Wish("sing", 60, days=frozenset({1}), window=Window.between("18:00", "20:00"))
    >>> evening = Line("Tuesday evenings are mine", Window.between("18:00", "22:00"), days=frozenset({1}))
    >>> problem = Problem(Week(date(2026, 11, 30)), Person(wishes=(sing,), lines=(evening,)), Person())
    >>> reason = explain(problem, propose(problem), Side.FIRST)[0]
    >>> reason.id, reason.name, reason.causes[0].name
    ('missed_no_time', 'sing', 'Tuesday evenings are mine')
    """
    side = take_kind(for_whom, Side, "for_whom", WeekError)
    reasons = [_explain_missed(one) for one in _find_own_missed(problem, plan, side)] or [Reason("all")]
    if plan.possible[side]:
        reasons.append(Reason("share", (("gained", plan.gained[side]), ("possible", plan.possible[side]))))
    if plan.proved:
        reasons.append(Reason("fairest"))
    else:
        reasons.append(Reason("best_so_far", (("percent", -int(-plan.gap * 100 // 1)),)))
    if problem.agreed:
        reasons.append(Reason("moved", (("count", plan.moved),)))
    return tuple(reasons)


def _find_own_missed(problem: Problem, plan: Plan, side: Side) -> Iterator[Missed]:
    """What is missing, explained from the reader's own wishes, lines and times and what is for both, and nothing else."""
    people = [Person(sleep=None, free=0), Person(sleep=None, free=0)]
    people[side] = problem.person(side)
    layout = lay_out(Problem(problem.week, people[0], people[1], problem.joint))
    numbers = {(one.wish.name, one.side): at for at, one in enumerate(layout.activities)}
    picks = []
    for placed in plan.placed:
        if placed.side in {None, side}:
            index = numbers[placed.name, placed.side]
            picks.append(
                (index, next(s for s in layout.activities[index].starts if s.minute == placed.start))
            )
    yield from find_missed(layout, tuple(picks))


def _explain_missed(missed: Missed) -> Reason:
    ids: dict[WhyId, ReasonId] = {
        "no_time": "missed_no_time",
        "few_days": "missed_days",
        "others": "missed_others",
        "free": "missed_free",
        "unseen": "missed_common",
    }
    # That another window would do is nothing one can know of what is for both.
    causes = tuple(cause for cause in missed.opens if missed.side is not None or cause.id != "window")
    return Reason(ids[missed.why], (("times", missed.times),), missed.name, missed.instead_of, causes)
