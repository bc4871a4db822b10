"""Which items to ask next.

The rule is a plain rotation: the facet asked longest ago, and of that facet the item asked longest ago,
never-asked ones first, both wordings in turn. A focus facet gets the larger part. Where the benchmark shows a
gain (docs/methods/measure.md) the choice is greedy instead: the item that is expected to lower the summed
variance of the ten levels most, each pick seen as if answered before the next (van der Linden 2005, Linear
Models for Optimal Test Design; the trace, because a determinant neglects the worst-known facet).
"""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import FACET_NAMES, Bank, Floats
from bothand.engines.measure.response import expected_drop
from bothand.engines.measure.state import FACETS, State, advance
from bothand.engines.measure.views import ItemView, item_view

FIRST_VISIT: Final = 24
WEEKLY: Final = 7
FOCUSED: Final = 4
"""Of seven questions, how many a focus facet gets."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A facet that is worked on, and how many of the next questions go to it (3 to 5 of 7 in the app)."""

    facet: str
    count: int = FOCUSED

    def __post_init__(self) -> None:
        if self.facet not in FACET_NAMES:
            raise ValueError(f"{self.facet!r} is none of the ten facets")
        if self.count < 1:
            raise ValueError("a focus has at least one question")


def rotation(state: State, bank: Bank, count: int = WEEKLY, focus: Focus | None = None) -> tuple[str, ...]:
    """The ids of the next `count` items in turn (fewer when the bank is smaller), facets mixed.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.state import start
    >>> bank = Bank.of(Item(f"{name}-{n}", name, 1) for name in FACET_NAMES for n in range(3))
    >>> rotation(start(), bank, 5, Focus("limits", 2))
    ('open-0', 'limits-0', 'worth-0', 'limits-1', 'lean-0')
    """
    last = _last_turns(state, bank)
    queues = [
        sorted(np.flatnonzero(bank.facets == facet).tolist(), key=last.__getitem__) for facet in range(FACETS)
    ]
    asked = [max((last[index] for index in queue), default=0) for queue in queues]
    focused: list[int] = []
    if focus is not None:
        queue = queues[FACET_NAMES.index(focus.facet)]
        focused, queue[:] = queue[: min(focus.count, count)], []
    order = sorted(range(FACETS), key=asked.__getitem__)
    deepest = max(map(len, queues))
    rounds = [[queues[facet][n] for facet in order if len(queues[facet]) > n] for n in range(deepest)]
    others = [index for one in rounds for index in one][: count - len(focused)]
    return tuple(bank.items[index].id for index in _mixed(others, focused))


def _last_turns(state: State, bank: Bank) -> list[int]:
    turns = dict(zip(state.items, state.turns, strict=True))
    return [turns.get(item.id, 0) for item in bank.items]


def _mixed(others: list[int], focused: list[int]) -> list[int]:
    """The focused questions between the others, so that no facet is asked in a row where it can be helped."""
    pairs = zip_longest(others, focused)
    return [index for pair in pairs for index in pair if index is not None]


def greedy(
    state: State,
    bank: Bank,
    day: int,
    count: int = WEEKLY,
    assumptions: Assumptions = DEFAULT,
) -> tuple[str, ...]:
    """The ids of `count` items, each the one expected to lower the summed variance of the levels most on
    `day`.

    1.5 ms for 7 of 100. Raises ValueError for a day before the state's.
    """
    pick = _Picks(item_view(advance(state, day, assumptions), bank, assumptions))
    free = np.ones(len(bank), dtype=bool)
    while len(pick.taken) < count and free.any():
        drop = expected_drop(pick.view.means, pick.variances, bank.discrimination, bank.thresholds)
        gain = drop * (pick.levels**2).sum(axis=0) / pick.variances**2
        best = int(np.argmax(np.where(free, gain, -1.0)))
        free[best] = False
        pick.take(best, float(drop[best]))
    return tuple(bank.items[index].id for index in pick.taken)


class _Picks:
    """Picks made so far, and what they leave: `variances` (n,) of each item's z, `levels` (10, n) covariance
    with z.
    """

    def __init__(self, view: ItemView) -> None:
        self.view = view
        self.taken: list[int] = []
        self._steps: list[Floats] = []
        self.variances = view.variances
        self.levels = view.along(view.covariance[:FACETS] + view.covariance[FACETS : 2 * FACETS])

    def take(self, item: int, drop: float) -> None:
        """Take an item, as if its answer had lowered the variance of its z by `drop` and changed no mean."""
        view = self.view
        along = view.along(view.covariance[[int(rows[item]) for rows in view.rows]].sum(axis=0))
        along[item] += view.unseen[item]
        for step in self._steps:
            along -= step[item] * step
        scale = np.sqrt(drop) / self.variances[item]
        step = along * scale
        self.levels = self.levels - np.multiply.outer(self.levels[:, item] * scale, step)
        self.variances = self.variances - step * step
        self._steps.append(step)
        self.taken.append(item)


def choose(
    state: State,
    bank: Bank,
    day: int,
    count: int = WEEKLY,
    focus: Focus | None = None,
    *,
    assumptions: Assumptions = DEFAULT,
) -> tuple[str, ...]:
    """The ids of the next `count` items: the rule of this engine, as its benchmark decided it.

    A rotation, with the focus where there is one. Without a focus, and only over a calibrated bank, greedy: where
    items are known to differ it lowers the error of the first visit by about an eighth, and that of later weeks
    by about .03 unless people read items very much in their own ways; over untested items it gains
    nothing (docs/methods/measure.md). Ask 24 at the first visit, then 7 or 5 a week. Raises ValueError for a
    day before the state's, or a count below one.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.state import start
    >>> bank = Bank.of(Item(f"{name}-{n}", name, 1) for name in FACET_NAMES for n in range(3))
    >>> len(choose(start(), bank, 0, FIRST_VISIT))
    24
    """
    if count < 1:
        raise ValueError("at least one question is chosen")
    if state.day is not None and day < state.day:
        raise ValueError("that day is before the last one heard of; rebuild from history instead")
    if bank.calibrated and focus is None:
        return greedy(state, bank, day, count, assumptions)
    return rotation(state, bank, count, focus)
