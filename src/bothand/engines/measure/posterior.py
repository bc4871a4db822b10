"""The normal model: where the facets lie, given what was answered.

The answer to item i of facet f, keyed upward, is

    y = base_i + slope_i * level_f + noise,      base_i = middle + shift_i - slope_i * middle

with levels normal around a mean of the person's own (`Assumptions.prior`). This is the hierarchical normal model (Lindley &
Smith 1972, *Bayes estimates for the linear model*, JRSS B 34; in measurement: Kelley's regressed estimate, 1947, with a second
level). Answers lose weight with age (exponential discounting: West & Harrison 1997, *Bayesian Forecasting and Dynamic Models*,
section 6.3). The mean of answers with the weight n has variance noise / n around the line, and the levels are one small linear
system.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bothand.engines.measure.assumptions import Assumptions
from bothand.engines.measure.items import Bank, Floats, Item
from bothand.engines.measure.questionnaire import Questionnaire
from bothand.engines.measure.state import TOTAL, WEIGHT, State


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The numbers of n items as arrays (n,): index of the `facets`, `base` and `slope` of the line above, variance of the `noise`."""

    facets: NDArray[np.intp] = field(repr=False)
    base: Floats = field(repr=False)
    slope: Floats = field(repr=False)
    noise: Floats = field(repr=False)


def numbers(items: tuple[Item, ...], questionnaire: Questionnaire, assumptions: Assumptions) -> Numbers:
    """The numbers of some items. Raises ValueError for one whose facet the questionnaire lacks."""
    untested = assumptions.spread(questionnaire)
    facets = np.array([questionnaire.place(one.facet, f"of item {one.id!r}") for one in items], dtype=np.intp)
    table = np.array(
        [(one.shift, one.slope, untested if one.spread is None else one.spread) for one in items]
    ).reshape(-1, 3)
    shift, slope, spread = table.T
    base = questionnaire.middle * (1.0 - slope) + shift
    return Numbers(facets, base, slope, spread**2)


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """The levels of f facets, normal: `mean` (f,) and `covariance` (f, f), in answers."""

    mean: Floats
    covariance: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What answers tell of the levels, by facet (f,): the `precision`, and the `pull`, which is precision times level."""

    precision: Floats
    pull: Floats


def told(weight: Floats, total: Floats, items: Numbers, count: int) -> Told:
    """What n items with these weights and weighted sums of answers (n,) tell of `count` facets."""
    precision = items.slope**2 * weight / items.noise
    pull = items.slope * (total - weight * items.base) / items.noise
    return Told(
        np.bincount(items.facets, precision, count).astype(np.float64),
        np.bincount(items.facets, pull, count).astype(np.float64),
    )


def posterior(state: State, bank: Bank, assumptions: Assumptions) -> Posterior:
    """The levels on the state's own day. Raises ValueError for an answered item whose facet the bank's questionnaire lacks.

    >>> from bothand.engines.measure.state import answer, start
    >>> bank = Bank.of([Item("open-1", "open", 1)])
    >>> state = answer(start(), bank, 0, "open-1", 5)
    >>> posterior(state, bank, Assumptions()).mean[:3].round(2).tolist()
    [3.95, 3.36, 3.36]
    """
    items = numbers(state.items, bank.questionnaire, assumptions)
    mean, covariance = assumptions.prior(bank.questionnaire)
    heard = told(state.sums[:, WEIGHT], state.sums[:, TOTAL], items, len(mean))
    inverse = np.linalg.inv(covariance)
    after = np.linalg.inv(inverse + np.diag(heard.precision))
    after = (after + after.T) / 2.0
    return Posterior(after @ (inverse @ mean + heard.pull), after)
