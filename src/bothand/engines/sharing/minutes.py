"""Which totals of minutes can be reached, and the best division at one of them.

Minutes first, then burden: a knapsack with two constraints. What makes it quick is a lower bound (Lagrangian
relaxation; Geoffrion 1974): for prices `lean` on the shares of burden and `price` on a minute, each piece
has a cheapest option, and each other option costs so much more. A division whose extra costs add up to more
than the gap to the best one found can't be best, so few pieces have to be tried both ways (Dembo & Hammer
1980; Pisinger 1995). Bounds are floats with a margin and only leave out what can't win; results are
compared in integers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing import labels
from bothand.engines.sharing.errors import TooMuchWorkError
from bothand.engines.sharing.labels import Labels, Mask, Table
from bothand.engines.sharing.pieces import Piece

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_CELLS: Final = 40_000_000
UNREACHED: Final = 1_000_000
_MARGIN: Final = 1e-9
_CORE: Final = 24
_HALVINGS: Final = 16
_FAR: Final = 2**40


@dataclass(frozen=True, slots=True)
class Reach:
    """`before[i][t]`: fewest changes with which the pieces before i give the first person t x `unit` minutes;
    `after[i][t]` the same for the pieces from i on. Shapes (pieces + 1, totals); `UNREACHED` where they
    can't.
    """

    unit: int
    before: Integers
    after: Integers

    def totals(self) -> tuple[Integers, Integers]:
        """Every total of the first person's minutes that some division reaches, with its fewest changes."""
        at = np.flatnonzero(self.after[0] < UNREACHED)
        return at * self.unit, self.after[0][at]


def reach(pieces: Sequence[Piece]) -> Reach:
    """The dynamic programme over minutes alone. Raises `TooMuchWorkError` beyond the bound on work."""
    unit = gcd(*(o.minutes for piece in pieces for o in piece.options)) or 1
    width = sum(piece.options[0].minutes for piece in pieces) // unit + 1
    if 2 * (len(pieces) + 1) * width > MOST_CELLS:
        raise TooMuchWorkError("there are too many minutes to be divided exactly")
    return Reach(unit, _least(pieces, unit, width), _least(pieces[::-1], unit, width)[::-1])


def _least(pieces: Sequence[Piece], unit: int, width: int) -> Integers:
    found = np.full((len(pieces) + 1, width), UNREACHED, dtype=np.int64)
    found[0, 0] = 0
    for old, new, piece in zip(found, found[1:], pieces, strict=False):
        for option in piece.options:
            at = option.minutes // unit
            np.minimum(new[at:], old[: width - at] + option.changes, out=new[at:])
    return np.minimum(found, UNREACHED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A division of all pieces: what it is judged by, and its units per piece.

    `larger` and `smaller` are the two shares of burden, brought to one denominator (integers).
    """

    larger: int
    smaller: int
    changes: int
    units: tuple[int, ...]

    def key(self, *, few: bool) -> tuple[int, int, int, tuple[int, ...]]:
        """What the least of is best: leximin, then changes, then the file's order; `few`: changes first."""
        order = tuple(-k for k in self.units)
        if few:
            return self.changes, self.larger, self.smaller, order
        return self.larger, self.smaller, self.changes, order


@dataclass(frozen=True, slots=True)
class Aim:
    """What to look for: the first person's minutes, what all tasks would be for each, and the fewest changes
    possible with these minutes where few changes come before burden (else None).
    """

    total: int
    whole: tuple[int, int]
    changes: int | None

    @property
    def scale(self) -> tuple[int, int]:
        """The denominators of the shares of burden."""
        return max(self.whole[0], 1), max(self.whole[1], 1)

    @property
    def limit(self) -> int:
        return UNREACHED - 1 if self.changes is None else self.changes

    @property
    def few(self) -> bool:
        return self.changes is not None


@dataclass(frozen=True, slots=True)
class _Prices:
    """The relaxation: a first person's share of burden costs `first`, a second's `second`, a minute `minute`.

    `scale` is what all tasks would be for each; `bound` is what no division with these minutes comes below
    (the larger share of burden).
    """

    first: float
    second: float
    minute: float
    scale: tuple[int, int]
    bound: float = 0.0

    def cost(self, found: Table | Labels) -> Floats:
        cost: Floats = self.first * found.first + self.second * found.second + self.minute * found.minutes
        return cost

    def window(self, gap: float) -> tuple[float, float]:
        """Between which totals the first person's burden lies, of every division within the gap."""
        top = self.bound + gap
        high = top * self.scale[0]
        # What the two shares cost together is at least the bound, and the second's share is at most `top`.
        low = (self.bound - self.second * top * self.scale[1]) / self.first if self.first > 0 else 0.0
        return low - _MARGIN * high - 1, high + 1


def best_at(
    pieces: Sequence[Piece], reached: Reach, aim: Aim, *, beat: Candidate | None = None
) -> Candidate | None:
    """The best division with exactly these minutes (which must be reachable), by leximin of burden.

    With `beat`, only one that is as good or better by the larger share counts, else None.
    """
    options = _viable(labels.tables(pieces), reached, aim)
    prices = _prices(options, aim)
    extra = [cost - cost.min() for cost in map(prices.cost, options)]
    denominator = aim.scale[0] * aim.scale[1]
    most = np.inf if beat is None else beat.larger / denominator - prices.bound
    gap = min(_first_gap(extra), most)
    while gap >= -_MARGIN:
        found = _within(options, extra, prices, gap + _MARGIN, (reached, aim))
        best = None if found is None else _leximin(found, aim)
        worst = np.inf if best is None else best.larger / denominator - prices.bound
        if worst <= gap + _MARGIN:
            return best
        if gap >= most:
            return None
        gap = min(worst, 2 * gap + _MARGIN, most)
    return None


def _viable(options: list[Table], reached: Reach, aim: Aim) -> list[Table]:
    """Without the options that no division with these minutes and so few changes can hold."""
    at = aim.total // reached.unit
    kept = []
    for index, table in enumerate(options):
        rest = [at - int(m) // reached.unit for m in table.minutes]
        least = [
            int((reached.before[index, : r + 1] + reached.after[index + 1, r::-1]).min())
            if r >= 0
            else UNREACHED
            for r in rest
        ]
        kept.append(table.only(np.array(least) + table.changes <= aim.limit))
    return kept


def _prices(options: list[Table], aim: Aim) -> _Prices:
    """Prices near the best ones: each piece is taken as divisible between its two ends, which makes the
    prices of a minute the breakpoints of a continuous knapsack; the lean is then found by bisection.
    """
    scale, total = aim.scale, aim.total
    ends = np.array(
        [[(t.first[e], t.second[e], t.minutes[e]) for e in (0, -1)] for t in options], dtype=np.float64
    )
    span, least = ends[:, 0] - ends[:, 1], ends[:, 1]
    first, second, minutes = span[:, 0] / scale[0], span[:, 1] / scale[1], span[:, 2]
    base = least.sum(axis=0)
    low, high, price = 0.0, 1.0, 0.0
    for _ in range(_HALVINGS):
        lean = (low + high) / 2
        gain = -(lean * first + (1 - lean) * second)
        part, price = _fill(gain, minutes, total - base[2])
        heavier = (base[0] + part @ span[:, 0]) / scale[0] > (base[1] + part @ span[:, 1]) / scale[1]
        low, high = (lean, high) if heavier else (low, lean)
    raw = _Prices(lean / scale[0], (1 - lean) / scale[1], price, scale)
    bound = sum(float(raw.cost(t).min()) for t in options) - price * total
    return _Prices(raw.first, raw.second, raw.minute, scale, bound)


def _fill(gain: Floats, minutes: Floats, room: float) -> tuple[Floats, float]:
    """The continuous knapsack: how much of each piece is taken, and the price of a minute."""
    part = (gain > 0).astype(np.float64)
    timed = np.flatnonzero(minutes > 0)
    if not len(timed):
        return part, 0.0
    value = gain[timed] / minutes[timed]
    order = np.argsort(-value, kind="stable")
    before = np.concatenate(([0.0], np.cumsum(minutes[timed][order])[:-1]))
    taken = np.clip((room - before) / minutes[timed][order], 0.0, 1.0)
    part[timed[order]] = taken
    edge = min(int(np.searchsorted(before, room, side="right")), len(order)) - 1
    return part, float(value[order[max(edge, 0)]])


def _first_gap(extra: list[Floats]) -> float:
    """A first guess of how far the best division lies above the bound: wide enough for some pieces to be
    open.
    """
    second = np.sort([float(np.partition(cost, 1)[1]) for cost in extra if len(cost) > 1])
    dearer = second[second > _MARGIN]
    if not len(dearer):
        return _MARGIN
    return float(max(second[min(_CORE, len(second) - 1)], dearer[0]))


def _within(
    options: list[Table],
    extra: list[Floats],
    prices: _Prices,
    gap: float,
    goal: tuple[Reach, Aim],
) -> labels.Sweep | None:
    """All divisions that lie within the gap; None where there is none."""
    reached, aim = goal
    near = [table.only(cost <= gap) for table, cost in zip(options, extra, strict=True)]
    cheapest = np.cumsum([float(prices.cost(t).min()) for t in reversed(near)])[::-1]
    at = aim.total // reached.unit
    least, most = _span(near, reached.unit, at)
    low, high = prices.window(gap)

    def prune(index: int, found: Labels) -> Mask:
        rest = at - found.minutes // reached.unit
        ahead = np.maximum(rest, 0)
        mask: Mask = prices.cost(found) <= cheapest[index] + gap
        mask &= (rest >= 0) & (reached.before[index, ahead] + found.changes <= aim.limit)
        mask &= (found.first + least[index, ahead] <= high) & (found.first + most[index, ahead] >= low)
        return mask

    swept = labels.sweep(near, prune=prune, changes_first=aim.few)
    return swept if len(swept.labels.first) else None


def _span(options: list[Table], unit: int, at: int) -> tuple[Integers, Integers]:
    """The least and the most first burden with which the pieces before i give the first person t x unit
    minutes.
    """
    shape = (len(options) + 1, at + 1)
    least, most = np.full(shape, _FAR, dtype=np.int64), np.full(shape, -_FAR, dtype=np.int64)
    least[0, 0] = most[0, 0] = 0
    for index, table in enumerate(options):
        for minutes, first in zip((table.minutes // unit).tolist(), table.first.tolist(), strict=True):
            if minutes <= at:
                to, here = slice(minutes, None), slice(None, at + 1 - minutes)
                np.minimum(least[index + 1, to], least[index, here] + first, out=least[index + 1, to])
                np.maximum(most[index + 1, to], most[index, here] + first, out=most[index + 1, to])
    return least, most


def _leximin(swept: labels.Sweep, aim: Aim) -> Candidate:
    found, scale = swept.labels, aim.scale
    one, two = found.first * scale[1], found.second * scale[0]
    larger, smaller = np.maximum(one, two), np.minimum(one, two)
    keys = (smaller, larger, found.changes) if aim.few else (found.changes, smaller, larger)
    order = np.lexsort(keys)
    best = order[0]
    # Two divisions with the same pair of shares, each way round, are all there can be.
    ties = [int(row) for row in order[:2] if all(key[row] == key[best] for key in keys)]
    made = [Candidate(int(larger[r]), int(smaller[r]), int(found.changes[r]), swept.units(r)) for r in ties]
    return min(made, key=lambda candidate: candidate.key(few=aim.few))
