"""Among the divisions with the same burdens, the best that leaves neither person envious beyond one piece."""

from collections.abc import Iterator, Sequence

from bothand.engines.sharing.frontier import frontier
from bothand.engines.sharing.pieces import Option, Piece
from bothand.engines.side import Side


def without_envy(
    pieces: Sequence[Piece], burden: tuple[int, int], scale: tuple[int, int]
) -> tuple[int, tuple[int, ...]] | None:
    """Changes and units per piece of the best division with exactly these (efficient) burdens that is EF1;
    burdens in parts, of which `scale` make 1 (`pieces.find_scale`).

    The fewest changes, then the file's order; None where there is none. Both burdens fix how heavy the one
    piece must be that each puts aside. So it is enough to try which piece that is: with its owner fixed,
    the same burdens must still be reachable.
    """
    whole = [sum(piece.burden[side] for piece in pieces) for side in Side]
    needed = [2 * burden[side] - whole[side] for side in Side]
    found = []
    for one in _reliefs(pieces, Side.FIRST, needed[0]):
        for two in _reliefs(pieces, Side.SECOND, needed[1]):
            fixed = _fix(_fix(pieces, one), two)
            known = None if fixed is None else frontier(fixed, scale)
            point = None if known is None else known.find(burden)
            if known is not None and point is not None:
                found.append((int(known.changes[point]), known.units(point)))
    return min(found, key=lambda each: (each[0], [-k for k in each[1]]), default=None)


Fixed = tuple[int, tuple[Option, ...]] | None  # a piece and the options left for it; None: nothing to fix


def _reliefs(pieces: Sequence[Piece], side: Side, needed: int) -> Iterator[Fixed]:
    """Each way of holding a unit that weighs at least so much. What somebody can't do weighs nothing for them."""
    if needed <= 0:
        yield None
        return
    for index, piece in enumerate(pieces):
        left = []
        for option in piece.options:
            own = option.units if side is Side.FIRST else piece.units - option.units
            if own and piece.unit_cost(side) >= needed:
                left.append(option)
        if left:
            yield index, tuple(left)


def _fix(pieces: Sequence[Piece] | None, fixed: Fixed) -> Sequence[Piece] | None:
    if pieces is None or fixed is None:
        return pieces
    index, allowed = fixed
    old = pieces[index]
    left = tuple(option for option in old.options if option in allowed)
    if not left:
        return None
    new = Piece(old.task, old.phase, old.units, old.minutes, old.burden, left)
    return [*pieces[:index], new, *pieces[index + 1 :]]
