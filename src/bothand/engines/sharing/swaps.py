"""How much lighter a division gets by small moves that leave its minutes alone.

Local search, by the best move of one or two pieces at a time: for an upper bound near the best division, so
that the exact search has less to look through. What it finds is a division, and never said to be the best.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bothand.engines.sharing.aim import Aim
from bothand.engines.sharing.labels import Table

Integers = NDArray[np.int64]

_ROUNDS: Final = 8
_HEAVY: Final = 2**62


def swapped(options: Sequence[Table], aim: Aim, rows: Sequence[int]) -> int:
    """The larger share of burden (as `Aim.larger`) of what swaps make of a division with a total that is aimed at.

    `rows` names each piece's option. Where few changes come first, swaps don't add to them.
    """
    sizes = np.array([len(table.units) for table in options])
    starts = np.cumsum(sizes) - sizes
    columns = np.concatenate([np.stack(table.columns()[:4]) for table in options], axis=1)
    at = starts + np.array(rows)
    state = columns[:, at].sum(axis=1)
    larger = aim.larger((int(state[1]), int(state[2])))
    for _ in range(_ROUNDS):
        pieces, to = _steps(at, starts, sizes)
        moves = np.concatenate(
            (columns[:, to] - columns[:, at[pieces]], np.zeros((4, 1), dtype=np.int64)), axis=1
        )
        found, one, two = _best_pair(aim, state, pieces, moves)
        if found >= larger:
            break
        larger = found
        state = state + moves[:, one] + moves[:, two]
        for move in (one, two):
            if move < len(to):  # the last move is to leave a piece as it is
                at[pieces[move]] = to[move]
    return larger


def _steps(at: Integers, starts: Integers, sizes: Integers) -> tuple[Integers, Integers]:
    """Each piece that can go one option up or down, and where it then is."""
    up, down = np.flatnonzero(at + 1 < starts + sizes), np.flatnonzero(at > starts)
    return np.concatenate((up, down)), np.concatenate((at[up] + 1, at[down] - 1))


def _best_pair(aim: Aim, state: Integers, pieces: Integers, moves: Integers) -> tuple[int, int, int]:
    """The least larger share that two moves lead to, and the two."""
    minutes, first, second, changes = (
        np.add.outer(move, move + now) for move, now in zip(moves, state.tolist(), strict=True)
    )
    fit = np.logical_or.reduce([minutes == total for total in aim.totals])
    fit[:-1, :-1] &= pieces[:, None] != pieces
    if aim.changes is not None:
        fit &= changes <= aim.changes
    larger = np.maximum(first * aim.scale[1], second * aim.scale[0])
    larger[~fit] = _HEAVY
    one, two = divmod(int(larger.argmin()), moves.shape[1])
    return int(larger[one, two]), one, two
