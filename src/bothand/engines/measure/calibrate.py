"""Items' own numbers, from many people's answers.

Untested items all have the same numbers, which are guesses. Who has answers of a few hundred people to a questionnaire can
do better: an item's mean, how strongly it goes with the other items of its facet, and how much of it goes with none; of the
facets, their means and covariances over people. The slopes are a factor analysis with one factor a facet, by the centroid
method with iterated communalities (Thurstone 1947, *Multiple-Factor Analysis*, chapter 8), which takes missing answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import MOST_SLOPE, Bank, Floats

LEAST_PEOPLE: Final = 100
_LEAST_SLOPE: Final = 0.05
_LEAST_VARIANCE: Final = 0.01
_ROUNDS: Final = 30


@dataclass(frozen=True, slots=True)
class Calibration:
    """A `bank` whose items have numbers of their own, and `assumptions` about the facets that go with it: pass both on."""

    bank: Bank
    assumptions: Assumptions


def calibrate(
    bank: Bank, items: Sequence[str], answers: ArrayLike, assumptions: Assumptions = DEFAULT
) -> Calibration:
    """The bank's items with numbers estimated from `answers` (people, items): as they were given, 0 where there is none.

    `items`: the ids of the columns; every item of the bank has one, and every facet three or more. At least 100 people, each
    once. Raises UnknownItemError for a column that is not in the bank, and ValueError for too few people or items, for what
    is no answer, and for a facet whose items do not go together.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.questionnaire import Questionnaire
    >>> dice = np.random.default_rng(1)
    >>> people = 3 + dice.normal(size=(500, 1)) + dice.normal(size=(500, 4)) + [0.0, 0.0, 0.0, 0.8]
    >>> bank = Bank.of([Item(f"q{n}", "open", 1) for n in range(4)], Questionnaire(("open",)))
    >>> found = calibrate(bank, ["q0", "q1", "q2", "q3"], people.round().clip(1, 5).astype(int))
    >>> found.bank["q3"].shift - found.bank["q0"].shift > 0.5
    True
    """
    told = _keyed_up(bank, items, answers)
    there = ~np.isnan(told)
    counts = there.sum(axis=0)
    if counts.min(initial=len(told)) < LEAST_PEOPLE:
        rarest = bank.items[int(np.argmin(counts))].id
        raise ValueError(
            f"{rarest!r} was answered by {counts.min()} people; calibrating takes {LEAST_PEOPLE}"
        )
    means = np.where(there, told, 0.0).sum(axis=0) / counts
    centred = np.where(there, told - means, 0.0)
    pairs = there.astype(np.float64).T @ there.astype(np.float64)
    covariance = centred.T @ centred / np.maximum(pairs, 1.0)
    loadings = _loadings(bank, covariance)
    strengths = _over_facets(bank, loadings)
    slopes = np.clip(loadings / strengths[bank.facets], _LEAST_SLOPE, MOST_SLOPE)
    of_facets = _over_facets(bank, means)
    middle = bank.questionnaire.middle
    shifts = means - middle - slopes * (of_facets - middle)[bank.facets]
    spreads = np.sqrt(np.maximum(np.diagonal(covariance) - loadings**2, _LEAST_VARIANCE))
    known = Bank.of(
        (
            replace(item, shift=float(shifts[at]), slope=float(slopes[at]), spread=float(spreads[at]))
            for at, item in enumerate(bank.items)
        ),
        bank.questionnaire,
    )
    among = _among_facets(bank, covariance, strengths)
    return Calibration(known, replace(assumptions, means=of_facets, covariance=among))


def _keyed_up(bank: Bank, items: Sequence[str], answers: ArrayLike) -> Floats:
    """Answers (people, items of the bank), keyed upward; not a number where there is none."""
    given = np.asarray(answers, dtype=np.float64)
    if given.ndim != 2 or given.shape[1] != len(items):
        raise ValueError(
            f"the answers have the shape {given.shape}, which is not (people, {len(items)} items)"
        )
    columns = [bank.index(item) for item in items]
    if sorted(columns) != list(range(len(bank))):
        raise ValueError("the columns need each item of the bank once")
    most = bank.questionnaire.answers
    wrong = ~((given == np.round(given)) & (given >= 0) & (given <= most))
    if wrong.any():
        person, column = (int(one) for one in np.argwhere(wrong)[0])
        value = given[person, column]
        raise ValueError(
            f"the answer of person {person} to {items[column]!r} is {value:g}; it needs 1 to {most}, or 0 for none"
        )
    told = np.empty_like(given)
    told[:, columns] = np.where(given == 0, np.nan, given)
    down = np.array([item.key == -1 for item in bank.items])
    told[:, down] = most + 1 - told[:, down]
    return told


def _over_facets(bank: Bank, values: Floats) -> Floats:
    """The mean over each facet's items: (f,)."""
    count = len(bank.questionnaire.facets)
    means: Floats = np.bincount(bank.facets, values, count) / np.bincount(bank.facets, minlength=count)
    return means


def _loadings(bank: Bank, covariance: Floats) -> Floats:
    """How strongly each item goes with the others of its facet, in answers per standard deviation of the facet: (n,)."""
    loadings = np.empty(len(bank))
    for place, name in enumerate(bank.questionnaire.facets):
        own = np.flatnonzero(bank.facets == place)
        if len(own) < 3:
            raise ValueError(f"the facet {name!r} has {len(own)} items; calibrating takes three")
        with_others = covariance[np.ix_(own, own)]
        sums = with_others.sum(axis=1) - np.diagonal(with_others)
        if sums.sum() <= 0.0:
            raise ValueError(
                f"the items of {name!r} do not go together; one may be keyed the wrong way round"
            )
        # A sum over the others lacks the item's own share, which is put in and worked out anew until it stays.
        share = np.full(len(own), sums.mean() / (len(own) - 1.0))
        for _ in range(_ROUNDS):
            whole = sums + share
            share = (whole / np.sqrt(whole.sum())) ** 2
        loadings[own] = (sums + share) / np.sqrt((sums + share).sum())
    return loadings


def _among_facets(bank: Bank, covariance: Floats, strengths: Floats) -> Floats:
    """The covariance (f, f) of the facets over people, without what answers scatter, made positive where samples are not."""
    count = len(strengths)
    rows = np.zeros((count, len(bank)))
    rows[bank.facets, np.arange(len(bank))] = 1.0
    rows /= rows.sum(axis=1, keepdims=True)
    among = rows @ covariance @ rows.T
    np.fill_diagonal(among, strengths**2)
    values, directions = np.linalg.eigh((among + among.T) / 2.0)
    positive: Floats = (directions * np.maximum(values, _LEAST_VARIANCE)) @ directions.T
    return (positive + positive.T) / 2.0
