"""All efficient divisions of the work: one for each pair of burdens.

A division is efficient where no other is lighter for one person without being heavier for the other. Since
burdens are integers, the least burden of the second person for each total of the first is a dynamic programme
over one person's totals (Bellman 1957): exact, and as long as the pieces times the totals. Where totals are
too many for that, the labels of `labels` do the same without a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing import labels
from bothand.engines.sharing.errors import TooMuchWorkError
from bothand.engines.sharing.pieces import Piece
from bothand.engines.sharing.work import Exact, simplify
from bothand.engines.side import Side

Integers = NDArray[np.int64]

MOST_CELLS: Final = 40_000_000
MOST_SCALED_CELLS: Final = 1_000_000  # burdens counted in small parts leave most cells of a table empty
_NONE: Final = 2**61


class _Trail(Protocol):
    def units(self, label: int) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Frontier:
    """The efficient points, first person's burden rising and second's falling; three arrays of equal length.

    `first` and `second` are burdens in parts, of which `scale` make 1 for each person (`pieces.find_scale`).
    `changes` is the fewest changes from today with which a point is reached, and `units(i)` the division that
    does it (among equals: first in the file's order).
    """

    first: Integers
    second: Integers
    changes: Integers
    scale: tuple[int, int]
    _trail: _Trail = field(repr=False)
    _labels: Integers = field(repr=False)

    def __len__(self) -> int:
        return len(self.first)

    def units(self, point: int) -> tuple[int, ...]:
        """Units to the first person, per piece, of the division at a point."""
        return self._trail.units(int(self._labels[point]))

    def points(self) -> tuple[tuple[Exact, Exact], ...]:
        """Both burdens of every point, exact: whole numbers, or fractions where times of a week need them."""
        both = zip(self.first.tolist(), self.second.tolist(), strict=True)
        if self.scale == (1, 1):
            return tuple(both)
        return tuple(self.exact(parts) for parts in both)

    def exact(self, parts: tuple[int, int]) -> tuple[Exact, Exact]:
        """Both burdens, given in parts."""
        return simplify(Fraction(parts[0], self.scale[0])), simplify(Fraction(parts[1], self.scale[1]))

    def find(self, parts: tuple[int, int]) -> int | None:
        """The point with these burdens, given in parts; None where they are not efficient.

        No division lies below the frontier, so one that is efficient lies on it.
        """
        at = int(np.searchsorted(self.first, parts[0]))
        return at if at < len(self) and (int(self.first[at]), int(self.second[at])) == parts else None


def frontier(pieces: Sequence[Piece], scale: tuple[int, int] = (1, 1)) -> Frontier:
    """Every efficient pair of burdens. Raises `TooMuchWorkError` beyond the bound on work."""
    whole = [sum(piece.burden[side] for piece in pieces) for side in Side]
    if (whole[0] + 1) * (whole[1] + 1) >= _NONE:  # rules compare one's burden times the other's whole
        raise TooMuchWorkError("the burdens are too large to be divided exactly")
    unit = gcd(*(o.burden[0] for piece in pieces for o in piece.options)) or 1
    cells = len(pieces) * (sum(piece.options[0].burden[0] for piece in pieces) // unit + 1)
    pack = sum(max(o.changes for o in piece.options) for piece in pieces) + 1
    second = sum(piece.options[-1].burden[1] for piece in pieces)
    most = MOST_CELLS if scale == (1, 1) else MOST_SCALED_CELLS
    if cells > most or (second + 1) * pack >= _NONE:
        return _by_labels(pieces, scale)
    return _by_table(pieces, unit, pack, scale)


@dataclass(frozen=True, slots=True)
class _TableTrail:
    pieces: Sequence[Piece]
    chosen: tuple[NDArray[np.int8] | None, ...]  # per piece, by the total of the pieces from it on
    unit: int

    def units(self, label: int) -> tuple[int, ...]:
        found = []
        for piece, chosen in zip(self.pieces, self.chosen, strict=True):
            option = piece.options[0 if chosen is None else int(chosen[label])]
            found.append(option.units)
            label -= option.burden[0] // self.unit
        return tuple(found)


def _by_table(pieces: Sequence[Piece], unit: int, pack: int, scale: tuple[int, int]) -> Frontier:
    """The table holds second burden * pack + changes, so that the least is the lighter, then the less
    changed.
    """
    least = np.zeros(1, dtype=np.int64)
    chosen: list[NDArray[np.int8] | None] = []
    for piece in reversed(pieces):
        least, choice = _stage(piece, least, unit, pack)
        chosen.append(choice)
    burden = least // pack
    reached = np.minimum.accumulate(np.where(least >= _NONE, _NONE, burden))
    keep = np.ones(len(least), dtype=np.bool_)
    keep[1:] = reached[1:] < reached[:-1]
    keep[0] = least[0] < _NONE
    at = np.flatnonzero(keep)
    trail = _TableTrail(pieces, tuple(reversed(chosen)), unit)
    return Frontier(at * unit, burden[at], least[at] % pack, scale, trail, at)


def _stage(piece: Piece, least: Integers, unit: int, pack: int) -> tuple[Integers, NDArray[np.int8] | None]:
    width = len(least)
    size = width + piece.options[0].burden[0] // unit
    new = np.full(size, _NONE, dtype=np.int64)
    choice = np.zeros(size, dtype=np.int8) if len(piece.options) > 1 else None
    for index, option in enumerate(piece.options):
        at = option.burden[0] // unit
        here = new[at : at + width]
        found = least + (option.burden[1] * pack + option.changes)
        if choice is not None and index:
            choice[at : at + width][found < here] = index
        np.minimum(here, found, out=here)
    return new, choice


def _by_labels(pieces: Sequence[Piece], scale: tuple[int, int] = (1, 1)) -> Frontier:
    blank = np.zeros(1, dtype=np.int64)
    tables = [labels.Table(blank.repeat(len(t.units)), *t.columns()[1:]) for t in labels.tables(pieces)]
    swept = labels.sweep(tables)
    found = swept.labels
    return Frontier(found.first, found.second, found.changes, scale, swept, np.arange(len(found.first)))
