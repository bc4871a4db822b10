"""One's own ideal, and how the actual fits it.

The reference is each person's own ideal, asked with the same questions (Frost & Forrester 2013): closeness is
never maximised. An ideal is asked with one item a facet, so its interval is wide, and says so.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import FACET_NAMES, Bank, Floats
from bothand.engines.measure.response import after_answer, expected_answers
from bothand.engines.measure.standing import NINE_IN_TEN, Estimate, estimate, standing
from bothand.engines.measure.state import FACETS, State

IDEAL_MEAN: Final = 1.0
"""Where ideals lie before any is said: about *mostly*, with the same spread as levels."""


@dataclass(frozen=True, slots=True)
class Wished:
    """An item answered (1 to 5) as one would like it to be; None is skipped."""

    item: str
    answer: int | None


@dataclass(frozen=True, slots=True)
class FacetIdeal:
    """What a person wishes one facet to be: an expected answer over its items."""

    name: str
    answer: Estimate


@dataclass(frozen=True, slots=True)
class Gap:
    """Actual minus ideal of one facet, in answers.

    `difference` with its 90 % interval `low` to `high`; `short` (0 to 1): the probability that the actual
    lies below the ideal. Neither side is the better one.
    """

    name: str
    actual: Estimate
    ideal: Estimate
    difference: float
    low: float
    high: float
    short: float


def ideals(
    bank: Bank, wished: Iterable[Wished], assumptions: Assumptions = DEFAULT
) -> tuple[FacetIdeal, ...]:
    """The ideals of the facets that were answered, in the order of FACETS.

    Pass one round of answers (the newest): an ideal may change. Raises UnknownItemError, ValueError as
    `state.answer`.

    >>> from bothand.engines.measure.items import Item
    >>> bank = Bank.of(Item(name, name, 1) for name in FACET_NAMES)
    >>> wish, = ideals(bank, [Wished("own", 5), Wished("open", None)])
    >>> wish.name, round(wish.answer.value, 1)
    ('own', 4.2)
    """
    mean, covariance = np.full(FACETS, IDEAL_MEAN), assumptions.correlation.copy()
    asked: set[int] = set()
    for wish in wished:
        item = bank[wish.item]
        if wish.answer is None:
            continue
        facet = FACET_NAMES.index(item.facet)
        asked.add(facet)
        variance = float(covariance[facet, facet]) + assumptions.offset_sd**2
        after = after_answer(item, wish.answer, float(mean[facet]), variance)
        along = covariance[facet].copy()
        mean = mean + along * ((after.mean - float(mean[facet])) / variance)
        covariance = covariance - np.multiply.outer(along, along) * (
            (variance - after.variance) / variance**2
        )
    return tuple(
        FacetIdeal(FACET_NAMES[facet], _over_items(bank, facet, mean, covariance, assumptions))
        for facet in sorted(asked)
    )


def _over_items(
    bank: Bank, facet: int, mean: Floats, covariance: Floats, assumptions: Assumptions
) -> Estimate:
    """The mean answer over a facet's items, each read with a quirk of its own."""
    items = np.flatnonzero(bank.facets == facet)
    variance = float(covariance[facet, facet])
    curve = expected_answers(
        np.full(len(items), mean[facet]),
        np.full(len(items), variance + assumptions.offset_sd**2),
        bank.discrimination[items],
        bank.thresholds[items],
    )
    quirks = float((curve.slope**2).sum()) / len(items) ** 2 * assumptions.offset_sd**2
    return estimate(float(curve.expected.mean()), float(curve.slope.mean()) ** 2 * variance + quirks)


def fit(
    state: State,
    bank: Bank,
    wished: Iterable[Wished],
    day: int | None = None,
    assumptions: Assumptions = DEFAULT,
) -> tuple[Gap, ...]:
    """How the actual on `day` fits the ideal, for each facet whose ideal was answered.

    Actual and ideal count as independent. A person's reading of an item is in both and would partly cancel,
    so the interval errs on the wide side. Raises as `ideals` and `standing` do.
    """
    now = standing(state, bank, day, assumptions)
    return tuple(_gap(one, now.facet(one.name).answer) for one in ideals(bank, wished, assumptions))


def _gap(ideal: FacetIdeal, actual: Estimate) -> Gap:
    difference = actual.value - ideal.answer.value
    spread = math.hypot(actual.spread, ideal.answer.spread)
    wide = NINE_IN_TEN * spread
    short = NormalDist().cdf(-difference / spread)
    return Gap(ideal.name, actual, ideal.answer, difference, difference - wide, difference + wide, short)
