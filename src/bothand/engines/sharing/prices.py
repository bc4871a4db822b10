"""Between which shares of burden the best division with given minutes lies.

The Lagrangian relaxation of "the larger share of burden as small as can be" (Geoffrion 1974): for a price on
each person's burden, the cheapest division with exactly these minutes is a dynamic programme over minutes
(Bellman 1957), and no division can cost less. Any prices give a true bound; good ones give a high one, and
the cheapest divisions that they are found from are divisions of the work, so that the best lies between.
Everything is an integer: no bound is off by rounding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing.aim import Aim
from bothand.engines.sharing.labels import Labels, Mask, Table
from bothand.engines.sharing.swaps import swapped

Integers = NDArray[np.int64]

_FAR: Final = 2**61
_FINEST: Final = 2**20
_TRIES: Final = 4  # prices between the two ends; more would tell little
_SWAPPED: Final = 2


@dataclass(frozen=True, slots=True)
class Price:
    """What a unit of each person's burden costs, and a change: 0, or more than all burdens together."""

    first: int
    second: int
    change: int

    def cost(self, found: Table | Labels) -> Integers:
        return self.first * found.first + self.second * found.second + self.change * found.changes

    def most(self, aim: Aim, larger: int) -> int:
        """The most that a division costs whose shares are not above `larger`."""
        changed = 0 if aim.changes is None else aim.changes * self.change
        return self.first * (larger // aim.scale[1]) + self.second * (larger // aim.scale[0]) + changed


@dataclass(frozen=True, slots=True)
class Bounds:
    """The larger share of the best division, times both denominators, is from `low` to `high`.

    `ahead[k][i][t]` is the least that the pieces before i cost at `prices[k]`, where the pieces from i on give
    the first person t units of minutes and all of them together a total aimed at. `least[i][j]` is the least
    that a division with the option j of piece i costs at the first price.
    """

    aim: Aim
    low: int
    high: int
    prices: tuple[Price, ...]
    ahead: tuple[Integers, ...]
    least: tuple[Integers, ...]

    def only(self, options: Sequence[Table], larger: int) -> list[Table]:
        """The options that divisions whose shares are not above `larger` may hold."""
        most = self.prices[0].most(self.aim, larger)
        masks = (least <= most for least in self.least)
        return [Table(*(c[mask] for c in t.columns())) for t, mask in zip(options, masks, strict=True)]

    def may_lead(self, index: int, found: Labels, larger: int) -> Mask:
        """Which divisions of the pieces from `index` on may lead to one whose shares are not above `larger`."""
        mask: Mask = found.minutes < self.aim.width
        minutes = np.minimum(found.minutes, self.aim.width - 1)
        for price, ahead in zip(self.prices, self.ahead, strict=True):
            mask &= price.cost(found) + ahead[index][minutes] <= price.most(self.aim, larger)
        return mask


@dataclass(frozen=True, slots=True)
class _Cheapest:
    """For one price: the table over minutes, and a cheapest division: its pieces' options, burdens, cost."""

    price: Price
    table: Integers
    rows: tuple[int, ...]
    burden: tuple[int, int]
    cost: int

    def low(self, aim: Aim) -> int:
        """No division has a larger share below this (times both denominators)."""
        one, two = aim.scale
        changed = 0 if aim.changes is None else aim.changes * self.price.change
        return (self.cost - changed) * one * two // (self.price.first * one + self.price.second * two)


def find_bounds(options: Sequence[Table], aim: Aim) -> Bounds:
    """Bounds from the prices of both ends and from prices between, where the two shares cross."""
    one, two = aim.scale
    heavy, light = (_cheapest(options, aim, *ends) for ends in ((0, 1), (1, 0)))
    ends: tuple[_Cheapest, ...] = heavy, light
    best = heavy
    if light.burden[0] * two >= light.burden[1] * one:  # the first has most even at their least
        best = light
    elif heavy.burden[0] * two > heavy.burden[1] * one:
        between = _where_they_cross(options, aim, heavy, light)
        best = max(between, key=lambda found: found.low(aim))
        ends = (*ends, *between)
    nearest = sorted(ends, key=lambda found: aim.larger(found.burden))[:_SWAPPED]
    ahead = _ahead(best.table, aim)
    used = (best, *(found for found in (heavy, light) if found is not best))
    return Bounds(
        aim,
        best.low(aim),
        min(swapped(options, aim, found.rows) for found in nearest),
        tuple(found.price for found in used),
        (ahead, *(_ahead(found.table, aim) for found in used[1:])),
        tuple(_least(options, aim, best.price, ahead)),
    )


def _where_they_cross(
    options: Sequence[Table], aim: Aim, heavy: _Cheapest, light: _Cheapest
) -> tuple[_Cheapest, ...]:
    """Prices at which a division heavy for the first person and one light for them cost the same, a few
    times over: the higher the bound, the nearer the two.
    """
    one, two = aim.scale
    most = max(sum(int(table.changes.max()) for table in options), 1)
    fine = max(min(_FINEST, 2**60 // (2 * most * (one + two))), 1)
    found: list[_Cheapest] = []
    for _ in range(_TRIES):
        gain = (light.burden[1] - heavy.burden[1]) * one
        part = gain / (gain + (heavy.burden[0] - light.burden[0]) * two)
        price = part * fine * min(one, two) / one, (1 - part) * fine * min(one, two) / two
        new = _cheapest(options, aim, max(round(price[0]), 1), max(round(price[1]), 1))
        found.append(new)
        if new.burden in {heavy.burden, light.burden}:
            break
        if new.burden[0] * two > new.burden[1] * one:
            heavy = new
        else:
            light = new
    return tuple(found)


def _cheapest(options: Sequence[Table], aim: Aim, first: int, second: int) -> _Cheapest:
    change = 0 if aim.changes is None else first * aim.scale[0] + second * aim.scale[1] + 1
    price = Price(first, second, change)
    costs = [price.cost(table) for table in options]
    table = _table(options, costs, aim.width)
    total = min(aim.totals, key=lambda total: int(table[-1, total]))
    rows = _rows(options, costs, table, total)
    chosen = list(zip(options, rows, strict=True))
    burden = sum(int(t.first[row]) for t, row in chosen), sum(int(t.second[row]) for t, row in chosen)
    return _Cheapest(price, table, rows, burden, int(table[-1, total]))


def _table(options: Sequence[Table], costs: Sequence[Integers], width: int) -> Integers:
    """The least cost of the first pieces for each total of minutes; shape (pieces + 1, width).

    `_FAR` or more where they can't have it.
    """
    table = np.full((len(options) + 1, width), _FAR, dtype=np.int64)
    table[0, 0] = 0
    room = np.empty(width, dtype=np.int64)
    for old, new, each, cost in zip(table, table[1:], options, costs, strict=False):
        for row, (minutes, more) in enumerate(zip(each.minutes.tolist(), cost.tolist(), strict=True)):
            if minutes >= width:
                continue
            to, here = new[minutes:], old[: width - minutes]
            if row:
                np.minimum(to, np.add(here, more, out=room[minutes:]), out=to)
            else:
                np.add(here, more, out=to)
    return table


def _rows(
    options: Sequence[Table], costs: Sequence[Integers], table: Integers, total: int
) -> tuple[int, ...]:
    """The options of a division with this total that costs what the table says."""
    rows = []
    for index in range(len(options) - 1, -1, -1):
        here, before, cost = table.item(index + 1, total), table[index], costs[index].tolist()
        for row, minutes in enumerate(options[index].minutes.tolist()):
            if minutes <= total and before.item(total - minutes) + cost[row] == here:
                rows.append(row)
                total -= minutes
                break
    return tuple(reversed(rows))


def _ahead(table: Integers, aim: Aim) -> Integers:
    """The table turned round: by what the pieces from i on hold, and not by what those before have left."""
    found = np.full((len(table) - 1, aim.width), _FAR, dtype=np.int64)
    for total in aim.totals:
        here = found[:, : total + 1]
        np.minimum(here, table[:-1, total::-1], out=here)
    return found


def _least(options: Sequence[Table], aim: Aim, price: Price, ahead: Integers) -> Iterator[Integers]:
    """The least that a division with each option costs."""
    costs = [price.cost(table) for table in options]
    behind = _table(options[::-1], costs[::-1], aim.width)[::-1]
    for index, (each, cost) in enumerate(zip(options, costs, strict=True)):
        rest = [
            int((ahead[index, minutes:] + behind[index + 1, : max(aim.width - minutes, 0)]).min(initial=_FAR))
            for minutes in each.minutes.tolist()
        ]
        yield np.array(rest) + cost
