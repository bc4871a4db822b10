"""The exact frontier, step by step.

A staircase holds the pairs of utilities of which none is at least as good for both as another: the first person's
rises, the second's falls. The frontier of a sum is found among the sums of frontiers (Minkowski sum;
Nemhauser and Ullmann 1969 for the knapsack), so each step adds every option to every point, sorts, and
keeps strict improvements. With integers a staircase has at most as many points as the smaller of the two
people's ranges.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bothand.engines.negotiation.errors import TooLargeError
from bothand.engines.negotiation.tables import Ints, Table, Tables

Bools = NDArray[np.bool_]

MOST_CANDIDATES = 2_000_000
"""How many sums may be sorted in one step; they take about 100 MB."""

COUNT_BITS = 40
"""Bits per limb of a count: `MOST_CANDIDATES` of them still add up within 63 bits."""


@dataclass(frozen=True, slots=True)
class Staircase:
    """The frontier: `utility[who, point]`, with `codes[limb, point]` of the first outcome and `counts[limb,
    point]`.

    Points are in the order of the first person's rising utility.
    """

    utility: Ints
    codes: Ints
    counts: Ints
    tables: Tables

    def outcomes(self, sizes: tuple[int, ...], points: slice | list[int]) -> list[tuple[int, ...]]:
        """The outcome of each of `points`: of those with that utility, the first in the order of the file."""
        codes = self.codes[:, points][self.tables.limbs]
        digits = codes // self.tables.radixes[:, None] % np.array(sizes)[:, None]
        return list(map(tuple, digits.T.tolist()))

    def ties(self, points: slice | list[int]) -> list[int]:
        """How many outcomes have the utilities of each of `points`."""
        totals, *limbs = self.counts[::-1, points].tolist()
        for limb in limbs:
            totals = [(total << COUNT_BITS) + part for total, part in zip(totals, limb, strict=True)]
        return list(totals)


def staircase(tables: Tables) -> Staircase:
    """The exact frontier of `tables`.

    Raises `TooLargeError` where a step would have to sort more than `MOST_CANDIDATES` sums.
    """
    keys = np.zeros(1, dtype=np.int64)
    codes = tables.start
    counts = np.ones((1, 1), dtype=np.int64)
    outcomes = 1
    for table in tables.steps:
        outcomes *= len(table.add)
        if outcomes.bit_length() > COUNT_BITS * len(counts):
            counts = np.concatenate((counts, np.zeros_like(counts[:1])))
        keys, codes, counts = _step(table, tables, keys, codes, counts)
    mask = (1 << tables.bits[1]) - 1
    utility = np.stack((tables.best[0] - (keys >> tables.bits[1]), tables.best[1] - (keys & mask)))
    return Staircase(utility[:, ::-1], codes[:, ::-1], counts[:, ::-1], tables)


def _step(table: Table, tables: Tables, keys: Ints, codes: Ints, counts: Ints) -> tuple[Ints, Ints, Ints]:
    """Settle one issue: all sums, sorted by state and the first one's loss, each strict improvement kept."""
    options, states = table.add.shape
    size = len(keys)
    if size * options > MOST_CANDIDATES:
        raise TooLargeError(
            f"{size * options:,} outcomes would have to be compared at once, "
            f"at most {MOST_CANDIDATES:,} can be; "
            "ratings in coarser steps, fewer issues or fewer bonuses bring that down"
        )
    sums = ((table.add if states == 1 else table.add[:, keys >> sum(tables.bits)]) + keys).ravel()
    order = sums.argsort(kind="stable")
    ordered = sums[order]
    second = ordered & ((1 << tables.bits[1]) - 1)
    if not tables.in_order:
        # Lowered by one whole range per state, so that the least loss so far starts anew in each.
        second -= (ordered >> sum(tables.bits)) << tables.bits[1]
    kept = np.empty(len(ordered), dtype=bool)
    kept[0] = True
    np.less(second[1:], np.minimum.accumulate(second)[:-1], out=kept[1:])
    fresh = np.empty(len(ordered), dtype=bool)
    fresh[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    starts = np.flatnonzero(fresh)
    tied = len(starts) < len(ordered)
    new_counts = _tied_counts(order, starts, kept, tables, counts) if tied else counts[:, order[kept] % size]
    if tied and not tables.in_order:
        members, starts = _tied(order, starts, kept)
        return ordered[kept], _first(_coded(members, size, table, codes), starts), new_counts
    return ordered[kept], _coded(order[kept], size, table, codes), new_counts


def _coded(chosen: Ints, size: int, table: Table, codes: Ints) -> Ints:
    """The codes of the outcomes that stand at the places `chosen` among options x the points so far."""
    option, parent = np.divmod(chosen, size)
    codes = codes[:, parent]
    codes[table.limb] += table.digits[option]
    return codes


def _tied(order: Ints, starts: Ints, kept: Bools) -> tuple[Ints, Ints]:
    """The places of all sums equal to a kept one, and where each group of equal ones starts among them."""
    better, sizes = kept[starts], np.diff(starts, append=len(order))
    return order[np.repeat(better, sizes)], np.cumsum(sizes[better]) - sizes[better]


def _tied_counts(order: Ints, starts: Ints, kept: Bools, tables: Tables, counts: Ints) -> Ints:
    """Per kept sum how many outcomes have it: the sum over all equal ones, carried from limb to limb."""
    size = counts.shape[1]
    if tables.in_order:  # most groups are kept, so picking out their members would cost more than it spares
        totals = np.add.reduceat(counts[:, order % size], starts, axis=1)[:, kept[starts]]
    else:
        members, starts = _tied(order, starts, kept)
        totals = np.add.reduceat(counts[:, members % size], starts, axis=1)
    for limb in range(len(totals) - 1):
        totals[limb + 1] += totals[limb] >> COUNT_BITS
        totals[limb] &= (1 << COUNT_BITS) - 1
    return totals


def _first(codes: Ints, starts: Ints) -> Ints:
    """Per group, from each of `starts` to the next, the lowest code, its first limb counting most."""
    least = np.empty((len(codes), len(starts)), dtype=np.int64)
    sizes = np.diff(starts, append=codes.shape[1])
    for limb, row in enumerate(codes):
        least[limb] = np.minimum.reduceat(row, starts)
        if limb + 1 < len(codes):
            behind = row != np.repeat(least[limb], sizes)
            codes[limb + 1 :, behind] = np.iinfo(np.int64).max
    return least
