"""Proves what a division claims, by other means than those that found it.

Nothing here uses the frontier, the labels or the bounds: sums are added up again from the tasks in exact
fractions, efficiency and the rules are proved with plain tables over all totals. What each piece weighs is held
against the answers first, so that no burden can be lost on the way. So a slip in the clever part shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing.division import Division, unevenness
from bothand.engines.sharing.errors import ClaimError, TooMuchWorkError
from bothand.engines.sharing.pieces import Piece, pieces
from bothand.engines.sharing.work import Exact, Stance, Work
from bothand.engines.side import Side

Integers = NDArray[np.int64]

MOST_CELLS: Final = 60_000_000
CELLS_A_SUM: Final = 12  # a sum without a table takes about as long as so many cells of one
MOST_STATES: Final = 1_000_000
_NONE: Final = 2**61

Weights = list[Fraction]
"""What one unit of each piece weighs for one person."""

Point = tuple[Fraction, Fraction]
"""Both burdens."""


def check(work: Work, division: Division) -> tuple[str, ...]:
    """Proves a division's claims and returns their names; raises `ClaimError` at the first that is false.

    Always: `complete` (every piece has an owner who can do it), `adds_up`, `ef1` and `efficient` (that each
    holds, or that it doesn't, as claimed), and the rule's own: `leximin`; `nearest_minutes`;
    `fewest_changes`. The rest of the minutes rules, `least_burden` at these minutes, needs a table over
    minutes and burden: it is proved where that has at most a million cells, and else left out of what is
    returned. Raises `TooMuchWorkError` where even the burdens alone are too many to prove anything.

    >>> from bothand.engines.sharing.rules import lay_out, leximin
    >>> from bothand.engines.sharing.work import Task
    >>> work = Work((Task("a", 10), Task("b", 10)), (5, 3), (4, 4))
    >>> check(work, leximin(lay_out(work)))
    ('complete', 'adds_up', 'ef1', 'efficient', 'leximin')
    """
    cut = pieces(work)
    _complete(work, cut, division)
    weights = [_weigh_units(work, cut, side) for side in Side]
    _adds_up(work, cut, weights, division)
    _is(division.ef1, not any(_envies(work, cut, weights[side], division, side) for side in Side), "ef1")
    ways = _count_parts(cut, weights)
    least = _least_burdens(ways)
    _is(division.efficient, _efficient(least, division), "efficient")
    proved = ["complete", "adds_up", "ef1", "efficient"]
    if division.rule in {"leximin", "envy_free", "fewest_changes_efficient"}:
        _is(True, division.efficient, "efficient as its rule demands")
    if division.rule == "leximin":
        _is(
            True,
            _shares(work, division.burden) == min(_shares(work, point) for point in least),
            "leximin",
        )
        proved.append("leximin")
    if division.rule in {"envy_free", "fewest_changes_efficient"}:
        _is(True, division.ef1, "ef1 as its rule demands")
    if division.rule in {"equal_minutes", "fewest_changes"}:
        proved += _minutes(work, cut, ways, division)
    return tuple(proved)


def _is(claimed: bool, so: bool, what: str) -> None:
    if claimed != so:
        raise ClaimError(f"the division claims {what} = {claimed}, and that is not so")


def _complete(work: Work, cut: Sequence[Piece], division: Division) -> None:
    _is(True, len(division.units) == len(cut), "one owner for each piece")
    for piece, units in zip(cut, division.units, strict=True):
        name = work.tasks[piece.task].name
        _is(True, 0 <= units <= piece.units, f"a possible part of {name}")
        for side, own in ((Side.FIRST, units), (Side.SECOND, piece.units - units)):
            able = work.answers(side)[piece.task] is not Stance.CANNOT
            _is(True, able or own == 0, f"{name} with somebody who can do it")


def _weigh_units(work: Work, cut: Sequence[Piece], side: Side) -> Weights:
    """What one unit of each piece weighs for one person, exactly, as their answers have it.

    A task's burden is divided among its phases in proportion to their minutes, in whole numbers that add up to
    it, and each of the times of a week has an equal part. Raises `ClaimError` where pieces say otherwise.
    """
    scale = _find_scale(work, cut, side)
    weights = []
    for index, task in enumerate(work.tasks):
        whole, own = work.burden(side, index), [piece for piece in cut if piece.task == index]
        parts = [Fraction(piece.burden[side], scale) for piece in own]
        _is(True, sum(parts) == whole, f"all of the burden of {task.name}")
        for piece, part in zip(own, parts, strict=True):
            due = Fraction(whole * piece.minutes, task.weekly) if task.weekly else part
            near = part.denominator == 1 and abs(part - due) < 1
            _is(True, near, f"a part of the burden of {task.name} that goes by minutes")
            weights.append(part / piece.units)
            for option in piece.options:
                held = option.units if side is Side.FIRST else piece.units - option.units
                same = Fraction(option.burden[side], scale) == weights[-1] * held
                _is(True, same, f"the exact burden of {held} times {task.name}")
    return weights


def _find_scale(work: Work, cut: Sequence[Piece], side: Side) -> int:
    """In how many parts the pieces count one person's burdens: all of them together against all answers."""
    whole = work.whole_burden(side)
    return sum(piece.burden[side] for piece in cut) // whole or 1 if whole else 1


def _adds_up(work: Work, cut: Sequence[Piece], weights: Sequence[Weights], division: Division) -> None:
    held = list(zip(cut, division.units, strict=True))
    minutes = sum(piece.minutes * k // piece.units for piece, k in held)
    burden = (
        sum(weight * k for weight, (_, k) in zip(weights[0], held, strict=True)),
        sum(weight * (piece.units - k) for weight, (piece, k) in zip(weights[1], held, strict=True)),
    )
    _is(True, division.minutes == (minutes, work.minutes - minutes), "these minutes")
    _is(True, division.burden == burden, "these burdens")
    _is(True, division.changes == sum(piece.option(k).changes for piece, k in held), "so many changes")


def _envies(work: Work, cut: Sequence[Piece], weights: Weights, division: Division, side: Side) -> bool:
    """EF1 by its definition: whichever single unit is put aside, what one can do of the other's list is lighter."""
    held = [k if side is Side.FIRST else p.units - k for p, k in zip(cut, division.units, strict=True)]
    theirs = sum(
        weight * (p.units - own)
        for weight, p, own in zip(weights, cut, held, strict=True)
        if work.answers(side)[p.task] is not Stance.CANNOT
    )
    mine = sum(weight * own for weight, own in zip(weights, held, strict=True))
    if mine <= theirs:
        return False
    return all(mine - weight > theirs for weight, own in zip(weights, held, strict=True) if own)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Both burdens of each option of each piece as whole numbers, of which `parts` make 1 for each person."""

    parts: tuple[int, int]
    burdens: list[list[tuple[int, int]]]

    def points(self, sums: Iterable[tuple[int, int]]) -> list[Point]:
        """Sums of burdens as they are."""
        return [(Fraction(one, self.parts[0]), Fraction(two, self.parts[1])) for one, two in sums]


def _count_parts(cut: Sequence[Piece], weights: Sequence[Weights]) -> _Ways:
    first, second = (lcm(*(weight.denominator for weight in each)) for each in weights)
    return _Ways(
        (first, second),
        [
            [(int(first * one * o.units), int(second * two * (piece.units - o.units))) for o in piece.options]
            for piece, one, two in zip(cut, *weights, strict=True)
        ],
    )


def _least_burdens(ways: _Ways) -> list[Point]:
    """Pairs of burdens that some division has; no division is better than one of them for both.

    By a table over the first person's totals, or, where these are too many, as when single times of a week are counted
    in small parts, by sums without a table.
    """
    unit = gcd(*(at for burdens in ways.burdens for at, _ in burdens)) or 1
    size = sum(max(at for at, _ in burdens) for burdens in ways.burdens) // unit + 1
    if ways.parts[0] > 1 or size * len(ways.burdens) > MOST_CELLS:
        return ways.points(_add_up_improving(ways.burdens))
    table = _least(size, [[(at // unit, cost) for at, cost in burdens] for burdens in ways.burdens])
    return ways.points(_keep_improving((at * unit, cost) for at, cost in table.items()))


def _keep_improving(ordered: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of the first number those whose second is below all before."""
    kept: list[tuple[int, int]] = []
    for one, two in ordered:
        if not kept or two < kept[-1][1]:
            kept.append((one, two))
    return kept


def _add_up_improving(options: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Of all ways to take one (first, second) of each: the sums that no other sum beats for both."""
    kept, sums = [(0, 0)], 0
    for ways in options:
        sums += len(kept) * len(ways)
        if sums * CELLS_A_SUM > MOST_CELLS:
            raise TooMuchWorkError("the burdens are too many to be proved")
        kept = _keep_improving(
            sorted((one + first, two + second) for one, two in kept for first, second in ways)
        )
    return kept


def _least(size: int, options: Sequence[Sequence[tuple[int, int]]]) -> dict[int, int]:
    """Of all ways to take one (place, cost) of each: the least cost for each sum of places."""
    least = np.full(size, _NONE, dtype=np.int64)
    least[0] = 0
    for ways in options:
        new = np.full(size, _NONE, dtype=np.int64)
        for at, cost in ways:
            new[at:] = np.minimum(new[at:], least[: size - at] + cost)
        least = np.minimum(new, _NONE)
    reached = np.flatnonzero(least < _NONE)
    return dict(zip(reached.tolist(), least[reached].tolist(), strict=True))


def _efficient(least: Sequence[Point], division: Division) -> bool:
    first, second = division.burden
    return not any((one <= first and two < second) or (one < first and two <= second) for one, two in least)


def _shares(work: Work, burden: tuple[Exact, Exact]) -> tuple[Exact, Exact]:
    whole = [max(work.whole_burden(side), 1) for side in Side]
    both = burden[0] * whole[1], burden[1] * whole[0]
    return max(both), min(both)


def _minutes(work: Work, cut: Sequence[Piece], ways: _Ways, division: Division) -> list[str]:
    whole = work.minutes
    fewest = _fewest_changes(cut)
    far = {total: unevenness(work, (total, whole - total)) for total in fewest}
    allowed = 2 * min(far.values()) + division.slack * sum(work.shares)
    near = [total for total in far if 2 * far[total] <= allowed]
    if division.rule == "equal_minutes":
        here = (far[division.minutes[0]],)
        _is(True, here == min((far[total],) for total in near), "minutes as near as can be")
        proved, equals = ["nearest_minutes"], [total for total in near if (far[total],) == here]
    else:
        best = min((fewest[total], far[total]) for total in near)
        _is(True, (division.changes, far[division.minutes[0]]) == best, "the fewest changes")
        proved, equals = ["fewest_changes"], [total for total in near if (fewest[total], far[total]) == best]
    minute = gcd(*(o.minutes for piece in cut for o in piece.options)) or 1
    burden = gcd(*(o.burden[0] for piece in cut for o in piece.options)) or 1
    states = (whole // minute + 1) * (sum(piece.burden[0] for piece in cut) // burden + 1) * len(cut)
    if states > MOST_STATES:
        return proved
    few = division.changes if division.rule == "fewest_changes" else None
    points = [point for total in equals for point in _burdens_at(cut, ways, total, few)]
    _is(
        True,
        _shares(work, division.burden) == min(_shares(work, point) for point in points),
        "the least burden",
    )
    return [*proved, "least_burden"]


def _fewest_changes(cut: Sequence[Piece]) -> dict[int, int]:
    """The fewest changes for each total of the first person's minutes that some division has."""
    size = sum(piece.minutes for piece in cut) + 1
    if size * len(cut) > MOST_CELLS:
        raise TooMuchWorkError("the minutes are too many to be proved")
    return _least(size, [[(o.minutes, o.changes) for o in piece.options] for piece in cut])


def _burdens_at(cut: Sequence[Piece], ways: _Ways, total: int, few: int | None) -> list[Point]:
    """Every first burden with its least second burden at these minutes (and so few changes)."""
    known = {(0, 0, 0): 0}
    for piece, burdens in zip(cut, ways.burdens, strict=True):
        new: dict[tuple[int, int, int], int] = {}
        for (minutes, first, changes), second in known.items():
            for o, (one, two) in zip(piece.options, burdens, strict=True):
                changed = changes + o.changes if few is not None else 0
                key = minutes + o.minutes, first + one, changed
                if key[0] <= total and (few is None or changed <= few):
                    new[key] = min(new.get(key, _NONE), second + two)
        known = new
    return ways.points((first, second) for (minutes, first, _), second in known.items() if minutes == total)
