"""Pure: where the trend of an aspect lies in its picture. Numbers are written as SVG wants them, in text."""

from collections.abc import Sequence
from dataclasses import dataclass

from bothand.rooms.checkin.map.rules import NINE_IN_TEN, Spot, hold_answer, make_spot


@dataclass(frozen=True, slots=True)
class Trend:
    """A facet over time: the `line`, the `band` around it as polygon points, and its last `end`."""

    line: str
    band: str
    end: Spot


def draw_trend(days: Sequence[int], values: Sequence[float], spreads: Sequence[float]) -> Trend:
    """A trend from 1 to 5 in a picture of 300 x 72; a single day is a bar at the right edge.

    >>> draw_trend([1, 11], [3, 4], [0.1, 0.1]).line
    '6 36 294 20'
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
    )


def _place_heights(values: Sequence[float]) -> list[float]:
    """Where values from 1 to 5 lie, each held to these."""
    return [68.0 - (hold_answer(one) - 1) * 16.0 for one in values]


def _join_points(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Each number as `_format_place` has it, in one go: a page of parts has some sixteen hundred places."""
    return "".join([f"{x:.1f} {y:.1f} " for x, y in zip(xs, ys, strict=True)]).replace(".0 ", " ")[:-1]
