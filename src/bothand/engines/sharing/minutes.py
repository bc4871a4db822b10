"""Which totals of minutes can be reached, and the best division at those aimed at.

Minutes first, then burden: a knapsack with two constraints. What makes it quick are the bounds of `prices`:
the larger share of burden of the best division lies between two numbers, and a partial division that costs
too much to come below the upper one is dropped (Dembo & Hammer 1980; Pisinger 1995). The upper one is first
taken lower than it need be, and raised where nothing lies below it: so what is found is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import gcd
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing import labels
from bothand.engines.sharing.aim import Aim
from bothand.engines.sharing.errors import TooMuchWorkError
from bothand.engines.sharing.labels import Labels, Mask, Table
from bothand.engines.sharing.pieces import Piece
from bothand.engines.sharing.prices import Bounds, find_bounds

Integers = NDArray[np.int64]

MOST_CELLS: Final = 40_000_000
UNREACHED: Final = 1_000_000
_GRAINS: Final = 2
_DENSE: Final = 800  # the more pieces, the nearer to the lower bound lies the best division


@dataclass(frozen=True, slots=True)
class Reach:
    """`least[t]`: fewest changes with which all pieces give the first person t x `unit` minutes; `UNREACHED`
    where they can't.
    """

    unit: int
    least: Integers

    def totals(self) -> tuple[Integers, Integers]:
        """Every total of the first person's minutes that some division reaches, with its fewest changes."""
        at = np.flatnonzero(self.least < UNREACHED)
        return at * self.unit, self.least[at]


def reach(pieces: Sequence[Piece]) -> Reach:
    """The dynamic programme over minutes alone. Raises `TooMuchWorkError` beyond the bound on work."""
    unit = gcd(*(o.minutes for piece in pieces for o in piece.options)) or 1
    width = sum(piece.options[0].minutes for piece in pieces) // unit + 1
    if 4 * (len(pieces) + 1) * width > MOST_CELLS:
        raise TooMuchWorkError("there are too many minutes to be divided exactly")
    least = np.full(width, UNREACHED, dtype=np.int64)
    least[0] = 0
    for piece in pieces:
        new = np.full(width, UNREACHED, dtype=np.int64)
        for option in piece.options:
            at = option.minutes // unit
            np.minimum(new[at:], least[: width - at] + option.changes, out=new[at:])
        least = new
    return Reach(unit, least)


def best_at(pieces: Sequence[Piece], unit: int, aim: Aim) -> tuple[int, ...]:
    """Units to the first person, per piece, of the best division at any of the totals aimed at.

    By leximin of burden, then fewest changes, then the file's order; some division must reach a total.
    """
    options = [replace(table, minutes=table.minutes // unit) for table in labels.tables(pieces)]
    bounds = find_bounds(options, aim)
    step = max((bounds.high - bounds.low) // (1 + len(pieces) ** 2 // _DENSE), _grain(options, aim.scale))
    while True:
        larger = min(bounds.low + step, bounds.high)
        found = _best_within(options, bounds, larger)
        if found is not None:
            return found
        assert larger < bounds.high, "a division lies at the upper bound"
        step *= 2


def _grain(options: Sequence[Table], scale: tuple[int, int]) -> int:
    """A step worth taking: what is heavier or lighter is so by multiples of the burdens' common divisor."""
    first = int(np.gcd.reduce(np.concatenate([table.first for table in options])))
    second = int(np.gcd.reduce(np.concatenate([table.second for table in options])))
    return _GRAINS * max(first * scale[1], second * scale[0], 1)


def _best_within(options: Sequence[Table], bounds: Bounds, larger: int) -> tuple[int, ...] | None:
    """The best division whose larger share is not above `larger`, None where there is none."""

    def prune(index: int, found: Labels) -> Mask:
        return bounds.may_lead(index, found, larger)

    left = bounds.only(options, larger)
    if not all(len(table.units) for table in left):
        return None
    swept = labels.sweep(left, prune=prune, changes_first=bounds.aim.changes is not None)
    found, scale = swept.labels, bounds.aim.scale
    if not len(found.first):
        return None
    one, two = found.first * scale[1], found.second * scale[0]
    keys = np.stack((np.maximum(one, two), np.minimum(one, two), found.changes))
    best = keys[:, np.lexsort(keys[::-1])[0]]
    # Several can tie: the same two shares, each way round, at totals as far above the aim as below.
    return max(swept.units(row) for row in np.flatnonzero((best == keys.T).all(axis=1)).tolist())
