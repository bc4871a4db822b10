"""Which items to ask next: a rotation.

The facet asked longest ago, and of that facet the item asked longest ago, never-asked ones first, both wordings in turn,
and where items have numbers of their own the sharpest ones first. A focus facet gets the larger part. A choice by expected
information (van der Linden 2005, *Linear Models for Optimal Test Design*) was built and gained nothing over it
(docs/methods/measure.md).
"""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

import numpy as np

from bothand.engines.measure.checked import name, whole
from bothand.engines.measure.items import Bank
from bothand.engines.measure.state import MAX_DAY, State

FIRST_VISIT: Final = 24
WEEKLY: Final = 7
FOCUSED: Final = 5
"""Of seven questions, how many a focus facet gets."""
MOST_QUESTIONS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Focus:
    """A facet that is worked on, and how many of the next questions go to it (3 to 5 of 7 in the app)."""

    facet: str
    count: int = FOCUSED

    def __post_init__(self) -> None:
        name(self.facet, "the facet of a focus")
        whole(self.count, f"the number of questions for the focus {self.facet!r}", 1, MOST_QUESTIONS)


def choose(
    state: State, bank: Bank, day: int, count: int = WEEKLY, focus: Focus | None = None
) -> tuple[str, ...]:
    """The ids of the next `count` items in turn (fewer when the bank is smaller), facets mixed.

    Ask 24 at the first visit, then 7 or 5 a week. Raises ValueError for a day before the state's, a count below one, or a
    focus that is none of the bank's facets.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.questionnaire import FACET_NAMES
    >>> from bothand.engines.measure.state import start
    >>> bank = Bank.of(Item(f"{name}-{n}", name, 1) for name in FACET_NAMES for n in range(3))
    >>> choose(start(), bank, 0, 5, Focus("limits", 2))
    ('open-0', 'limits-0', 'worth-0', 'limits-1', 'lean-0')
    """
    count = whole(count, "the number of questions", 1, MOST_QUESTIONS)
    day = whole(day, "the day", -MAX_DAY, MAX_DAY)
    if state.day is not None and day < state.day:
        raise ValueError(
            f"day {day} is before the last one heard of, {state.day}; rebuild from history instead"
        )
    facets = range(len(bank.questionnaire.facets))
    last = _last_turns(state, bank)
    queues = [sorted(np.flatnonzero(bank.facets == facet).tolist(), key=last.__getitem__) for facet in facets]
    asked = [max((last[index] for index in queue), default=0) for queue in queues]
    focused: list[int] = []
    if focus is not None:
        queue = queues[bank.questionnaire.place(focus.facet, "of the focus")]
        focused, queue[:] = queue[: min(focus.count, count)], []
    order = sorted(facets, key=asked.__getitem__)
    deepest = max(map(len, queues), default=0)
    rounds = [[queues[facet][n] for facet in order if len(queues[facet]) > n] for n in range(deepest)]
    others = [index for one in rounds for index in one][: count - len(focused)]
    return tuple(bank.items[index].id for index in _mixed(others, focused))


def _last_turns(state: State, bank: Bank) -> list[int]:
    turns = {item.id: turn for item, turn in zip(state.items, state.turns, strict=True)}
    return [turns.get(item.id, 0) for item in bank.items]


def _mixed(others: list[int], focused: list[int]) -> list[int]:
    """The focused questions between the others, so that no facet is asked in a row where it can be helped."""
    pairs = zip_longest(others, focused)
    return [index for pair in pairs for index in pair if index is not None]
