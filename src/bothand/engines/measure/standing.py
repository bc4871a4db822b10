"""Where a person stands, in answers, and how surely.

A facet is the mean answer that this person would give this week to all its items, keyed upward: so asking all of them, as
the check-up does, tests the claim. What was answered within the week counts as it was answered; other items count with
what is to be expected of them. An axis is the mean of its facets.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import Bank, Floats
from bothand.engines.measure.posterior import numbers, posterior
from bothand.engines.measure.questionnaire import Questionnaire
from bothand.engines.measure.state import LATEST, LATEST_DAY, State, advance

NINE_IN_TEN: Final = NormalDist().inv_cdf(0.95)
"""Half the width of a 90 % interval in standard deviations."""


class BrokenStandingError(ValueError):
    """A standing that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean answer, with its 90 % interval (cut to the scale) and standard deviation `spread`."""

    value: float
    low: float
    high: float
    spread: float


@dataclass(frozen=True, slots=True)
class FacetStanding:
    """One facet: its `name`, the mean answer to be expected, and how many different items were `asked` and answered."""

    name: str
    answer: Estimate
    asked: int


@dataclass(frozen=True, slots=True)
class AxisStanding:
    """One axis: its `name` and the mean answer to be expected."""

    name: str
    answer: Estimate


@dataclass(frozen=True, slots=True)
class Region:
    """The 90 % region of uncertainty on the map: an ellipse.

    `togetherness`, `selfhood`: its centre in answers (the first and the second axis). `long`, `short`: its half-axes, in
    answers. `turned`: degrees from the first axis to the long half-axis, counter-clockwise, in (-90, 90].
    """

    togetherness: float
    selfhood: float
    long: float
    short: float
    turned: float


@dataclass(frozen=True, slots=True)
class TwoAxes:
    """Two axes beside each other: the `region` of both, the name of the `lower` one, and how surely (.5 to 1) it is."""

    region: Region
    lower: str
    lower_probability: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on `day`: facets and axes in the order of the `questionnaire`.

    `two`: the two axes beside each other, where there are two; else None.
    """

    day: int | None
    questionnaire: Questionnaire
    facets: tuple[FacetStanding, ...]
    axes: tuple[AxisStanding, ...]
    two: TwoAxes | None

    def facet(self, name: str) -> FacetStanding:
        """One facet by name. Raises KeyError for another word."""
        if name not in self.questionnaire.facets:
            raise KeyError(name)
        return self.facets[self.questionnaire.facets.index(name)]

    @property
    def region(self) -> Region:
        """The region of both axes. Raises ValueError when there are not two."""
        return self._both().region

    @property
    def lower(self) -> str:
        """The name of the lower axis. Raises ValueError when there are not two."""
        return self._both().lower

    @property
    def lower_probability(self) -> float:
        """How surely (.5 to 1) it is the lower one. Raises ValueError when there are not two axes."""
        return self._both().lower_probability

    def _both(self) -> TwoAxes:
        if self.two is None:
            raise ValueError(f"the questionnaire has {len(self.axes)} axes, not two")
        return self.two

    def check(self) -> None:
        """Prove what the standing claims. Raises BrokenStandingError saying what does not hold."""
        named: tuple[FacetStanding | AxisStanding, ...] = (*self.facets, *self.axes)
        for one in named:
            answer = one.answer
            if not 1.0 <= answer.low <= answer.value <= answer.high <= self.questionnaire.answers:
                raise BrokenStandingError(f"the interval of {one.name} is no interval on the scale")
        for axis, place in zip(self.axes, self.questionnaire.axes, strict=True):
            mean = sum(self.facet(name).answer.value for name in place.facets) / len(place.facets)
            if not math.isclose(mean, axis.answer.value, abs_tol=1e-9):
                raise BrokenStandingError(f"{axis.name} is not the mean of its facets")
        if self.two is None:
            return
        lower = min(self.axes, key=lambda axis: axis.answer.value)
        if self.lower != lower.name or not 0.5 <= self.lower_probability <= 1.0:
            raise BrokenStandingError("the lower axis is not the lower one")
        if not self.region.long >= self.region.short >= 0.0:
            raise BrokenStandingError("the region's long half-axis is shorter than its short one")


def axis_rows(questionnaire: Questionnaire) -> Floats:
    """What each facet counts for in each axis: (axes, facets), rows that sum to one."""
    rows = np.zeros((len(questionnaire.axes), len(questionnaire.facets)))
    for row, axis in enumerate(questionnaire.axes):
        for facet in axis.facets:
            rows[row, questionnaire.facets.index(facet)] += 1.0 / len(axis.facets)
    return rows


def standing(
    state: State, bank: Bank, day: int | None = None, assumptions: Assumptions = DEFAULT
) -> Standing:
    """Where the person stands on `day` (the state's own day by default).

    `bank` holds the items over which an answer is meant: for one person alone, those that apply. Raises ValueError for a day
    before the state's, a facet without an item, or an answered item whose facet the bank's questionnaire lacks.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.questionnaire import FACET_NAMES
    >>> from bothand.engines.measure.state import start
    >>> bank = Bank.of(Item(f"{name}-{n}", name, 1) for name in FACET_NAMES for n in range(10))
    >>> before = standing(start(), bank)
    >>> before.check()
    >>> answer = before.axes[0].answer
    >>> round(answer.low, 2), round(answer.value, 2), round(answer.high, 2)
    (1.81, 3.0, 4.19)
    """
    if day is not None:
        state = advance(state, day, assumptions)
    value, covariance = expected(state, bank, assumptions)
    questionnaire = bank.questionnaire
    rows = axis_rows(questionnaire)
    on_axes, among = rows @ value, rows @ covariance @ rows.T
    asked = dict.fromkeys(questionnaire.facets, 0)
    for item, latest in zip(state.items, state.sums[:, LATEST], strict=True):
        if item.id in bank and latest > 0.0:  # one that was only skipped, or did not come up, says nothing
            asked[item.facet] += 1
    most = float(questionnaire.answers)
    return Standing(
        day=state.day,
        questionnaire=questionnaire,
        facets=tuple(
            FacetStanding(name, estimate(float(value[at]), float(covariance[at, at]), most), asked[name])
            for at, name in enumerate(questionnaire.facets)
        ),
        axes=tuple(
            AxisStanding(axis.name, estimate(float(on_axes[at]), float(among[at, at]), most))
            for at, axis in enumerate(questionnaire.axes)
        ),
        two=_two(questionnaire, on_axes, among) if len(rows) == 2 else None,
    )


def expected(state: State, bank: Bank, assumptions: Assumptions) -> tuple[Floats, Floats]:
    """The mean answers to be expected of the facets on the state's own day, and their covariance: (f,), (f, f).

    Each item not answered this week adds the level's error and fresh noise.
    """
    known = posterior(state, bank, assumptions)
    items = numbers(bank.items, bank.questionnaire, assumptions)
    count = len(known.mean)
    each = np.bincount(items.facets, minlength=count)
    if (each == 0).any():
        missing = bank.questionnaire.facets[int(np.argmin(each))]
        raise ValueError(f"every facet needs an item; the bank has none of {missing!r}")
    rows = {item.id: row for row, item in enumerate(state.items)}
    row = np.array([rows.get(item.id, len(rows)) for item in bank.items], dtype=np.intp)
    latest, latest_day = (
        np.append(state.sums[:, LATEST], 0.0)[row],
        np.append(state.sums[:, LATEST_DAY], 0.0)[row],
    )
    given = np.zeros(len(bank), dtype=bool)
    if state.day is not None:
        given = (latest > 0.0) & (state.day - latest_day < assumptions.week)
    line = items.base + items.slope * known.mean[items.facets]
    answers = np.where(given, latest, line)
    open_ = np.where(given, 0.0, 1.0)
    loading = np.bincount(items.facets, open_ * items.slope, count) / each
    rest = np.bincount(items.facets, open_ * items.noise, count) / each**2
    value = np.bincount(items.facets, answers, count) / each
    most = float(bank.questionnaire.answers)
    levels = known.covariance + (assumptions.week_sd * bank.questionnaire.unit) ** 2
    covariance: Floats = loading[:, None] * levels * loading + np.diag(rest)
    return np.clip(value, 1.0, most), covariance


def estimate(value: float, variance: float, most: float = 5.0) -> Estimate:
    """A normal value with its 90 % interval, cut to the scale of answers from 1 to `most`."""
    spread = math.sqrt(max(0.0, variance))
    wide = NINE_IN_TEN * spread
    return Estimate(value, max(1.0, value - wide), min(most, value + wide), spread)


def _two(questionnaire: Questionnaire, value: Floats, among: Floats) -> TwoAxes:
    apart = math.sqrt(max(1e-12, float(among[0, 0] + among[1, 1] - 2.0 * among[0, 1])))
    return TwoAxes(
        region=_region(value, among),
        lower=questionnaire.axes[int(np.argmin(value))].name,
        lower_probability=NormalDist().cdf(float(abs(value[0] - value[1])) / apart),
    )


def _region(centre: Floats, covariance: Floats) -> Region:
    """The ellipse that holds 90 % of a two-dimensional normal: squared distance below -2 log(.1)."""
    variances, directions = np.linalg.eigh(covariance)
    radius = math.sqrt(-2.0 * math.log(0.1))
    along = directions[:, 1] if directions[0, 1] >= 0.0 else -directions[:, 1]
    return Region(
        togetherness=float(centre[0]),
        selfhood=float(centre[1]),
        long=radius * math.sqrt(max(0.0, float(variances[1]))),
        short=radius * math.sqrt(max(0.0, float(variances[0]))),
        turned=math.degrees(math.atan2(float(along[1]), float(along[0]))),
    )
