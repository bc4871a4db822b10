"""The graded response model: how an answer follows from where a person stands.

Samejima, F. (1969). Estimation of latent ability using a response pattern of graded scores. Psychometrika
Monograph Supplement 17. With discrimination a and thresholds b1 < b2 < b3 < b4, the probability of an
answer of k + 1 or more at z is 1 / (1 + exp(-a (z - b_k))); an answer's probability is the difference of
two neighbours.

Everything about one answer is one-dimensional, so integrals over the normal distribution of z are sums over
15 Gauss-Hermite nodes (Davis & Rabinowitz 1984, Methods of Numerical Integration, section 3.6).
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from bothand.engines.measure.items import Floats, Item

_NODES, _WEIGHTS = np.polynomial.hermite.hermgauss(15)
STANDARD_NODES: Final[Floats] = _NODES * math.sqrt(2.0)
"""(15,) places at which a standard normal is looked at."""
STANDARD_WEIGHTS: Final[Floats] = _WEIGHTS / math.sqrt(math.pi)
"""(15,) weights, summing to one."""
_PAIRS: Final = tuple(zip(STANDARD_NODES.tolist(), STANDARD_WEIGHTS.tolist(), strict=True))
_FEW_NODES, _FEW_WEIGHTS = np.polynomial.hermite.hermgauss(7)
_FEW_NODES, _FEW_WEIGHTS = _FEW_NODES * math.sqrt(2.0), _FEW_WEIGHTS / math.sqrt(math.pi)
STANDARD_NODES.setflags(write=False)
STANDARD_WEIGHTS.setflags(write=False)


def at_least(z: Floats, discrimination: Floats, thresholds: Floats) -> Floats:
    """P(answer >= 2), ..., P(answer >= 5) at each z.

    Shapes: `z` (n, q), `discrimination` (n,), `thresholds` (n, 4); gives (n, q, 4).

    >>> at_least(np.array([[0.0]]), np.array([1.4]), np.array([[-1.5, -0.5, 0.5, 1.5]])).round(3).tolist()
    [[[0.891, 0.668, 0.332, 0.109]]]
    """
    steepness = discrimination[:, None, None]
    probability: Floats = 1.0 / (1.0 + np.exp(-steepness * (z[:, :, None] - thresholds[:, None, :])))
    return probability


def answer_probabilities(z: Floats, discrimination: Floats, thresholds: Floats) -> Floats:
    """The probability of each of the five answers at each z: (n, q, 5), summing to one.

    >>> answer_probabilities(np.zeros((1, 1)), np.ones(1), np.array([[-2.0, -1.0, 1.0, 2.0]])).sum().item()
    1.0
    """
    cumulative = at_least(z, discrimination, thresholds)
    probability = np.empty((*z.shape, 5))
    probability[:, :, 0] = 1.0 - cumulative[:, :, 0]
    probability[:, :, 1:4] = cumulative[:, :, :3] - cumulative[:, :, 1:]
    probability[:, :, 4] = cumulative[:, :, 3]
    return probability


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean and variance of z after one answer."""

    mean: float
    variance: float


def after_answer(item: Item, answer: int, mean: float, variance: float) -> Moments:
    """The posterior of z ~ N(mean, variance) once `item` was answered with `answer` (1 to 5, as worded).

    The graded response likelihood is log-concave, so the variance never grows. Raises ValueError for another
    answer.

    >>> after = after_answer(Item("open-01", "open", 1), 5, 0.0, 1.0)
    >>> round(after.mean, 3), round(after.variance, 3)
    (0.915, 0.743)
    """
    up = item.keyed_up(answer)
    spread, a = math.sqrt(variance), item.discrimination
    low = item.thresholds[up - 2] if up > 1 else -math.inf
    high = item.thresholds[up - 1] if up < 5 else math.inf
    total = first = second = 0.0
    # Fifteen numbers: plain floats are three times as fast as arrays here.
    for node, weight in _PAIRS:
        z = mean + spread * node
        mass = weight * _between(a * (z - low), a * (z - high))
        total += mass
        first += mass * node
        second += mass * node * node
    first, second = first / total, second / total
    return Moments(mean + spread * first, variance * min(1.0, second - first * first))


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(min(-x, 700.0)))


def _between(upper: float, lower: float) -> float:
    """logistic(upper) - logistic(lower), on the side of zero where nothing cancels."""
    if lower > 0.0:
        return _logistic(-lower) - _logistic(-upper)
    return _logistic(upper) - _logistic(lower)


def expected_drop(means: Floats, variances: Floats, discrimination: Floats, thresholds: Floats) -> Floats:
    """By how much one answer is expected to lower the variance of each z, over the five answers: (n,).

    Shapes: `means`, `variances`, `discrimination` (n,), `thresholds` (n, 4). Seven nodes are enough to
    compare items.

    >>> thresholds = np.array([[-1.5, -0.5, 0.5, 1.5]])
    >>> expected_drop(np.zeros(1), np.ones(1), np.full(1, 1.4), thresholds).round(2).tolist()
    [0.36]
    """
    z = means[:, None] + np.sqrt(variances)[:, None] * _FEW_NODES
    probability = answer_probabilities(z, discrimination, thresholds)
    total = np.einsum("q,nqk->nk", _FEW_WEIGHTS, probability)
    first = np.einsum("q,nqk->nk", _FEW_WEIGHTS * _FEW_NODES, probability)
    # In units of the spread z has mean zero: the variance of the posterior mean is what an answer takes away.
    drop: Floats = variances * (first * first / total).sum(axis=1)
    return drop


@dataclass(frozen=True, slots=True)
class Curve:
    """Expected keyed-up answers (1 to 5) and their slopes over a normal z: both (n,)."""

    expected: Floats
    slope: Floats


def expected_answers(means: Floats, variances: Floats, discrimination: Floats, thresholds: Floats) -> Curve:
    """What each item would be answered with, on average over z ~ N(mean, variance), and how that moves with
    z.

    The slope is the mean derivative, which by Stein's lemma is the best linear slope of the answer on a
    normal z. Shapes as in `expected_drop`.

    >>> curve = expected_answers(np.zeros(1), np.ones(1), np.full(1, 1.4), np.array([[-1.5, -0.5, 0.5, 1.5]]))
    >>> curve.expected.round(3).tolist(), curve.slope.round(3).tolist()
    ([3.0], [0.797])
    """
    z = means[:, None] + np.sqrt(variances)[:, None] * STANDARD_NODES
    cumulative = at_least(z, discrimination, thresholds)
    expected = 1.0 + (cumulative.sum(axis=2) * STANDARD_WEIGHTS).sum(axis=1)
    rise = (cumulative * (1.0 - cumulative)).sum(axis=2) * discrimination[:, None]
    return Curve(expected, (rise * STANDARD_WEIGHTS).sum(axis=1))
