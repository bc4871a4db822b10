"""What changed since an anchor, and whether that is more than noise.

The anchor is a copy of the past levels inside the state, so what came after sharpens it too, and what both
days share (a person's reading of an item, a facet that was never asked) cancels. The difference of two
separate estimates would be about as wrong as saying "no change" (docs/methods/measure.md).
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, Literal

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import FACET_NAMES, Bank
from bothand.engines.measure.standing import NINE_IN_TEN, lines
from bothand.engines.measure.state import FACETS, State, advance
from bothand.relationship import AXES

SURE: Final = 0.9
"""A change is said when its direction is at least this sure."""


@dataclass(frozen=True, slots=True)
class Change:
    """How far one facet or axis moved since the anchor, in answers.

    `difference` with its 90 % interval `low` to `high`; `rose` (0 to 1): the probability that it went up at
    all.
    """

    name: str
    difference: float
    low: float
    high: float
    rose: float

    @property
    def said(self) -> Literal["up", "down"] | None:
        """The direction, when it is beyond noise; else None, which is said as "no change beyond noise".

        >>> Change("limits", 0.6, 0.1, 1.1, 0.97).said, Change("limits", 0.2, -0.4, 0.8, 0.7).said
        ('up', None)
        """
        if self.rose >= SURE:
            return "up"
        return "down" if self.rose <= 1.0 - SURE else None


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes from the day of the anchor to `day`: ten facets (order of FACETS) and two axes."""

    since: int
    day: int
    facets: tuple[Change, ...]
    axes: tuple[Change, ...]


def changes(
    state: State, bank: Bank, anchor: str, day: int | None = None, assumptions: Assumptions = DEFAULT
) -> Changes:
    """What changed since the anchor of that name, up to `day` (the state's own day by default).

    Raises KeyError when no anchor has that name, ValueError for a day before the state's.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.state import anchored, answer, start
    >>> bank = Bank.of(Item(f"{name}-{n}", name, 1) for name in FACET_NAMES for n in range(3))
    >>> state = start()
    >>> for n in range(3):
    ...     state = answer(state, bank, 0, f"limits-{n}", 1)
    >>> state = anchored(state, 0, "plan")
    >>> for n in range(3):
    ...     state = answer(state, bank, 56, f"limits-{n}", 5)
    >>> change = changes(state, bank, "plan").facets[5]
    >>> change.name, change.said, change.difference > 0
    ('limits', 'up', True)
    """
    names = [one.name for one in state.anchors]
    if anchor not in names:
        raise KeyError(anchor)
    at = names.index(anchor)
    if day is not None:
        state = advance(state, day, assumptions)
    assert state.day is not None  # an anchor has a day
    slope = lines(state, bank, assumptions).slope
    past = np.arange(2 * FACETS + FACETS * at, 2 * FACETS + FACETS * (at + 1))
    loading = np.zeros((FACETS + len(AXES), len(state.mean)))
    facets = np.arange(FACETS)
    loading[facets, facets] = loading[facets, facets + FACETS] = slope
    loading[facets, past] = -slope
    for row, axis in enumerate(AXES):
        loading[FACETS + row] = loading[[FACET_NAMES.index(name) for name in axis.facets]].mean(axis=0)
    difference = loading @ state.mean
    variance = ((loading @ state.covariance) * loading).sum(axis=1)
    found = [
        _change(name, float(difference[row]), float(variance[row]))
        for row, name in enumerate((*FACET_NAMES, *(axis.name for axis in AXES)))
    ]
    return Changes(state.anchors[at].day, state.day, tuple(found[:FACETS]), tuple(found[FACETS:]))


def _change(name: str, difference: float, variance: float) -> Change:
    spread = math.sqrt(max(0.0, variance))
    wide = NINE_IN_TEN * spread
    rose = NormalDist().cdf(difference / spread) if spread > 0.0 else 0.5
    return Change(name, difference, difference - wide, difference + wide, rose)
