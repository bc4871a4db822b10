"""Pure: what of all that is alive between two is drawn, and where in the two circles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bothand.kit.alive import Alive, Whose

MOST: Final[dict[Whose, int]] = {"mine": 2, "ours": 4, "theirs": 2}
_MIDDLE: Final = {
    1: ((180, 140),),
    2: ((180, 92), (180, 196)),
    3: ((180, 63), (138, 150), (222, 150)),
    4: ((180, 63), (138, 137), (222, 137), (180, 228)),
}
_LEFT: Final = {1: ((50, 132),), 2: ((58, 84), (58, 172))}
WIDTH: Final = 360
LINE: Final = 11
"""So many letters of a mark stand in a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A thing in the drawing: the middle of its ring, and its mark in one or two lines below."""

    alive: Alive
    x: int
    y: int
    lines: tuple[str, ...]


def choose_alive(found: Iterable[Alive]) -> tuple[Alive, ...]:
    """What is drawn and listed: what comes up first, then what stands, a few on each side and in the middle."""
    last = datetime.max.replace(tzinfo=UTC)
    ordered = sorted(found, key=lambda one: one.soon or last)
    left = dict(MOST)
    chosen = []
    for one in ordered:
        if left[one.of]:
            left[one.of] -= 1
            chosen.append(one)
    return tuple(chosen)


def place_alive(chosen: Iterable[Alive]) -> tuple[Spot, ...]:
    """Where each stands: mine on the left, the other's on the right, what is for both where the circles overlap."""
    listed = tuple(chosen)
    spots = []
    for of in MOST:
        own = [one for one in listed if one.of == of]
        places = (_MIDDLE if of == "ours" else _LEFT).get(len(own), ())
        for one, (x, y) in zip(own, places, strict=True):
            at = WIDTH - x if of == "theirs" else x
            spots.append(Spot(alive=one, x=at, y=y, lines=break_mark(one.mark)))
    return tuple(spots)


def break_mark(mark: str) -> tuple[str, ...]:
    """A mark in at most two short lines; what is longer ends in three dots.

    >>> break_mark("This week"), break_mark("Phones away at supper"), break_mark("Extraordinarily quiet")
    (('This week',), ('Phones away', 'at supper'), ('Extraordin…',))
    >>> break_mark("Who gets up when the baby cries")
    ('Who gets up', 'when the…')
    """
    lines: list[str] = []
    words = mark.split()
    while words and len(lines) < 2:
        line = words.pop(0)
        while words and len(line) + 1 + len(words[0]) <= LINE:
            line = f"{line} {words.pop(0)}"
        if len(line) > LINE:
            return (*lines, f"{line[: LINE - 1]}…")
        lines.append(line)
    if words:
        lines[-1] = f"{lines[-1][: LINE - 1]}…"
    return tuple(lines)
