"""One's own slope: how far self-feeling moves with how it went between us.

Contingent self-worth is a person's own day-to-day slope (Knee, Canevello, Bush & Cook 2008,
Relationship-contingent self-esteem and the ups and downs of romantic relationships, Journal of Personality
and Social Psychology 95). It is estimated from their own pulses alone: it needs nothing of the partner's
and can blame nobody.

A Bayesian linear regression with known priors (Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., chapter
14), averaged over a grid of residual standard deviations.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, Literal

import numpy as np

from bothand.engines.contingency.errors import BadPulseError
from bothand.engines.contingency.pulses import (
    SATURDAY_SUNDAY,
    WINDOW,
    Feeling,
    Floats,
    Pulse,
    Rows,
    find_alike,
    rows,
    take_pulses,
    take_weekend,
)
from bothand.engines.validation import take_integer

PRIOR_SD: Final = 0.3
"""Of the standardised slope, around no slope at all."""
WORTH_SAYING: Final = 0.1
SURE: Final = 0.9
FIRST_LOOK: Final = 28
EVERY: Final = 28
ENOUGH_DAYS: Final = 20
"""With fewer days nothing is said, however sure it looks: so few days say too much too often."""

_PRIOR_PRECISION: Final = 1.0 / np.array([PRIOR_SD, 1.0, 1.0, 1.0, 0.5]) ** 2
_SIGMAS: Final = np.exp(np.linspace(math.log(0.2), math.log(1.5), 25))
_NINE_IN_TEN: Final = NormalDist().inv_cdf(0.95)


class BrokenSlopeError(ValueError):
    """A slope that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Slope:
    """What may be said at one look.

    `day`: the day of the look; pulses after it do not count. `days`: how many had a pulse. `slope`:
    standard deviations of self-feeling per standard deviation of how it went, with its 90 % interval `low`
    to `high`. `sure` (0 to 1): the probability that it is above WORTH_SAYING. `visible`: the smallest slope
    that would be said, 4 times in 5, with the days there are. `next_look`: the day of the next look.
    """

    day: int
    days: int
    slope: float
    low: float
    high: float
    sure: float
    visible: float
    next_look: int

    @property
    def said(self) -> Literal["moves with"] | None:
        """Said is *moves with* when the rule allows it; else None: not enough days yet to see effects below
        `visible`.
        """
        return "moves with" if self.sure >= SURE and self.days >= ENOUGH_DAYS else None

    def check(self) -> None:
        """Prove what the slope claims. Raises BrokenSlopeError saying what does not hold."""
        if not self.low < self.slope < self.high:
            raise BrokenSlopeError("the interval does not hold the slope")
        if not 0.0 <= self.sure <= 1.0:
            raise BrokenSlopeError("the probability is none")
        if self.visible <= WORTH_SAYING:
            raise BrokenSlopeError("nothing below the limit is ever said")
        if self.next_look <= self.day:
            raise BrokenSlopeError("the next look is not after this one")


@dataclass(frozen=True, slots=True)
class NoSlope:
    """Why there is no slope at this look.

    `why`: *too_early*: the first look is still to come; *no_data*: fewer than two days with a pulse in the half-year
    before the look; *no_variance*: every day has the same answer to what `alike` names, so nothing can move with
    anything. `days`: how many had a pulse. `next_look`: the day of the next look.
    """

    why: Literal["too_early", "no_data", "no_variance"]
    days: int
    next_look: int
    alike: tuple[Feeling, ...] = ()

    @property
    def said(self) -> None:
        """Nothing is said without a slope."""


def find_look_day(first: int, today: int) -> int | None:
    """The day of the latest look: day 28 from the first pulse on, then every four weeks. None before day 28.

    Looking more often would say too much: with a look each week and a milder rule, a third of people would
    once be told of a slope they do not have (docs/methods/contingency.md).

    >>> find_look_day(first=100, today=126), find_look_day(first=100, today=127), find_look_day(first=100, today=190)
    (None, 127, 183)
    """
    first = take_integer(first, "first", BadPulseError)
    today = take_integer(today, "today", BadPulseError)
    passed = today - first + 1
    if passed < FIRST_LOOK:
        return None
    return first + FIRST_LOOK - 1 + (passed - FIRST_LOOK) // EVERY * EVERY


def slope(
    pulses: Iterable[Pulse], today: int, first: int | None = None, weekend: frozenset[int] = SATURDAY_SUNDAY
) -> Slope | NoSlope:
    """The slope as of the latest look on or before `today` (both `date.toordinal()`).

    `first` is the day of the first pulse ever (by default the earliest of these): it fixes the days of
    looks. Of the pulses, the last half-year before the look counts. Where there is none, it is
    told why: before day 28, without days, and where days are all alike. Raises `BadPulseError` for what is of no use, as a day that comes twice.

    >>> days = [Pulse(738000 + day, (day * 7) % 5, (day * 7 + day % 2) % 5) for day in range(60)]
    >>> found = slope(days, today=738060)
    >>> found.check()
    >>> found.days, found.said, found.next_look - found.day
    (56, 'moves with', 28)
    >>> slope(days[:20], today=738019)
    NoSlope(why='too_early', days=20, next_look=738027, alike=())
    """
    pulses, weekend = take_pulses(pulses), take_weekend(weekend)
    if first is None:
        if not pulses:
            return NoSlope("no_data", 0, take_integer(today, "today", BadPulseError) + FIRST_LOOK - 1)
        first = min(pulse.day for pulse in pulses)
    day = find_look_day(first, today)
    if day is None:
        seen = [pulse for pulse in pulses if pulse.day <= today]
        return NoSlope("too_early", len(seen), first + FIRST_LOOK - 1)
    seen = [pulse for pulse in pulses if day - WINDOW < pulse.day <= day]
    if len(seen) < 2:
        return NoSlope("no_data", len(seen), day + EVERY)
    found = rows(seen, weekend)
    if found is None:
        return NoSlope("no_variance", len(seen), day + EVERY, find_alike(seen))
    return _told(found, day)


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """A mixture of normals over the residual's standard deviation: `weights`, `means`, `sds` (25,)."""

    weights: Floats
    means: Floats
    sds: Floats


def posterior(found: Rows) -> Posterior:
    """The slope's posterior."""
    x, y = found.columns, found.feeling
    squares, products, total = x.T @ x, x.T @ y, float(y @ y)
    noise = _SIGMAS**2
    precision = squares / noise[:, None, None] + np.diag(_PRIOR_PRECISION)
    covariance = np.linalg.inv(precision)
    means = np.einsum("kij,j->ki", covariance, products) / noise[:, None]
    fit = total / noise - np.einsum("kij,ki,kj->k", precision, means, means)
    evidence = -0.5 * (fit + np.linalg.slogdet(precision)[1] + len(y) * np.log(noise))
    weights = np.exp(evidence - evidence.max())
    return Posterior(weights / weights.sum(), means[:, 0], np.sqrt(covariance[:, 0, 0]))


def _told(found: Rows, day: int) -> Slope:
    known = posterior(found)
    mean = float(known.weights @ known.means)
    sd = math.sqrt(float(known.weights @ (known.sds**2 + (known.means - mean) ** 2)))
    normals = zip(known.means.tolist(), known.sds.tolist(), strict=True)
    below = [NormalDist(one, spread).cdf(WORTH_SAYING) for one, spread in normals]
    return Slope(
        day=day,
        days=len(found.feeling),
        slope=mean,
        low=mean - _NINE_IN_TEN * sd,
        high=mean + _NINE_IN_TEN * sd,
        sure=1.0 - float(known.weights @ np.array(below)),
        visible=_visible(sd),
        next_look=day + EVERY,
    )


def _visible(sd: float) -> float:
    """The slope whose estimate passes the rule 4 times in 5.

    The posterior shrinks an estimate by k = 1 - sd^2 / PRIOR_SD^2, and estimates scatter with k x their
    standard error, sd sqrt(k); the rule asks for WORTH_SAYING + 1.28 sd.
    """
    kept = max(1e-6, 1.0 - (sd / PRIOR_SD) ** 2)
    needed = WORTH_SAYING + NormalDist().inv_cdf(SURE) * sd
    return (needed + NormalDist().inv_cdf(0.8) * sd * math.sqrt(kept)) / kept
