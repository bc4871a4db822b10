"""Fair sharing of work between two people: exact, checked, explained.

    >>> from bothand.engines.sharing import Stance, Task, Work, equal_minutes, lay_out
    >>> tasks = (Task("cook", minutes=40, times=7), Task("wash up", 20, 7), Task("shop", 70, 2))
    >>> alex = (Stance.LIKE, Stance.DISLIKE, Stance.NEUTRAL)
    >>> sam = (Stance.DISLIKE, Stance.LIKE, Stance.NEUTRAL)
    >>> division = equal_minutes(lay_out(Work(tasks, alex, sam)))
    >>> division.minutes, division.burden, division.efficient, division.ef1
    ((280, 280), (280, 420), True, True)

Work in, divisions out: `lay_out` once, then a rule (`equal_minutes`, `leximin`, `envy_free`,
`fewest_changes`), `check` to prove it, `explain` for each reader, `move_task` to try something by hand. Minutes
are minutes a week; burdens are exact: integers, or fractions where times of a week are counted out. Nothing
here knows a clock, dice, disk or network; the only library is numpy. docs/methods/sharing.md has the methods.
"""

from bothand.engines.sharing.division import Division, Part, describe_division
from bothand.engines.sharing.errors import ClaimError, NobodyCanError, SharingError, TooMuchWorkError
from bothand.engines.sharing.frontier import Frontier
from bothand.engines.sharing.moves import AsToday, Effect, add_up_today, move_task
from bothand.engines.sharing.proof import check
from bothand.engines.sharing.reasons import Reason, explain
from bothand.engines.sharing.rules import (
    SLACK_PART,
    Sharing,
    divide_twice,
    envy_free,
    equal_minutes,
    fewest_changes,
    fewest_changes_efficient,
    lay_out,
    leximin,
)
from bothand.engines.sharing.work import Answer, Exact, Phase, Split, Stance, Task, Today, Work
from bothand.engines.side import Side

__all__ = [
    "SLACK_PART",
    "Answer",
    "AsToday",
    "ClaimError",
    "Division",
    "Effect",
    "Exact",
    "Frontier",
    "NobodyCanError",
    "Part",
    "Phase",
    "Reason",
    "Sharing",
    "SharingError",
    "Side",
    "Split",
    "Stance",
    "Task",
    "Today",
    "TooMuchWorkError",
    "Work",
    "add_up_today",
    "check",
    "describe_division",
    "divide_twice",
    "envy_free",
    "equal_minutes",
    "explain",
    "fewest_changes",
    "fewest_changes_efficient",
    "lay_out",
    "leximin",
    "move_task",
]
