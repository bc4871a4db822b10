"""Which of the efficient agreements is fair: five rules, compared in whole numbers.

A gain is the utility of an agreement over the reservation value; a share is a gain over the greatest gain that any
agreement gives that person. A person whose greatest gain is 0 has share 1 in every agreement.

- **Leximin** (Rawls 1971; Sen 1970; for bargaining Imai 1983): the smaller share as large as can be, then
  the other.
- **Kalai-Smorodinsky** (1975): the greatest share that both can be given, then efficient. Among whole
  outcomes that leaves one or two; the better under leximin is taken, so here it is the leximin outcome.
- **Egalitarian** (Kalai 1977, Proportional solutions to bargaining situations: interpersonal utility comparisons,
  Econometrica 45): the greatest gain that both can be given, then efficient. It compares gains as they are, so it
  takes both people's numbers as one currency. Among whole outcomes: the smaller gain as large as can be, then the other.
- **Nash** (1950): the greatest product of the gains.
- **Utilitarian**: the greatest sum of the utilities. For comparison; it takes both people's numbers as one
  currency.

Ties go to the better under leximin, then to the outcome that comes first in the order of the file.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bothand.engines.negotiation.staircase import Staircase


@dataclass(frozen=True, slots=True)
class Picks:
    """The points, by place, that the rules pick on a staircase of agreements."""

    leximin: int
    runner_up: int | None
    nash: int
    egalitarian: int
    utilitarian: int


def agreements(stairs: Staircase, reservation_value: tuple[int, int]) -> tuple[int, int]:
    """The first place and the place after the last of those at or above both reservation values.

    Cutting at the end loses nothing: whatever beats an agreement for both is one itself.
    """
    first = bisect_left(stairs.utility[0], reservation_value[0])
    last = len(stairs.utility[1]) - bisect_left(stairs.utility[1][::-1], reservation_value[1])
    return first, last


@dataclass(frozen=True, slots=True)
class Shares:
    """Both people's shares at each point of a staircase, as whole numbers.

    `floor` is the reservation value and `most` the greatest gain of each. Both shares are multiplied by both greatest
    gains, so that they compare exactly.
    """

    stairs: Staircase
    floor: tuple[int, int]
    most: tuple[int, int]

    def gains(self, point: int) -> tuple[int, int]:
        """What `point` gives each over the reservation value."""
        utility = self.stairs.utility[:, point].tolist()
        return utility[0] - self.floor[0], utility[1] - self.floor[1]

    def pair(self, point: int) -> tuple[int, int]:
        """Both shares at `point`, in parts of `most[0] * most[1]` (a greatest gain of 0 counts as 1)."""
        scale = (self.most[0] or 1, self.most[1] or 1)
        gains = self.gains(point)
        return (
            gains[0] * scale[1] if self.most[0] else scale[0] * scale[1],
            gains[1] * scale[0] if self.most[1] else scale[0] * scale[1],
        )

    def key(self, point: int) -> tuple[int, int, tuple[int, ...]]:
        """A key that is lowest for the best under leximin, then for the first in the order of the file."""
        low, high = sorted(self.pair(point))
        return -low, -high, tuple(self.stairs.codes[:, point].tolist())


def pick(stairs: Staircase, first: int, last: int, reservation_value: tuple[int, int]) -> Picks:
    """What the rules pick among the points from `first` to before `last`, of which there is at least one.

    Along the staircase one share rises and the other falls, so leximin's best stands where they cross, and
    everything gets worse with each point away from it.
    """
    shares = _shares(stairs, first, last, reservation_value)
    best = min(_around_crossing(first, last, shares.pair), key=shares.key)
    near = [point for point in (best - 1, best + 1) if first <= point < last]
    utility = stairs.utility[:, first:last]
    gain = max(shares.most) + 1
    wide = (
        utility.astype(object)
        if gain * gain >= 1 << 62 or max(map(abs, reservation_value)) >= 1 << 61
        else utility
    )
    product = (wide[0] - reservation_value[0]) * (wide[1] - reservation_value[1])
    total = utility[0] + utility[1]
    return Picks(
        best,
        min(near, key=shares.key) if near else None,
        _nearest(best, (np.flatnonzero(product == product.max()) + first).tolist(), shares),
        _pick_egalitarian(first, last, shares),
        _nearest(best, (np.flatnonzero(total == total.max()) + first).tolist(), shares),
    )


def pick_leximin(stairs: Staircase, first: int, last: int, reservation_value: tuple[int, int]) -> int:
    """The point that leximin picks among those from `first` to before `last`, of which there is at least one."""
    shares = _shares(stairs, first, last, reservation_value)
    return min(_around_crossing(first, last, shares.pair), key=shares.key)


def _shares(stairs: Staircase, first: int, last: int, reservation_value: tuple[int, int]) -> Shares:
    most = (
        int(stairs.utility[0, last - 1]) - reservation_value[0],
        int(stairs.utility[1, first]) - reservation_value[1],
    )
    return Shares(stairs, reservation_value, most)


def _pick_egalitarian(first: int, last: int, shares: Shares) -> int:
    """The smaller gain as large as can be, then the other; ties go to the better under leximin."""

    def key(point: int) -> tuple[int, int, tuple[int, int, tuple[int, ...]]]:
        low, high = sorted(shares.gains(point))
        return -low, -high, shares.key(point)

    return min(_around_crossing(first, last, shares.gains), key=key)


def _around_crossing(first: int, last: int, pair: Callable[[int], tuple[int, int]]) -> list[int]:
    """The points on both sides of where the rising of two numbers passes the falling one."""

    def crossed(point: int) -> bool:
        one, other = pair(point)
        return one >= other

    cross = bisect_left(range(first, last), True, key=crossed) + first
    return [point for point in (cross - 1, cross) if first <= point < last]


def _nearest(best: int, points: list[int], shares: Shares) -> int:
    """The best under leximin of `points`, which rise: one of the two around `best`."""
    place = bisect_left(points, best)
    return min(points[max(0, place - 1) : place + 1], key=shares.key)
