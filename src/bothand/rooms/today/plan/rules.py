"""Pure: which week of a plan it is, its six marks, and where its curve lies. Numbers are in text, as SVG wants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.domain.plan import DAYS, WEEKS, Plan

LONGEST = 2000


def find_week(plan: Plan, today: date) -> int:
    """The week of a plan that it is, 1 to 6; after its end the last one.

    >>> plan = Plan(facet="limits", practice_own="P1", began=date(2026, 11, 1))
    >>> [find_week(plan, date(2026, 11, day)) for day in (1, 7, 8)], find_week(plan, date(2027, 6, 1))
    ([1, 1, 2], 6)
    """
    return min(max(0, (today - plan.began).days) // 7, WEEKS - 1) + 1


def find_last_day(plan: Plan, week: int) -> date:
    """The last day of a week of the plan."""
    return plan.began + timedelta(days=7 * week - 1)


@dataclass(frozen=True, slots=True)
class WeekMark:
    """A week in the row of six: its number, whether it was ticked, and whether it is this one."""

    number: int
    done: bool
    now: bool


def find_marks(plan: Plan, today: date) -> tuple[WeekMark, ...]:
    """The six weeks. After the last of them none is this one.

    >>> plan = Plan(facet="limits", practice_own="P1", began=date(2026, 11, 1), done=(1,))
    >>> [(one.done, one.now) for one in find_marks(plan, date(2026, 11, 9))][:3]
    [(True, False), (False, True), (False, False)]
    """
    week = find_week(plan, today) if today < plan.due else 0
    return tuple(WeekMark(number, number in plan.done, number == week) for number in range(1, WEEKS + 1))


LEFT: Final = 10.0
WIDE: Final = 320.0
BOTTOM: Final = 100.0
STEP: Final = 22.0
"""The curve: where it begins, how wide six weeks are, where *not at all* lies, and how far the next answer is above it."""
NINE_IN_TEN: Final = 1.645


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A facet over the six weeks of a plan. `ideal`: its height, "" where none was said."""

    line: str
    band: str
    x: str
    y: str
    label_x: str
    label_end: bool
    ideal: str


def draw_curve(points: Sequence[tuple[date, float, float]], began: date, ideal: float | None) -> Curve:
    """Days with the answer to be expected and its spread, the last of them today; a day before the plan lies at its start.

    >>> draw_curve([(date(2026, 11, 1), 3, 0.2), (date(2026, 11, 22), 4, 0.2)], date(2026, 11, 1), 5).line
    '10 56 170 34'
    """
    shown = points if len(points) > 1 else [points[0], points[0]]
    xs = [LEFT + WIDE * min(1.0, max(0, (day - began).days) / DAYS) for day, _, _ in shown]
    if len(points) == 1:
        xs[0] = max(LEFT, xs[0] - 6)
    line = [_place_height(value) for _, value, _ in shown]
    upper = [_place_height(value + NINE_IN_TEN * spread) for _, value, spread in shown]
    lower = [_place_height(value - NINE_IN_TEN * spread) for _, value, spread in shown]
    end = xs[-1] > LEFT + WIDE - 50
    return Curve(
        line=_join_points(xs, line),
        band=_join_points([*xs, *reversed(xs)], [*upper, *reversed(lower)]),
        x=_write(xs[-1]),
        y=_write(line[-1]),
        label_x=_write(xs[-1] - 8 if end else xs[-1] + 8),
        label_end=end,
        ideal="" if ideal is None else _write(_place_height(ideal)),
    )


def _place_height(answer: float) -> float:
    return BOTTOM - (min(5.0, max(1.0, answer)) - 1) * STEP


def _join_points(xs: Sequence[float], ys: Sequence[float]) -> str:
    return " ".join(f"{_write(x)} {_write(y)}" for x, y in zip(xs, ys, strict=True))


def _write(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
