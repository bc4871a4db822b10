"""Pure: where the marks of dials stand in the picture of both. Numbers are units of its box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bothand.rooms.ground.records import STEPS, Dial

WIDTH: Final = 340
LEFT: Final = 14
RIGHT: Final = 326
ROW: Final = 62
TOP: Final = 40
APART: Final = 9
"""How far the two stand above and below the line, so that neither covers the other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody's mark. `wished`: a ring instead of a dot."""

    x: int
    y: int
    mine: bool
    wished: bool


@dataclass(frozen=True, slots=True)
class Track:
    """The line of an area from own to shared, with what both marked on it."""

    name: str
    y: int
    marks: tuple[Mark, ...]

    @property
    def name_y(self) -> int:
        return self.y - 20


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines of all areas. `box` is the view box."""

    box: str
    left: int
    right: int
    tracks: tuple[Track, ...]


def at(step: int) -> int:
    """Where a step stands on its line.

    >>> at(1), at(3), at(5)
    (14, 170, 326)
    """
    return LEFT + (step - STEPS[0]) * (RIGHT - LEFT) // (STEPS[-1] - STEPS[0])


def picture(pairs: Sequence[tuple[Dial, Dial]], name: Callable[[str], str]) -> Picture:
    """Mine above each line, the other's below it."""
    tracks = []
    for number, (own, other) in enumerate(pairs):
        y = TOP + number * ROW
        sides = ((own, True, y - APART), (other, False, y + APART))
        marks = tuple(
            Mark(at(step), where, mine, wished)
            for dial, mine, where in sides
            for step, wished in ((dial.wish, True), (dial.now, False))
            if step
        )
        tracks.append(Track(name(own.area), y, marks))
    return Picture(f"0 0 {WIDTH} {max(1, len(pairs)) * ROW + 6}", LEFT, RIGHT, tuple(tracks))
