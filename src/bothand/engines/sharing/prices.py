"""What a piece costs under prices, and below which burden no division with given minutes can come.

The Lagrangian relaxation of "exactly these minutes, the larger share of burden as small as can be"
(Geoffrion 1974): for a price on each person's share of burden and on a minute, each piece has a cheapest
option, and all cheapest options together bound every division from below. Any prices give a true bound;
good ones give a high one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing.labels import Labels, Mask, Table
from bothand.engines.sharing.pieces import Piece

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

MARGIN: Final = 1e-9  # of a share: what floats may be off by
_HALVINGS: Final = 16


@dataclass(frozen=True, slots=True)
class Rows:
    """The options of all pieces, one below the other, as columns; `piece` names each row's piece.

    Minutes are in units of `unit` of `Reach`. Every piece has at least one row, and rows keep the options'
    order.
    """

    minutes: Integers
    first: Integers
    second: Integers
    changes: Integers
    units: Integers
    piece: Integers

    @classmethod
    def of(cls, pieces: Sequence[Piece], unit: int) -> "Rows":
        found = [
            (o.minutes // unit, *o.burden, o.changes, o.units, index)
            for index, piece in enumerate(pieces)
            for o in piece.options
        ]
        return cls(*np.array(found, dtype=np.int64).T.copy())

    def only(self, rows: Mask) -> "Rows":
        columns = (self.minutes, self.first, self.second, self.changes, self.units, self.piece)
        return Rows(*(column[rows] for column in columns))

    def starts(self) -> Integers:
        """The first row of each piece."""
        return np.flatnonzero(np.diff(self.piece, prepend=-1))

    def table(self, start: int, stop: int) -> Table:
        rows = slice(start, stop)
        return Table(
            self.minutes[rows], self.first[rows], self.second[rows], self.changes[rows], self.units[rows]
        )


@dataclass(frozen=True, slots=True)
class Prices:
    """A unit of the first person's burden costs `first`, of the second's `second`, of minutes `minute`.

    `scale` is what all tasks would be for each; `bound` is what no division with the minutes aimed at comes
    below (the larger share of burden, 0 to 1).
    """

    first: float
    second: float
    minute: float
    scale: tuple[int, int]
    bound: float = 0.0

    def cost(self, found: Rows | Table | Labels) -> Floats:
        cost: Floats = self.first * found.first + self.second * found.second + self.minute * found.minutes
        return cost

    def window(self, gap: float) -> tuple[float, float]:
        """Between which totals the first person's burden lies, of every division within the gap."""
        top = self.bound + gap
        high = top * self.scale[0]
        # What the two shares cost together is at least the bound, and the second's share is at most `top`.
        low = (self.bound - self.second * top * self.scale[1]) / self.first if self.first > 0 else 0.0
        return low - MARGIN * high - 1, high + 1


def find_prices(rows: Rows, total: int, scale: tuple[int, int]) -> Prices:
    """Prices near the best ones.

    Each piece is taken as divisible between its two ends: then the price of a minute is where a continuous
    knapsack is full (Dantzig 1957), and the lean between the two people is found by halving.
    """
    starts = rows.starts()
    stops = np.append(starts[1:], len(rows.piece)) - 1
    base = [int(column[stops].sum()) for column in (rows.first, rows.second, rows.minutes)]
    first, second, minutes = (
        (column[starts] - column[stops]).astype(np.float64)
        for column in (rows.first, rows.second, rows.minutes)
    )
    low, high, price = 0.0, 1.0, 0.0
    for _ in range(_HALVINGS):
        lean = (low + high) / 2
        gain = -(lean / scale[0] * first + (1 - lean) / scale[1] * second)
        part, price = _fill(gain, minutes, float(total - base[2]))
        heavier = (base[0] + part @ first) / scale[0] > (base[1] + part @ second) / scale[1]
        low, high = (lean, high) if heavier else (low, lean)
    raw = Prices(lean / scale[0], (1 - lean) / scale[1], price, scale)
    bound = float(np.minimum.reduceat(raw.cost(rows), starts).sum()) - price * total
    return Prices(raw.first, raw.second, raw.minute, scale, bound)


def _fill(gain: Floats, minutes: Floats, room: float) -> tuple[Floats, float]:
    """The continuous knapsack: how much of each piece is taken, and the price of a minute."""
    timed = minutes > 0
    value = np.where(timed, gain / np.where(timed, minutes, 1.0), -np.inf)
    order = np.argsort(-value, kind="stable")
    length = minutes[order]
    room_left = room - (np.cumsum(length) - length)
    part = np.empty_like(gain)
    part[order] = np.clip(room_left / np.where(length > 0, length, 1.0), 0.0, 1.0)
    part[~timed] = gain[~timed] > 0
    edge = max(int((room_left >= 0).sum()) - 1, 0)
    price = float(value[order[min(edge, int(timed.sum()) - 1)]]) if timed.any() else 0.0
    return part, price
