"""A week for two: lines are hard, wishes soft, and both get as fair a part of theirs as there is room for.

    >>> from datetime import date
    >>> from bothand.engines.week import JointWish, Kind, Person, Problem, Side, Week, Window, Wish, check, propose
    >>> evenings = Window.between("18:00", "22:00")
    >>> dinner = JointWish(Wish("cook together", 90, Kind.TOGETHER, times=2, window=evenings), importance=(4, 5))
    >>> run = Wish("run", 45, times=3, window=Window.between("7:00", "9:00"))
    >>> problem = Problem(Week(date(2026, 11, 30), "Europe/Lisbon"), Person(wishes=(run,)), Person(), (dinner,))
    >>> plan = propose(problem)
    >>> len(plan.placed), plan.share(Side.FIRST), plan.missed, "lines" in check(problem, plan)
    (5, Fraction(1, 1), (), True)

Problem in, plan out: `propose` finds it, `check` proves it by other means, `explain` says to one of the two what did not
fit, why, and what would make it fit. Times are real minutes since the week began; `Week.show_moment` gives them back on a
wall clock. Nothing here knows the hour, dice, disk or network; `propose` needs highspy (the extra `week`).
docs/methods/week.md has the method.
"""

from bothand.engines.side import Side
from bothand.engines.week.calendar import NIGHT, WHOLE_DAY, Week, Window
from bothand.engines.week.errors import ClaimError, SolverError, TooLargeError, WeekError
from bothand.engines.week.people import Busy, Line, Person, Placed, Problem
from bothand.engines.week.plan import Missed, Plan
from bothand.engines.week.proof import check
from bothand.engines.week.reasons import Reason, explain
from bothand.engines.week.rules import propose
from bothand.engines.week.starts import Cause
from bothand.engines.week.wishes import EVERY_DAY, Effort, JointWish, Kind, Wish

__all__ = [
    "EVERY_DAY",
    "NIGHT",
    "WHOLE_DAY",
    "Busy",
    "Cause",
    "ClaimError",
    "Effort",
    "JointWish",
    "Kind",
    "Line",
    "Missed",
    "Person",
    "Placed",
    "Plan",
    "Problem",
    "Reason",
    "Side",
    "SolverError",
    "TooLargeError",
    "Week",
    "WeekError",
    "Window",
    "Wish",
    "check",
    "explain",
    "propose",
]
