"""The normal model: where the facets lie, given what was answered.

The answer to item i of facet f, keyed upward, is

    y = base_i + slope_i * level_f + own_i + noise,      base_i = middle + shift_i - slope_i * middle

with levels normal around a mean of the person's own (`Assumptions.prior`), `own_i` how this person always reads the item,
and noise that is new each week. This is the hierarchical normal model of two-way data (Lindley & Smith 1972, *Bayes
estimates for the linear model*, JRSS B 34; in measurement: Kelley's regressed estimate, 1947, and Cronbach et al. 1972, *The
Dependability of Behavioral Measurements*). Answers lose weight with age (exponential discounting: West & Harrison 1997,
*Bayesian Forecasting and Dynamic Models*, section 6.3). Given an item's weighted mean over the weight n, own_i drops out:
the mean has variance own + noise / n around the level, and the levels are one small linear system.
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
    """The numbers of n items as arrays (n,): index of the `facets`, `base` and `slope` of the line above, and the
    variances `own` (how this person reads the item) and `noise` (new each week).
    """

    facets: NDArray[np.intp] = field(repr=False)
    base: Floats = field(repr=False)
    slope: Floats = field(repr=False)
    own: Floats = field(repr=False)
    noise: Floats = field(repr=False)


def numbers(items: tuple[Item, ...], questionnaire: Questionnaire, assumptions: Assumptions) -> Numbers:
    """The numbers of some items. Raises ValueError for one whose facet the questionnaire lacks."""
    untested = assumptions.spread(questionnaire)
    facets = np.array([questionnaire.place(one.facet, f"of item {one.id!r}") for one in items], dtype=np.intp)
    table = np.array(
        [(one.shift, one.slope, untested if one.spread is None else one.spread) for one in items]
    ).reshape(-1, 3)
    shift, slope, variance = table[:, 0], table[:, 1], table[:, 2] ** 2
    base = questionnaire.middle * (1.0 - slope) + shift
    own = assumptions.own_share * variance
    return Numbers(facets, base, slope, own, variance - own)


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """The levels of f facets, normal: `mean` (f,) and `covariance` (f, f), in answers.

    For the state's n items: their `numbers`, the weight (n,) of what was answered, its weighted `average` (n,).
    """

    mean: Floats
    covariance: Floats
    numbers: Numbers = field(repr=False)
    weight: Floats = field(repr=False)
    average: Floats = field(repr=False)


def posterior(state: State, bank: Bank, assumptions: Assumptions) -> Posterior:
    """The levels on the state's own day. Raises ValueError for an answered item whose facet the bank's questionnaire lacks.

    >>> from bothand.engines.measure.state import answer, start
    >>> bank = Bank.of([Item("open-1", "open", 1)])
    >>> state = answer(start(), bank, 0, "open-1", 5)
    >>> posterior(state, bank, Assumptions()).mean[:3].round(2).tolist()
    [3.87, 3.34, 3.34]
    """
    items = numbers(state.items, bank.questionnaire, assumptions)
    weight, total = state.sums[:, WEIGHT], state.sums[:, TOTAL]
    average: Floats = np.divide(total, weight, out=np.zeros_like(total), where=weight > 0.0)
    mean, covariance = assumptions.prior(bank.questionnaire)
    precision = weight / (weight * items.own + items.noise)
    count = len(mean)
    inverse = np.linalg.inv(covariance)
    told = np.bincount(items.facets, items.slope**2 * precision, count)
    heard = np.bincount(items.facets, items.slope * precision * (average - items.base), count)
    after = np.linalg.inv(inverse + np.diag(told))
    after = (after + after.T) / 2.0
    return Posterior(after @ (inverse @ mean + heard), after, items, weight, average)
