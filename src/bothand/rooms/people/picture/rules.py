"""Pure: where people stand in the picture of two circles that overlap. Numbers are units of its box, 360 x 288."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from typing import Final

from bothand.rooms.people.records import Head, SharedPerson

LEFT, RIGHT, RADIUS = (126.0, 140.0), (234.0, 140.0), 122.0
# Each so far from the others, and from the edge, that a name of nine letters below it touches neither.
OWN: Final = ((86, 50), (46, 106), (78, 160), (108, 214))
OURS: Final = ((180, 74), (180, 136), (180, 196))
THEIRS: Final = ((276, 58), (314, 120), (272, 176))
NAME_LETTERS: Final = 8
MOST_POINTS: Final = 60
_STEP: Final = 13


@dataclass(frozen=True, slots=True)
class Dot:
    """Somebody with a name: a dot with the first letter in it and the name below."""

    x: int
    y: int
    letter: str
    name: str

    @property
    def letter_y(self) -> int:
        return self.y + 5

    @property
    def name_y(self) -> int:
        return self.y + 33


@dataclass(frozen=True, slots=True)
class Point:
    """Somebody more, without a name."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Who stands where: mine alone, of both, of the other as far as they showed them; the rest as points."""

    own: tuple[Dot, ...]
    ours: tuple[Dot, ...]
    theirs: tuple[Dot, ...]
    own_more: tuple[Point, ...]
    ours_more: tuple[Point, ...]
    theirs_more: tuple[Point, ...]


def draw_picture(
    own: Sequence[Head], ours: Sequence[SharedPerson], theirs: Sequence[SharedPerson], *, own_count: int = 0
) -> Picture:
    """The picture of these people, in the order in which they should have names.

    `own_count` is how many are mine, where `own` holds only the first of them.
    """
    return Picture(
        own=_place_dots([one.name for one in own], OWN),
        ours=_place_dots([one.name for one in ours], OURS),
        theirs=_place_dots([one.name for one in theirs], THEIRS),
        own_more=_place_points(_count_points(max(len(own), own_count), OWN), "own", OWN),
        ours_more=_place_points(_count_points(len(ours), OURS), "ours", OURS),
        theirs_more=_place_points(_count_points(len(theirs), THEIRS), "theirs", THEIRS),
    )


def shorten_name(name: str) -> str:
    """A name that fits below a dot: whole, or its first word, cut between letters as people see them.

    >>> shorten_name("Aunt Ruth"), shorten_name("Ines Maria"), shorten_name("Bartholomew of the Hill")
    ('Aunt Ruth', 'Ines', 'Bartholo…')
    """
    words = name.split() or [""]
    word = " ".join(words) if len(" ".join(words)) <= NAME_LETTERS + 1 else words[0]
    if len(word) <= NAME_LETTERS + 1:
        return word
    end = NAME_LETTERS
    while end > 1 and _hangs_on(word, end):
        end -= 1
    return word[:end] + "…"


def find_initial(name: str) -> str:
    """The first letter as people see it, in capitals where there are any.

    >>> find_initial("ines"), find_initial("")
    ('I', '')
    """
    word = name.strip()
    end = 1
    while end < len(word) and _hangs_on(word, end):
        end += 1
    return word[:end].upper() if word else ""


def _place_dots(names: Sequence[str], places: Sequence[tuple[int, int]]) -> tuple[Dot, ...]:
    return tuple(
        Dot(x, y, find_initial(name), shorten_name(name)) for name, (x, y) in zip(names, places, strict=False)
    )


@cache
def _place_points(count: int, region: str, taken: tuple[tuple[int, int], ...]) -> tuple[Point, ...]:
    """As many points as that, or as fit, spread over a region and clear of the names."""
    free = [
        Point(x, y)
        for x in range(12, 356, _STEP)
        for y in range(20, 266, _STEP)
        if _find_region(x, y) == region and not any(abs(x - a) < 46 and -24 < y - b < 44 for a, b in taken)
    ]
    # Every seventh first, so that few points lie apart.
    spread = [point for start in range(7) for point in free[start::7]]
    return tuple(spread[: max(0, min(count, MOST_POINTS))])


def _count_points(count: int, named: Sequence[object]) -> int:
    """How many points are drawn: so few numbers that each picture of them can be kept in mind."""
    return max(0, min(count - len(named), MOST_POINTS))


def _find_region(x: float, y: float) -> str:
    """Which region a point lies in, with a margin to its edge; "" for none."""
    left, right = hypot(x - LEFT[0], y - LEFT[1]), hypot(x - RIGHT[0], y - RIGHT[1])
    inner, outer = RADIUS - 9, RADIUS + 9
    if left < inner and right < inner:
        return "ours"
    if left < inner and right > outer:
        return "own"
    return "theirs" if right < inner and left > outer else ""


def _hangs_on(text: str, index: int) -> bool:
    """Whether the sign at `index` belongs to the one before it: accents, joined and tinted emoji."""
    letter = text[index]
    return (
        unicodedata.category(letter) in {"Mn", "Me", "Mc"}
        or letter in "\u200d\ufe0f"
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or text[index - 1] == "\u200d"
    )
