"""Pure: where things lie in the picture of the map, and which step it leads to. Numbers are in text, as SVG wants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bothand.domain.checkins import Point

LEFT, TOP, SIDE, UNIT = 28.0, 8.0, 324.0, 81.0
NINE_IN_TEN: Final = 1.645
TOGETHERNESS, SELFHOOD = 10, 11
"""Where the axes stand in a point's values, after the ten facets."""
YEAR: Final = 366
_CORNERS: Final = (
    (40.0, 20.0, 90.0, 20.0),
    (218.0, 20.0, 122.0, 20.0),
    (40.0, 302.0, 40.0, 20.0),
    (230.0, 302.0, 110.0, 20.0),
)
_LETTER, _LINE = 7.6, 15.0
HEAD: Final = 14.0
"""Room above the map: an ideal in its upper corner is named there."""

Place = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A word in a picture."""

    x: str
    y: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture."""

    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Ring:
    """The region of uncertainty: half-axes, and its turn clockwise in degrees, as SVG turns."""

    rx: str
    ry: str
    turn: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The map: `now` with its `ring`, the `ideal` if there is one, the `path` with its `beads`, and words beside them."""

    now: Spot
    ring: Ring
    ideal: Spot | None
    path: str
    beads: str
    now_label: Label
    ideal_label: Label | None
    path_labels: tuple[Label, ...]


def place_answers(togetherness: float, selfhood: float) -> Place:
    """Where answers of 1 to 5 lie on the map.

    >>> place_answers(1, 1), place_answers(5, 5)
    ((28.0, 332.0), (352.0, 8.0))
    """
    return LEFT + (hold_answer(togetherness) - 1) * UNIT, TOP + SIDE - (hold_answer(selfhood) - 1) * UNIT


def select_months(trail: Sequence[Point], today: int) -> tuple[Point, ...]:
    """The last point of each of the last twelve months before this one."""
    this = date.fromordinal(today)
    last: dict[tuple[int, int], Point] = {}
    for one in trail:
        at = date.fromordinal(one.day)
        if 0 <= today - one.day <= YEAR and (at.year, at.month) != (this.year, this.month):
            last[at.year, at.month] = one
    return tuple(last.values())


def draw_chart(
    now: Place,
    ring: tuple[float, float, float],
    ideal: Place | None,
    before: Sequence[tuple[Place, str]],
    *,
    words: tuple[str, str],
) -> Chart:
    """The map. All places are in answers; `ring` is long and short half-axis and turn as `measure.Region` has them.

    `before` are the places of earlier months with their names, oldest first; `words` are those for now and ideal.
    """
    here = place_answers(*now)
    wished = None if ideal is None else place_answers(*ideal)
    path = [place_answers(*one) for one, _ in before]
    taken: list[Box] = [*_CORNERS, _box_around(here, 12.0)]
    taken += [_box_around(wished, 15.0)] if wished else []
    taken += [_box_around(one, 4.0) for one in path]
    now_label = _place_label(here, words[0], taken)
    ideal_label = _place_label(wished, words[1], taken, gap=18.0) if wished else None
    named = _select_named(before)
    labels = tuple(_place_label(path[at], before[at][1], taken) for at in named)
    walked = [*path, here] if path else []
    return Chart(
        now=make_spot(here),
        ring=Ring(format_place(ring[0] * UNIT), format_place(ring[1] * UNIT), format_place(-ring[2])),
        ideal=make_spot(wished) if wished else None,
        path=_smooth_path(walked),
        beads="".join(f"M{format_place(x)} {format_place(y)}h.01" for x, y in path),
        now_label=now_label,
        ideal_label=ideal_label,
        path_labels=labels,
    )


def _select_named(before: Sequence[object]) -> list[int]:
    """Which months are named: the first, and one in the middle when there are many."""
    return [0, len(before) // 2] if len(before) >= 6 else [0] if before else []


def _place_label(at: Place, text: str, taken: list[Box], gap: float = 12.0) -> Label:
    """A word above, below, beside or aslant of a place: the first of these where nothing else stands."""
    wide = len(text) * _LETTER
    x, y = at
    tries = (
        (x, y - gap, "middle", x - wide / 2),
        (x, y + gap + _LINE - 3, "middle", x - wide / 2),
        (x + gap, y + 5, "start", x + gap),
        (x - gap, y + 5, "end", x - gap - wide),
        (x + gap, y + gap + _LINE - 3, "start", x + gap),
        (x - gap, y + gap + _LINE - 3, "end", x - gap - wide),
        (x + gap, y - gap, "start", x + gap),
        (x - gap, y - gap, "end", x - gap - wide),
    )
    boxes = [(start, base - _LINE + 3, wide, _LINE) for _, base, _, start in tries]
    free = [
        number
        for number, box in enumerate(boxes)
        if _lies_inside(box) and not any(_do_boxes_meet(box, one) for one in taken)
    ]
    inside = [number for number, box in enumerate(boxes) if _lies_inside(box)]
    number = (free or inside or [0])[0]
    taken.append(boxes[number])
    across, base, anchor, _ = tries[number]
    return Label(format_place(across), format_place(base), anchor, text)


def _lies_inside(box: Box) -> bool:
    return (
        box[0] >= LEFT + 2
        and box[0] + box[2] <= LEFT + SIDE - 2
        and TOP - HEAD <= box[1] <= TOP + SIDE - _LINE - 2
    )


def _do_boxes_meet(one: Box, other: Box) -> bool:
    apart = one[0] + one[2] <= other[0] or other[0] + other[2] <= one[0]
    return not (apart or one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1])


def _box_around(at: Place, half: float) -> Box:
    return at[0] - half, at[1] - half, 2 * half, 2 * half


def _smooth_path(path: Sequence[Place]) -> str:
    """A soft line through places (Catmull-Rom as Bezier curves), with short arms so that it overshoots nowhere by much."""
    if len(path) < 2:
        return ""
    parts = [f"M{format_place(path[0][0])} {format_place(path[0][1])}"]
    for at in range(len(path) - 1):
        before, start = path[max(0, at - 1)], path[at]
        stop, after = path[at + 1], path[min(len(path) - 1, at + 2)]
        one = (start[0] + (stop[0] - before[0]) / 8, start[1] + (stop[1] - before[1]) / 8)
        two = (stop[0] - (after[0] - start[0]) / 8, stop[1] - (after[1] - start[1]) / 8)
        parts.append("C" + " ".join(f"{format_place(x)} {format_place(y)}" for x, y in (one, two, stop)))
    return "".join(parts)


def hold_answer(value: float) -> float:
    """An answer, held to 1 to 5."""
    return min(5.0, max(1.0, value))


def make_spot(at: Place) -> Spot:
    """A place as it is written in a picture."""
    return Spot(format_place(at[0]), format_place(at[1]))


def format_place(value: float) -> str:
    """A number as it is written in a picture.

    >>> format_place(4.0), format_place(4.26)
    ('4', '4.3')
    """
    return f"{value:.1f}".removesuffix(".0")


ON_ONE_S_OWN: Final = frozenset({"worth", "apart", "own", "self"})
"""Facets whose step is taken by oneself. Those of the others lead to the other: not while the fear rule holds, nor alone."""


def pick_step(wanted: Sequence[str], *, joint: bool) -> str:
    """The facet that one step is offered for, of those of which more is wished for; "" for none.

    Worth comes first, as the guide has it; else the one furthest from the ideal.

    >>> pick_step(("limits", "own"), joint=True), pick_step(("limits", "own"), joint=False)
    ('limits', 'own')
    """
    offered = [name for name in wanted if joint or name in ON_ONE_S_OWN]
    return "worth" if "worth" in offered else next(iter(offered), "")
