"""Proves what a division claims, by other means than those that found it.

Nothing here uses the frontier, the labels or the bounds: sums are added up again from the tasks, efficiency
and the rules are proved with plain tables over all totals. So a slip in the clever part shows.
"""

from collections.abc import Sequence
from math import gcd
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing.division import Division, unevenness
from bothand.engines.sharing.errors import ClaimError, TooMuchWorkError
from bothand.engines.sharing.pieces import Piece, pieces
from bothand.engines.sharing.work import Side, Stance, Work

Integers = NDArray[np.int64]

MOST_CELLS: Final = 60_000_000
MOST_STATES: Final = 1_000_000
_NONE: Final = 2**61


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
    _adds_up(work, cut, division)
    _is(division.ef1, not any(_envies(work, cut, division, side) for side in Side), "ef1")
    least = _least_burdens(cut)
    _is(division.efficient, _efficient(least, division), "efficient")
    proved = ["complete", "adds_up", "ef1", "efficient"]
    if division.rule in {"leximin", "envy_free", "fewest_changes_efficient"}:
        _is(True, division.efficient, "efficient as its rule demands")
    if division.rule == "leximin":
        _is(
            True,
            _shares(work, division.burden) == min(_shares(work, point) for point in least.items()),
            "leximin",
        )
        proved.append("leximin")
    if division.rule in {"envy_free", "fewest_changes_efficient"}:
        _is(True, division.ef1, "ef1 as its rule demands")
    if division.rule in {"equal_minutes", "fewest_changes"}:
        proved += _minutes(work, cut, division)
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


def _adds_up(work: Work, cut: Sequence[Piece], division: Division) -> None:
    held = list(zip(cut, division.units, strict=True))
    minutes = sum(piece.minutes * k // piece.units for piece, k in held)
    burden = (
        sum(p.cost(Side.FIRST, k) for p, k in held),
        sum(p.cost(Side.SECOND, p.units - k) for p, k in held),
    )
    _is(True, division.minutes == (minutes, work.minutes - minutes), "these minutes")
    _is(True, division.burden == burden, "these burdens")
    _is(True, division.changes == sum(piece.option(k).changes for piece, k in held), "so many changes")


def _envies(work: Work, cut: Sequence[Piece], division: Division, side: Side) -> bool:
    """EF1 by its definition: whichever single unit is put aside, the other's list is still the lighter."""
    held = [k if side is Side.FIRST else p.units - k for p, k in zip(cut, division.units, strict=True)]
    if any(work.answers(side)[p.task] is Stance.CANNOT for p in cut):
        return False
    theirs = sum(p.cost(side, p.units) - p.cost(side, own) for p, own in zip(cut, held, strict=True))
    mine = sum(p.cost(side, own) for p, own in zip(cut, held, strict=True))
    if mine <= theirs:
        return False
    without = (
        mine - p.cost(side, own) + p.cost(side, own - 1) for p, own in zip(cut, held, strict=True) if own
    )
    return all(rest > theirs for rest in without)


def _least_burdens(cut: Sequence[Piece]) -> dict[int, int]:
    """The least second burden for each first burden that some division has."""
    unit = gcd(*(piece.burden[0] if piece.units == 1 else 1 for piece in cut)) or 1
    size = sum(piece.burden[0] for piece in cut) // unit + 1
    if size * len(cut) > MOST_CELLS:
        raise TooMuchWorkError("the burdens are too many to be proved")
    options = [[(o.burden[0] // unit, o.burden[1]) for o in piece.options] for piece in cut]
    return {at * unit: least for at, least in _least(size, options).items()}


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


def _efficient(least: dict[int, int], division: Division) -> bool:
    first, second = division.burden
    return not any(
        (one <= first and two < second) or (one < first and two <= second) for one, two in least.items()
    )


def _shares(work: Work, burden: tuple[int, int]) -> tuple[int, int]:
    whole = [max(work.whole_burden(side), 1) for side in Side]
    both = burden[0] * whole[1], burden[1] * whole[0]
    return max(both), min(both)


def _minutes(work: Work, cut: Sequence[Piece], division: Division) -> list[str]:
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
    states = (whole // minute + 1) * (work.whole_burden(Side.FIRST) // burden + 1) * len(cut)
    if states > MOST_STATES:
        return proved
    few = division.changes if division.rule == "fewest_changes" else None
    points = [point for total in equals for point in _burdens_at(cut, total, few)]
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


def _burdens_at(cut: Sequence[Piece], total: int, few: int | None) -> list[tuple[int, int]]:
    """Every first burden with its least second burden at these minutes (and so few changes)."""
    known = {(0, 0, 0): 0}
    for piece in cut:
        new: dict[tuple[int, int, int], int] = {}
        for (minutes, first, changes), second in known.items():
            for o in piece.options:
                changed = changes + o.changes if few is not None else 0
                key = minutes + o.minutes, first + o.burden[0], changed
                if key[0] <= total and (few is None or changed <= few):
                    new[key] = min(new.get(key, _NONE), second + o.burden[1])
        known = new
    return [(first, second) for (minutes, first, _), second in known.items() if minutes == total]
