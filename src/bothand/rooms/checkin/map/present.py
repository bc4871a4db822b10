"""From what is known to the map. Imported where it is used: it needs numpy."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from bothand.domain import standing
from bothand.domain.checkins import Point
from bothand.domain.standing import Known
from bothand.engines import measure
from bothand.rooms.checkin.labels import (
    AXES,
    SURE,
    abbreviate_month,
    describe_sureness,
    format_day,
    format_month,
    format_number,
    format_range,
)
from bothand.rooms.checkin.map.pages import MapPage, MapRow
from bothand.rooms.checkin.map.rules import (
    NINE_IN_TEN,
    SELFHOOD,
    TOGETHERNESS,
    AxisWish,
    Chart,
    draw_chart,
    find_axis_wishes,
    select_months,
)

ENOUGH: Final = 60
"""Answers from which on what cannot be told apart is called close, and no longer early."""


def build_map_page(known: Known, today: date, *, alone: bool, said: str, waiting: bool) -> MapPage:
    """The map as of today. `waiting`: a check-in was begun and not ended."""
    if known.empty:
        return MapPage(
            title=_("Here you will see where you stand"),
            day=today,
            said=said,
            waiting=waiting,
        )
    now = standing.standing_from(known, today, alone=alone)
    wished = find_axis_wishes(standing.measure_fit(known, today, alone=alone, now=now))
    moved = standing.changes_in_a_season(known, today, alone=alone)
    before = select_months(known.record.trail, today.toordinal())
    return MapPage(
        title=_title_map(now, moved, len(known.record.recent)),
        lead=_describe_axes(now),
        chart=_draw_chart(now, wished, before),
        rows=_build_rows(now, wished),
        earlier=_build_earlier_rows(before),
        lower=_describe_lower(now) if moved is not None and any(one.said for one in moved.axes) else "",
        wishes=_describe_wishes(wished),
        changes=describe_changes(moved),
        answers=len(known.record.recent),
        day=today,
        said=said,
        waiting=waiting,
    )


def describe_changes(moved: measure.Changes | None) -> tuple[str, ...]:
    """What changed on the two axes, in words; that nothing did, or that it is too early to say."""
    if moved is None:
        return (_("What changed is too early to say: that takes some weeks of check-ins."),)
    since = {"day": format_day(moved.since)}
    lines = []
    for one in moved.axes:
        name = {"name": str(AXES[one.name]).capitalize()} | since
        if one.said == "up":
            lines.append(_("%(name)s went up since %(day)s: more than 9 in 10 sure.") % name)
        elif one.said == "down":
            lines.append(_("%(name)s went down since %(day)s: more than 9 in 10 sure.") % name)
    return tuple(lines) or (_("No change beyond noise since %(day)s.") % since,)


def _title_map(now: measure.Standing, moved: measure.Changes | None, answers: int) -> str:
    said = [one for one in moved.axes if one.said] if moved else []
    if moved is not None and len(said) == 1:
        name = {"name": AXES[said[0].name], "month": format_month(moved.since)}
        if said[0].said == "up":
            return _("Your %(name)s went up since %(month)s") % name
        return _("Your %(name)s went down since %(month)s") % name
    if moved is not None and said:
        return _("Both of your sides moved since %(month)s") % {"month": format_month(moved.since)}
    if now.lower_probability >= SURE:
        return _("Your %(name)s is the lower of the two") % {"name": AXES[now.lower]}
    if answers < ENOUGH:
        return _("Which of the two is lower, it is too early to say")
    return _("The two lie too close to say which is lower")


def _describe_axes(now: measure.Standing) -> str:
    lines = [
        _(
            "Togetherness: opening up, leaning, sharing. Selfhood: your own worth, limits and life. These are no marks: they are what you would most likely answer."
        )
    ]
    if now.lower_probability >= SURE:
        lines.append(_("Which of the two is lower is more than 9 in 10 sure."))
    return " ".join(lines)


def _describe_lower(now: measure.Standing) -> str:
    name = {
        "name": str(AXES[now.lower]).capitalize(),
        "sure": describe_sureness(now.lower_probability),
    }
    if now.lower_probability >= SURE:
        return _("%(name)s is the lower of the two: %(sure)s.") % name
    return _("Which of the two is lower cannot be said surely.")


def _describe_wishes(wished: tuple[AxisWish | None, AxisWish | None]) -> tuple[str, ...]:
    together, self_kept = wished
    if together is None or self_kept is None:
        return (_("You have not said yet how much of each you would like. The check-up asks it."),)
    words = {
        ("togetherness", "more"): _("more together than now"),
        ("togetherness", "less"): _("less together than now"),
        ("togetherness", None): _("about as much together as now"),
        ("selfhood", "more"): _("more of your own than now"),
        ("selfhood", "less"): _("less of your own than now"),
        ("selfhood", None): _("about as much of your own as now"),
    }
    if together.way is None and self_kept.way is None:
        return (
            _("Your own ideal is the measure. Being closer is not better, and neither is being freer."),
            _("How it is and how you would like it lie too close to tell apart."),
        )
    one, other = words["togetherness", together.way], words["selfhood", self_kept.way]
    return (
        _("Your own ideal is the measure. Being closer is not better, and neither is being freer."),
        _("As far as can be told, you wish for %(one)s, and %(other)s.") % {"one": one, "other": other},
    )


def _draw_chart(
    now: measure.Standing, wished: tuple[AxisWish | None, AxisWish | None], before: Sequence[Point]
) -> Chart:
    region, (together, self_kept) = now.region, wished
    ideal = None if together is None or self_kept is None else (together.ideal, self_kept.ideal)
    return draw_chart(
        (region.togetherness, region.selfhood),
        (region.long, region.short, region.turned),
        ideal,
        [
            ((one.values[TOGETHERNESS] / 100, one.values[SELFHOOD] / 100), abbreviate_month(one.day))
            for one in before
        ],
        words=(_("now"), _("my ideal")),
    )


def _build_rows(now: measure.Standing, wished: tuple[AxisWish | None, AxisWish | None]) -> tuple[MapRow, ...]:
    together, self_kept = (one.answer for one in now.axes)
    rows = [
        MapRow(
            title=_("Now"),
            togetherness=format_number(together.value),
            together_range=format_range(together.low, together.high),
            selfhood=format_number(self_kept.value),
            self_range=format_range(self_kept.low, self_kept.high),
        )
    ]
    if wished[0] is not None and wished[1] is not None:
        rows.append(
            MapRow(
                title=_("My ideal"),
                togetherness=format_number(wished[0].ideal),
                together_range=format_range(wished[0].low, wished[0].high),
                selfhood=format_number(wished[1].ideal),
                self_range=format_range(wished[1].low, wished[1].high),
            )
        )
    return tuple(rows)


def _build_earlier_rows(before: Sequence[Point]) -> tuple[MapRow, ...]:
    return tuple(
        MapRow(
            title=format_month(one.day),
            togetherness=format_number(one.values[TOGETHERNESS] / 100),
            together_range=_format_point_range(one, TOGETHERNESS),
            selfhood=format_number(one.values[SELFHOOD] / 100),
            self_range=_format_point_range(one, SELFHOOD),
        )
        for one in reversed(before)
    )


def _format_point_range(one: Point, at: int) -> str:
    wide = NINE_IN_TEN * one.spreads[at]
    return format_range((one.values[at] - wide) / 100, (one.values[at] + wide) / 100)
