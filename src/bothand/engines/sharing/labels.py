"""The dynamic programme under every rule: partial divisions as labels, the last piece first.

A label is (first person's minutes, first person's burden, second person's burden, changes) of a division of
the last few pieces. One label stays per pair of minutes and first burden: the one that is least for the
second person, then with the fewest changes; labels that are worse for both at equal minutes are dropped.
That is the method of Nemhauser & Ullmann (1969) for the knapsack problem. Since pieces are added from the
last to the first and equal labels are kept in the order of a piece's options, what is left among equals is
what comes first in the file's order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing.errors import TooMuchWorkError
from bothand.engines.sharing.pieces import Piece

Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]

MOST_LABELS: Final = (
    1_000_000  # of one piece, before dropping those that can't win: some 120 MB while it is looked through
)
_FEW: Final = 48
MOST_KEPT: Final = 12_000_000  # of all pieces: six bytes each
_ROOM: Final = 2**62


@dataclass(frozen=True, slots=True)
class Table:
    """A piece's options as columns: minutes, first burden, second burden, changes; `units` names each row."""

    minutes: Integers
    first: Integers
    second: Integers
    changes: Integers
    units: Integers

    def columns(self) -> tuple[Integers, Integers, Integers, Integers, Integers]:
        return self.minutes, self.first, self.second, self.changes, self.units


def tables(work_pieces: Sequence[Piece]) -> list[Table]:
    """Each piece's options as integer columns, in the order of the pieces."""
    rows = (
        np.array([(o.minutes, *o.burden, o.changes, o.units) for o in piece.options], dtype=np.int64).T
        for piece in work_pieces
    )
    return [Table(*columns) for columns in rows]


@dataclass(frozen=True, slots=True)
class Labels:
    """Divisions of the pieces so far: of equal ones the first in the file's order first. Equal shapes (n,)."""

    minutes: Integers
    first: Integers
    second: Integers
    changes: Integers


_ZERO = np.zeros(1, dtype=np.int64)
NOTHING: Final = Labels(_ZERO, _ZERO, _ZERO, _ZERO)

Prune = Callable[[int, Labels], Mask]
"""Given the piece's index and labels that include it: which may still lead to what is looked for."""


@dataclass(frozen=True, slots=True)
class _Step:
    units: NDArray[np.int16]  # of this piece to the first person, per label
    parent: NDArray[np.int32] | None  # label of the next piece; None: the same index


@dataclass(frozen=True, slots=True)
class Sweep:
    """All labels over all pieces, and how each came about."""

    labels: Labels
    steps: tuple[_Step, ...]

    def units(self, label: int) -> tuple[int, ...]:
        """Units to the first person, per piece, of one label."""
        found = []
        for step in self.steps:
            found.append(int(step.units[label if len(step.units) > 1 else 0]))
            label = label if step.parent is None else int(step.parent[label])
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Order:
    """Packs what is compared into one integer: (second burden, changes), or the other way round."""

    key: int
    pack: int
    step: int
    changes_first: bool

    def value(self, labels: Labels) -> Integers:
        if self.changes_first:
            return labels.changes * self.pack + labels.second
        return labels.second * self.pack + labels.changes


def sweep(
    options: Sequence[Table],
    *,
    start: Labels = NOTHING,
    prune: Prune | None = None,
    changes_first: bool = False,
) -> Sweep:
    """Every division worth keeping, of all pieces, beside what `start` (one label) already holds.

    Without minutes to keep apart, pass tables whose minutes are 0: then the labels are the efficient
    divisions. Raises `TooMuchWorkError` where labels would exceed the bound.
    """
    order = _order(options, start, changes_first=changes_first)
    labels = start
    steps: list[_Step] = []
    kept = 0
    for index in range(len(options) - 1, -1, -1):
        labels, step = _add(options[index], labels, order, index, prune)
        kept += len(step.units)
        if kept > MOST_KEPT:
            raise TooMuchWorkError(
                "the numbers are so uneven that there are too many divisions to look through"
            )
        steps.append(step)
    return Sweep(labels, tuple(reversed(steps)))


def _order(options: Sequence[Table], start: Labels, *, changes_first: bool) -> _Order:
    held = (start.minutes, start.first, start.second, start.changes)
    most = [int(column[0]) for column in held]
    for table in options:
        most = [so_far + max(column.tolist()) for so_far, column in zip(most, table.columns(), strict=False)]
    minutes, first, second, changes = most
    pack = second + 1 if changes_first else changes + 1
    step = (second + 1) * (changes + 1)
    if step * (minutes + 2) > _ROOM or (minutes + 1) * (first + 1) > _ROOM:
        raise TooMuchWorkError("the burdens and minutes are too large to be divided exactly")
    return _Order(first + 1, pack, step, changes_first)


def _add(table: Table, old: Labels, order: _Order, index: int, prune: Prune | None) -> tuple[Labels, _Step]:
    count, width = len(table.units), len(old.first)
    if count * width > MOST_LABELS:
        raise TooMuchWorkError("the numbers are so uneven that there are too many divisions to look through")
    new = Labels(
        np.add.outer(table.minutes, old.minutes).ravel(),
        np.add.outer(table.first, old.first).ravel(),
        np.add.outer(table.second, old.second).ravel(),
        np.add.outer(table.changes, old.changes).ravel(),
    )
    if count == 1 and (prune is None or index):  # nothing to choose: what can be dropped can wait
        return new, _Step(table.units.astype(np.int16), None)
    source = None
    if prune is not None:
        source = np.flatnonzero(prune(index, new))
        new = _take(new, source)
        if index and len(source) <= _FEW:  # so few that sorting costs more than it saves
            units = table.units.astype(np.int16)[source // width]
            return new, _Step(units, (source % width).astype(np.int32))
    best = _undominated(new, order)
    origin = best if source is None else source[best]
    units = table.units.astype(np.int16)[origin // width]
    return _take(new, best), _Step(units, (origin % width).astype(np.int32))


def _take(labels: Labels, rows: Integers) -> Labels:
    return Labels(labels.minutes[rows], labels.first[rows], labels.second[rows], labels.changes[rows])


def _undominated(labels: Labels, order: _Order) -> Integers:
    """Rows to keep, ordered by minutes, then first burden; of equal ones the first given."""
    key = labels.minutes * order.key + labels.first
    rows = np.argsort(key, kind="stable")
    # Taking off so much per minute makes each minute's values lie below all earlier ones: one running
    # minimum does.
    value = order.value(labels)[rows] - labels.minutes[rows] * order.step
    keep = np.ones(len(rows), dtype=np.bool_)
    keep[1:] = value[1:] < np.minimum.accumulate(value)[:-1]
    rows = rows[keep]
    ordered = key[rows]
    last = np.ones(len(rows), dtype=np.bool_)
    last[:-1] = ordered[1:] != ordered[:-1]
    rows = rows[last]
    if order.changes_first:
        return rows
    # Fewer changes don't make up for a heavier burden: equal for the second, more for the first is worse.
    second, minutes = labels.second[rows], labels.minutes[rows]
    lighter = np.ones(len(rows), dtype=np.bool_)
    lighter[1:] = (second[1:] < second[:-1]) | (minutes[1:] != minutes[:-1])
    return rows[lighter]
