"""Pure: where the ten aspects lie in their picture, and the trend of one in its own. Numbers are in text, as SVG wants."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bothand.rooms.checkin.map.rules import NINE_IN_TEN, Spot, format_place, hold_answer, make_spot

LEFT: Final = 152.0
STEP: Final = 39.5
"""Where *not at all* lies in the picture of all ten, and how far each next answer is."""
TOP: Final = 66
ROW: Final = 40
HEAD: Final = 24
"""The first row's middle, the distance of rows, and the room that the name of an axis takes."""
WIDE: Final = 1.5
"""An interval this wide, in answers, is drawn fainter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An aspect in the picture of all ten, placed as attributes.

    unasked  where the words stand that say so: clear of the ideal
    bar    the interval, as a path; "" where nothing was asked yet
    far    whether it is wide
    now, then   where it is, and where it was, if that is more than noise
    ideal  a diamond where it was said, as a path; "" for none
    top    whether that is at the top of the scale, where nearly everybody's is
    """

    title: str
    line: str
    y: str
    base: str
    unasked: str = "158"
    bar: str = ""
    far: bool = False
    now: str = ""
    then: str = ""
    ideal: str = ""
    top: bool = False


def find_row(number: int) -> int:
    """The middle of a row: five of one axis, room for a name, five of the other.

    >>> find_row(0), find_row(4), find_row(5)
    (66, 226, 290)
    """
    return TOP + ROW * number + (HEAD if number >= 5 else 0)


def place_mark(
    title: str,
    number: int,
    interval: tuple[float, float, float] | None,
    *,
    then: float | None,
    ideal: float | None,
    top: bool,
) -> Mark:
    """An aspect in its row. `interval`: low, now and high in answers; None where nothing was asked yet."""
    y = find_row(number)
    diamond = "" if ideal is None else f"M{_place(ideal)} {y - 9}l7.5 9l-7.5 9l-7.5-9z"
    ends = f"M{format_place(LEFT)} {y}H{format_place(LEFT + 4 * STEP)}"
    if interval is None:
        beside = "158" if ideal is None or ideal > 3 else "244"
        return Mark(title=title, line=ends, y=str(y), base=str(y + 5), unasked=beside, ideal=diamond, top=top)
    low, now, high = interval
    return Mark(
        title=title,
        line=ends,
        y=str(y),
        base=str(y + 5),
        bar=f"M{_place(low)} {y}H{_place(high)}",
        far=high - low >= WIDE,
        now=_place(now),
        then="" if then is None else _place(then),
        ideal=diamond,
        top=top,
    )


def _place(answer: float) -> str:
    return format_place(LEFT + (hold_answer(answer) - 1) * STEP)


@dataclass(frozen=True, slots=True)
class Trend:
    """A facet over time: the `line`, the `band` around it as polygon points, its last `end`, and the height of the ideal."""

    line: str
    band: str
    end: Spot
    ideal: str = ""


def draw_trend(
    days: Sequence[int], values: Sequence[float], spreads: Sequence[float], ideal: float | None = None
) -> Trend:
    """A trend from 1 to 5 in a picture of 300 x 72; a single day is a bar at the right edge.

    >>> draw_trend([1, 11], [3, 4], [0.1, 0.1], 5).line, draw_trend([1], [3], [0.1], 5).ideal
    ('6 36 294 20', '4')
    """
    first, last = days[0], days[-1]
    span = max(1, last - first)
    xs = [294.0 - 288.0 * (last - day) / span for day in days]
    if first == last:
        xs, values, spreads = [288.0, 294.0], [values[-1]] * 2, [spreads[-1]] * 2
    wide = [NINE_IN_TEN * one for one in spreads]
    line = _place_heights(values)
    upper = _place_heights([value + more for value, more in zip(values, wide, strict=True)])
    lower = _place_heights([value - less for value, less in zip(values, wide, strict=True)])
    return Trend(
        line=_join_points(xs, line),
        band=_join_points([*xs, *reversed(xs)], [*upper, *reversed(lower)]),
        end=make_spot((xs[-1], line[-1])),
        ideal="" if ideal is None else format_place(_place_heights([ideal])[0]),
    )


def _place_heights(values: Sequence[float]) -> list[float]:
    """Where values from 1 to 5 lie, each held to these."""
    return [68.0 - (hold_answer(one) - 1) * 16.0 for one in values]


def _join_points(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Each number as `format_place` has it, in one go: a year has many places."""
    return "".join([f"{x:.1f} {y:.1f} " for x, y in zip(xs, ys, strict=True)]).replace(".0 ", " ")[:-1]
