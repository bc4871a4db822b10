"""One's own ideal, and how the actual fits it.

The reference is each person's own ideal, asked with the same questions (Frost & Forrester 2013): closeness is never
maximised. An ideal lies where it was said: whoever wishes for *mostly* is drawn at *mostly*.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import Bank
from bothand.engines.measure.standing import NINE_IN_TEN, Estimate, estimate, standing
from bothand.engines.measure.state import State

IDEAL_SD: Final = 0.6
"""How far a wish that is asked once may lie from one asked again, on a scale from 1 to 5: a single question with a retest
correlation of about .65 and a standard deviation of 1 between people."""


@dataclass(frozen=True, slots=True)
class Wished:
    """An item answered as one would like it to be; None is skipped."""

    item: str
    answer: int | None


@dataclass(frozen=True, slots=True)
class FacetIdeal:
    """What a person wishes one facet to be: the mean of what was said about it."""

    name: str
    answer: Estimate


@dataclass(frozen=True, slots=True)
class Gap:
    """Actual minus ideal of one facet, in answers.

    `difference` with its 90 % interval `low` to `high`; `short` (0 to 1): the probability that the actual lies below the
    ideal. Neither side is the better one.
    """

    name: str
    actual: Estimate
    ideal: Estimate
    difference: float
    low: float
    high: float
    short: float


def ideals(bank: Bank, wished: Iterable[Wished]) -> tuple[FacetIdeal, ...]:
    """The ideals of the facets that were answered, in the order of the questionnaire.

    Pass one round of answers (the newest): an ideal may change. Raises UnknownItemError, ValueError as `state.answer`.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.questionnaire import FACET_NAMES
    >>> bank = Bank.of(Item(name, name, 1) for name in FACET_NAMES)
    >>> wish, = ideals(bank, [Wished("own", 4), Wished("open", None)])
    >>> wish.name, wish.answer.value, round(wish.answer.low, 1)
    ('own', 4.0, 3.0)
    """
    said: dict[str, list[int]] = {}
    for wish in wished:
        facet = bank[wish.item].facet
        if wish.answer is not None:
            said.setdefault(facet, []).append(bank.keyed_up(wish.item, wish.answer))
    variance, most = (IDEAL_SD * bank.questionnaire.unit) ** 2, float(bank.questionnaire.answers)
    return tuple(
        FacetIdeal(name, estimate(sum(said[name]) / len(said[name]), variance / len(said[name]), most))
        for name in bank.questionnaire.facets
        if name in said
    )


def fit(
    state: State,
    bank: Bank,
    wished: Iterable[Wished],
    day: int | None = None,
    assumptions: Assumptions = DEFAULT,
) -> tuple[Gap, ...]:
    """How the actual on `day` fits the ideal, for each facet whose ideal was answered.

    Actual and ideal count as independent. A person's reading of an item is in both and would partly cancel, so the interval
    errs on the wide side. Raises as `ideals` and `standing` do.
    """
    now = standing(state, bank, day, assumptions)
    return tuple(_gap(one, now.facet(one.name).answer) for one in ideals(bank, wished))


def _gap(ideal: FacetIdeal, actual: Estimate) -> Gap:
    difference = actual.value - ideal.answer.value
    spread = math.hypot(actual.spread, ideal.answer.spread)
    wide = NINE_IN_TEN * spread
    short = NormalDist().cdf(-difference / spread)
    return Gap(ideal.name, actual, ideal.answer, difference, difference - wide, difference + wide, short)
