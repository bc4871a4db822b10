"""What changed since an anchor, and whether that is more than noise.

Two means are compared, as in a plain test: what was answered up to the anchor, and what was answered since. No slope and no
drift are assumed, and nothing that came later rewrites the past.

It is looked at week after week, so a change is said only well beyond 90 % (repeated looks: Armitage, McPherson & Rowe 1969,
JRSS A 132): beyond `FIRM` standard deviations for the facet that one works on, which is one comparison and told by its share
of the questions; beyond `FIRM_AMONG_MANY` for all others and the axes. And only where the standing moved the same way.

The mean up to the anchor is what a change is seen against, and what there is least of: so a facet is asked about several times
before its anchor is laid.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import Bank, Floats
from bothand.engines.measure.posterior import numbers, told
from bothand.engines.measure.standing import (
    NINE_IN_TEN,
    Estimate,
    axis_rows,
    standing,
)
from bothand.engines.measure.state import TOTAL, WEIGHT, State, advance, left_of

FIRM: Final = 2.8
"""A change of a facet that one works on is said beyond this many standard deviations."""
FIRM_AMONG_MANY: Final = 3.2
"""A change of any other facet, or of an axis, is said beyond this many."""
WORKED_ON: Final = 2.0
"""A facet is worked on when it was asked this many times as often since the anchor as the others on average."""
_NOTHING: Final = 1e-6
"""A weight below which an item was not answered in a span: what subtracting leaves."""

Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Change:
    """How far one facet or axis moved from the time up to the anchor to the time since, in answers.

    `difference` with its 90 % interval `low` to `high`, which always holds the difference of the two standings as well;
    `rose` (0 to 1): the probability that it went up at all. `said`: the direction, when it is beyond noise; else None, which
    is told as "no change beyond noise". `then`, `now`: the standings' own answers on the anchor's day and today, which what is
    said never goes against.
    """

    name: str
    difference: float
    low: float
    high: float
    rose: float
    said: Direction | None
    then: Estimate
    now: Estimate


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes from the day of the anchor to `day`: facets and axes in the order of the questionnaire."""

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
    >>> from bothand.engines.measure.questionnaire import FACET_NAMES
    >>> from bothand.engines.measure.state import anchored, answer, start
    >>> bank = Bank.of(Item(f"{name}-{n}", name, 1) for name in FACET_NAMES for n in range(6))
    >>> state = start()
    >>> for n in range(6):
    ...     state = answer(state, bank, 0, f"limits-{n}", 1)
    >>> state = anchored(state, 0, "plan")
    >>> for n in range(6):
    ...     state = answer(state, bank, 56, f"limits-{n}", 5)
    >>> change = changes(state, bank, "plan").facets[5]
    >>> change.name, change.said, change.low > 0
    ('limits', 'up', True)
    """
    before = state.at(anchor)
    if day is not None:
        state = advance(state, day, assumptions)
    assert state.day is not None  # an anchor has a day
    assert before.day is not None
    then = standing(before, bank, assumptions=assumptions)
    now = standing(state, bank, assumptions=assumptions)
    moved = _moved(state, bank, anchor, assumptions)
    slope = _mean_slopes(bank, assumptions)
    difference, covariance = moved.mean * slope, moved.covariance * np.multiply.outer(slope, slope)
    spread = np.sqrt(np.diagonal(covariance))
    firm = [FIRM if one else FIRM_AMONG_MANY for one in moved.worked_on]
    rows = axis_rows(bank.questionnaire)
    on_axes, axis_spread = rows @ difference, np.sqrt(np.diagonal(rows @ covariance @ rows.T))
    return Changes(
        before.day,
        state.day,
        tuple(
            _change(
                one.name,
                float(difference[at]),
                float(spread[at]),
                (one.answer, now.facets[at].answer),
                firm[at],
            )
            for at, one in enumerate(then.facets)
        ),
        tuple(
            _change(
                one.name,
                float(on_axes[at]),
                float(axis_spread[at]),
                (one.answer, now.axes[at].answer),
                FIRM_AMONG_MANY,
            )
            for at, one in enumerate(then.axes)
        ),
    )


def _change(
    name: str, difference: float, spread: float, shown: tuple[Estimate, Estimate], firm: float
) -> Change:
    then, now = shown
    wide, step = NINE_IN_TEN * spread, now.value - then.value
    return Change(
        name=name,
        difference=difference,
        low=min(difference - wide, step),
        high=max(difference + wide, step),
        rose=NormalDist().cdf(difference / spread),
        said=_said(difference / spread, firm, step),
        then=then,
        now=now,
    )


def _said(firmness: float, firm: float, step: float) -> Direction | None:
    """The direction beyond noise, where the standing took a step that way too."""
    if firmness > firm and step > 0.0:
        return "up"
    return "down" if firmness < -firm and step < 0.0 else None


def _mean_slopes(bank: Bank, assumptions: Assumptions) -> Floats:
    """By how much the mean answer over a facet's items moves when its level moves by one: (f,)."""
    items = numbers(bank.items, bank.questionnaire, assumptions)
    count = len(bank.questionnaire.facets)
    slopes: Floats = np.bincount(items.facets, items.slope, count) / np.bincount(
        items.facets, minlength=count
    )
    return slopes


@dataclass(frozen=True, slots=True, eq=False)
class _Moved:
    """By how much the levels moved: `mean` (f,), `covariance` (f, f), and which facets were `worked_on` (f,)."""

    mean: Floats
    covariance: Floats
    worked_on: NDArray[np.bool_]


def _moved(state: State, bank: Bank, anchor: str, assumptions: Assumptions) -> _Moved:
    """By how much the levels moved since the anchor: unknown are the levels before, and the movements."""
    items = numbers(state.items, bank.questionnaire, assumptions)
    mean, covariance = assumptions.prior(bank.questionnaire)
    count = len(mean)
    first, second = _two_spans(state, anchor, assumptions)
    earlier = told(first[:, 0], first[:, 1], items, count)
    since = told(second[:, 0], second[:, 1], items, count)
    inverse = np.linalg.inv(covariance)
    scale = (assumptions.change_sd * bank.questionnaire.unit) ** 2
    system = np.empty((2 * count, 2 * count))
    system[:count, :count] = inverse + np.diag(earlier.precision + since.precision)
    system[:count, count:] = system[count:, :count] = np.diag(since.precision)
    system[count:, count:] = np.diag(since.precision + 1.0 / scale)
    solved = np.linalg.inv(system)
    moved: Floats = solved[count:] @ np.concatenate([inverse @ mean + earlier.pull + since.pull, since.pull])
    asked = np.bincount(items.facets, second[:, 0], count)
    others = (asked.sum() - asked) / max(1, count - 1)
    return _Moved(moved, solved[count:, count:].astype(np.float64), asked > WORKED_ON * others + _NOTHING)


def _two_spans(state: State, anchor: str, assumptions: Assumptions) -> tuple[Floats, Floats]:
    """Weights and weighted answers (n, 2) up to the anchor, and since: the older are taken out of what holds both."""
    assert state.day is not None  # an anchor has a day
    kept = next(one for one in state.anchors if one.name == anchor)
    known, columns = len(kept.sums), [WEIGHT, TOTAL]
    first, second = np.zeros((len(state.items), 2)), state.sums[:, columns]
    first[:known] = kept.sums[:, columns]
    second[:known] -= left_of(kept, state.day, assumptions)[:, columns]
    second[second[:, 0] < _NOTHING] = 0.0
    return first, second
