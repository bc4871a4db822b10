"""Which totals of minutes can be reached, and the best division at one of them.

Minutes first, then burden: a knapsack with two constraints. What makes it quick is the bound of `prices`: a
division whose options cost more than the cheapest ones by more than the gap to the best one found can't be
best, so few pieces have to be tried both ways (Dembo & Hammer 1980; Pisinger 1995). Bounds are floats with
a margin and only leave out what can't win; results are compared in integers.
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
from bothand.engines.sharing.prices import MARGIN, Prices, Rows, find_prices

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_CELLS: Final = 40_000_000
UNREACHED: Final = 1_000_000
_CORE: Final = 20
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


def best_at(
    pieces: Sequence[Piece], reached: Reach, aim: Aim, *, beat: Candidate | None = None
) -> Candidate | None:
    """The best division with exactly these minutes (which must be reachable), by leximin of burden.

    With `beat`, only one that is as good or better by the larger share counts, else None.
    """
    rows = Rows.of(pieces, reached.unit)
    at = aim.total // reached.unit
    if aim.few:
        rows = rows.only(_viable(rows, reached, at, aim.limit))
    prices = find_prices(rows, at, aim.scale)
    search = _Search(rows, prices, at, aim)
    denominator = aim.scale[0] * aim.scale[1]
    most = np.inf if beat is None else beat.larger / denominator - prices.bound
    gap = min(search.first_gap(), most)
    while gap >= -MARGIN:
        best = search.best_within(gap + MARGIN)
        worst = np.inf if best is None else best.larger / denominator - prices.bound
        if worst <= gap + MARGIN:
            return best
        if gap >= most:
            return None
        gap = min(worst, 2 * gap + MARGIN, most)
    return None


def _viable(rows: Rows, reached: Reach, at: int, limit: int) -> Mask:
    """Without the options that no division with these minutes and so few changes can hold."""
    least = []
    for index, minutes in zip(rows.piece.tolist(), rows.minutes.tolist(), strict=True):
        rest = at - minutes
        both = reached.before[index, : max(rest + 1, 0)] + reached.after[index + 1, : max(rest + 1, 0)][::-1]
        least.append(int(both.min(initial=UNREACHED)))
    mask: Mask = np.array(least) + rows.changes <= limit
    return mask


class _Search:
    """Looks through the divisions that lie within a gap of the bound."""

    def __init__(self, rows: Rows, prices: Prices, total: int, aim: Aim) -> None:
        self.rows, self.prices, self.total, self.aim = rows, prices, total, aim
        cost, starts = prices.cost(rows), rows.starts()
        self.cheapest = np.minimum.reduceat(cost, starts)
        self.extra = cost - self.cheapest[rows.piece]

    def first_gap(self) -> float:
        """A first guess of how far the best division lies above the bound: wide enough for some pieces to
        be open.
        """
        order = np.lexsort((self.extra, self.rows.piece))
        second = np.diff(self.rows.piece, prepend=-1) == 0
        second[1:] &= np.diff(self.rows.piece[:-1], prepend=-1) != 0
        dearer = np.sort(self.extra[order][second])
        step = 2 / min(self.aim.scale)  # many homes have a division so near the bound
        return float(max(dearer[min(_CORE, len(dearer) - 1)], step)) if len(dearer) else step

    def best_within(self, gap: float) -> Candidate | None:
        """The best division within the gap, None where there is none."""
        near = self.rows.only(self.extra <= gap)
        starts = near.starts()
        stops = np.append(starts[1:], len(near.piece))
        alone = starts[stops - starts == 1]  # pieces with nothing left to choose
        fixed = Labels(*(c[alone].sum()[None] for c in (near.minutes, near.first, near.second, near.changes)))
        choice = [int(piece) for piece in near.piece[starts[stops - starts > 1]]]
        options = [
            near.table(start, stop) for start, stop in zip(starts, stops, strict=True) if stop - start > 1
        ]
        units = near.units[starts]
        room = self.total - int(fixed.minutes[0])
        if room < 0 or (not options and (room or fixed.changes[0] > self.aim.limit)):
            return None
        swept = labels.sweep(
            options, start=fixed, prune=self._prune(options, choice, gap, room), changes_first=self.aim.few
        )
        if not len(swept.labels.first):
            return None
        return self._leximin(swept, units, choice)

    def _prune(self, options: list[Table], choice: list[int], gap: float, room: int) -> labels.Prune:
        """Which labels can still lead to a division with these minutes, within the gap, of so few changes."""
        ahead_costs = np.append(0.0, np.cumsum(self.cheapest[choice]))[:-1]
        highest = float(self.cheapest.sum()) + gap - ahead_costs
        least, most, fewest = _ahead(options, room)
        low, high = self.prices.window(gap)

        def prune(index: int, found: Labels) -> Mask:
            mask: Mask = self.prices.cost(found) <= highest[index]
            rest = self.total - found.minutes
            mask &= rest >= 0
            rest = np.maximum(rest, 0)
            mask &= (found.first + least[index, rest] <= high) & (found.first + most[index, rest] >= low)
            if self.aim.few:
                mask &= fewest[index, rest] + found.changes <= self.aim.limit
            return mask

        return prune

    def _leximin(self, swept: labels.Sweep, units: Integers, choice: list[int]) -> Candidate:
        found, scale, few = swept.labels, self.aim.scale, self.aim.few
        one, two = found.first * scale[1], found.second * scale[0]
        larger, smaller = np.maximum(one, two), np.minimum(one, two)
        keys = (smaller, larger, found.changes) if few else (found.changes, smaller, larger)
        order = np.lexsort(keys)
        best = order[0]
        made = []
        for row in order[:2]:  # the same pair of shares, each way round, is all that can tie
            if all(key[row] == key[best] for key in keys):
                units[choice] = swept.units(int(row))
                chosen = tuple(units.tolist())
                made.append(Candidate(int(larger[row]), int(smaller[row]), int(found.changes[row]), chosen))
        return min(made, key=lambda candidate: candidate.key(few=few))


def _ahead(options: list[Table], room: int) -> tuple[Integers, Integers, Integers]:
    """What the pieces before i can add with t units of minutes: the least and most first burden, fewest
    changes.

    Shapes (pieces, room + 1).
    """
    shape = (max(len(options), 1), room + 1)
    least, most, fewest = (np.full(shape, fill, dtype=np.int64) for fill in (_FAR, -_FAR, UNREACHED))
    least[0, 0] = most[0, 0] = fewest[0, 0] = 0
    for index, table in enumerate(options[:-1]):
        columns = (table.minutes.tolist(), table.first.tolist(), table.changes.tolist())
        for minutes, first, changes in zip(*columns, strict=True):
            if minutes > room:
                continue
            to, here = slice(minutes, None), slice(None, room + 1 - minutes)
            np.minimum(least[index + 1, to], least[index, here] + first, out=least[index + 1, to])
            np.maximum(most[index + 1, to], most[index, here] + first, out=most[index + 1, to])
            np.minimum(fewest[index + 1, to], fewest[index, here] + changes, out=fewest[index + 1, to])
    return least, most, fewest
