"""Where a person stands, in answers from 1 to 5, and how surely.

A facet is the mean answer this person would give today to all its items, keyed upward: their own reading of
each item included, so that asking all of them (as the check-up does) would test the claim. An axis is the
mean of its five facets. Answers are curved in the levels, so each item's curve is replaced by its best
straight line over what is known (statistical linearisation: Gelb 1974, Applied Optimal Estimation, section
6.2); sums of lines are normal again.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import FACET_NAMES, Bank, Floats
from bothand.engines.measure.response import expected_answers
from bothand.engines.measure.state import FACETS, State, advance
from bothand.engines.measure.views import item_view
from bothand.relationship import AXES

NINE_IN_TEN: Final = NormalDist().inv_cdf(0.95)
"""Half the width of a 90 % interval in standard deviations."""
_AXIS_OF_FACETS: Final = (
    np.array([[float(name in axis.facets) for name in FACET_NAMES] for axis in AXES]) / 5.0
)


class BrokenStandingError(ValueError):
    """A standing that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean answer (1 to 5), with its 90 % interval (cut to 1 to 5) and standard deviation `spread`."""

    value: float
    low: float
    high: float
    spread: float


@dataclass(frozen=True, slots=True)
class FacetStanding:
    """One facet: its `name`, the expected answer, and how many different items were `asked` so far."""

    name: str
    answer: Estimate
    asked: int


@dataclass(frozen=True, slots=True)
class AxisStanding:
    """One axis: its `name` and the expected answer."""

    name: str
    answer: Estimate


@dataclass(frozen=True, slots=True)
class Region:
    """The 90 % region of uncertainty on the map: an ellipse.

    `togetherness`, `selfhood`: its centre in answers (1 to 5). `long`, `short`: its half-axes, in answers.
    `turned`: degrees from the togetherness axis to the long half-axis, counter-clockwise, in (-90, 90].
    """

    togetherness: float
    selfhood: float
    long: float
    short: float
    turned: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on `day`: ten facets (order of FACETS), two axes, the region, and which axis is
    lower.

    `lower`: name of the axis whose expected answer is lower. `lower_probability` (.5 to 1): how surely.
    """

    day: int | None
    facets: tuple[FacetStanding, ...]
    axes: tuple[AxisStanding, ...]
    region: Region
    lower: str
    lower_probability: float

    def facet(self, name: str) -> FacetStanding:
        """One facet by name. Raises KeyError for another word."""
        if name not in FACET_NAMES:
            raise KeyError(name)
        return self.facets[FACET_NAMES.index(name)]

    def check(self) -> None:
        """Prove what the standing claims. Raises BrokenStandingError saying what does not hold."""
        named: tuple[FacetStanding | AxisStanding, ...] = (*self.facets, *self.axes)
        for one in named:
            answer = one.answer
            if not 1.0 <= answer.low <= answer.value <= answer.high <= 5.0:
                raise BrokenStandingError(f"the interval of {one.name} is no interval between 1 and 5")
        for axis, place in zip(self.axes, AXES, strict=True):
            mean = sum(self.facet(name).answer.value for name in place.facets) / 5.0
            if not math.isclose(mean, axis.answer.value, abs_tol=1e-9):
                raise BrokenStandingError(f"{axis.name} is not the mean of its five facets")
        lower = min(self.axes, key=lambda axis: axis.answer.value)
        if self.lower != lower.name or not 0.5 <= self.lower_probability <= 1.0:
            raise BrokenStandingError("the lower axis is not the lower one")
        if not self.region.long >= self.region.short >= 0.0:
            raise BrokenStandingError("the region's long half-axis is shorter than its short one")


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Facets as straight lines in the state: `value` (10,), `loading` (10, d), `slope` (10,) in answers per
    unit of level, and `rest` (10,): variance from items never asked.
    """

    value: Floats
    loading: Floats
    slope: Floats
    rest: Floats


def lines(state: State, bank: Bank, assumptions: Assumptions) -> Lines:
    """The facets' expected answers on the state's own day. Raises ValueError when a facet has no item."""
    view = item_view(state, bank, assumptions)
    curve = expected_answers(view.means, view.variances, bank.discrimination, bank.thresholds)
    count = np.bincount(bank.facets, minlength=FACETS).astype(np.float64)
    if (count == 0).any():
        raise ValueError("every facet needs an item")
    share = curve.slope / count[bank.facets]
    slope: Floats = np.bincount(bank.facets, share, FACETS).astype(np.float64)
    loading = np.zeros((FACETS, len(state.mean) + 1))
    facets = np.arange(FACETS)
    loading[facets, facets] = loading[facets, facets + FACETS] = slope
    np.add.at(loading, (bank.facets, view.rows[2]), share)
    value = np.bincount(bank.facets, curve.expected, FACETS) / count
    rest: Floats = np.bincount(bank.facets, share * share * view.unseen, FACETS).astype(np.float64)
    return Lines(value, loading[:, :-1], slope, rest)


def standing(
    state: State, bank: Bank, day: int | None = None, assumptions: Assumptions = DEFAULT
) -> Standing:
    """Where the person stands on `day` (the state's own day by default).

    `bank` holds the items over which an answer is meant: for one person alone, those that apply. Raises
    ValueError for a day before the state's, or a facet without an item.

    >>> from bothand.engines.measure.items import Item
    >>> from bothand.engines.measure.state import start
    >>> bank = Bank.of(Item(name, name, 1) for name in FACET_NAMES)
    >>> before = standing(start(), bank)
    >>> before.check()
    >>> answer = before.axes[0].answer
    >>> round(answer.low, 2), round(answer.value, 2), round(answer.high, 2)
    (1.97, 3.0, 4.03)
    """
    if day is not None:
        state = advance(state, day, assumptions)
    facets = lines(state, bank, assumptions)
    covariance = facets.loading @ state.covariance @ facets.loading.T + np.diag(facets.rest)
    value = _AXIS_OF_FACETS @ facets.value
    among = _AXIS_OF_FACETS @ covariance @ _AXIS_OF_FACETS.T
    asked = dict.fromkeys(FACET_NAMES, 0)
    for item in state.items:
        if item in bank:
            asked[bank[item].facet] += 1
    apart = float(among[0, 0] + among[1, 1] - 2.0 * among[0, 1])
    difference = float(abs(value[0] - value[1]))
    return Standing(
        day=state.day,
        facets=tuple(
            FacetStanding(name, estimate(float(facets.value[at]), float(covariance[at, at])), asked[name])
            for at, name in enumerate(FACET_NAMES)
        ),
        axes=tuple(
            AxisStanding(axis.name, estimate(float(value[at]), float(among[at, at])))
            for at, axis in enumerate(AXES)
        ),
        region=_region(value, among),
        lower=AXES[int(np.argmin(value))].name,
        lower_probability=NormalDist().cdf(difference / math.sqrt(apart)),
    )


def estimate(value: float, variance: float) -> Estimate:
    """A normal value with its 90 % interval, cut to the scale of answers."""
    spread = math.sqrt(max(0.0, variance))
    wide = NINE_IN_TEN * spread
    return Estimate(value, max(1.0, value - wide), min(5.0, value + wide), spread)


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
