"""From a reading to the map. Imported where it is used: it needs numpy."""

from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.domain.checkins import Point
from bothand.domain.reading import Reading
from bothand.kit.next_steps import find_doing
from bothand.kit.reading_words import AXES, describe_course, format_number, quote_scale
from bothand.rooms.checkin.labels import abbreviate_month, format_month, format_range
from bothand.rooms.checkin.map.labels import STEPS, lead_map, title_map
from bothand.rooms.checkin.map.pages import MapPage, MapRow, MapStep
from bothand.rooms.checkin.map.rules import (
    NINE_IN_TEN,
    SELFHOOD,
    TOGETHERNESS,
    Chart,
    draw_chart,
    pick_step,
    select_months,
)

PLAN: Final = "today_plan"


def build_empty_map(*, said: str, waiting: bool) -> MapPage:
    """The map before the first answer. `waiting`: a check-in was begun and not ended."""
    return MapPage(title=_("Here you will see where you stand"), said=said, waiting=waiting)


def build_map_page(reading: Reading, *, said: str, focus: str | None, joint: bool) -> MapPage:
    """The map. `focus`: what the plan is about; `joint`: whether steps that lead to the other may be offered."""
    before = select_months(reading.points, reading.day.toordinal())
    return MapPage(
        title=title_map(reading),
        lead=lead_map(reading),
        chart=_draw_chart(reading, before),
        first=reading.check_ins <= 1,
        step=_build_step(reading, focus, joint=joint),
        rows=_build_rows(reading),
        earlier=_build_earlier_rows(before),
        changes=tuple(
            f"{str(AXES[name]).capitalize()}: {describe_course(reading.courses.get(name))}" for name in AXES
        ),
        wishes=_describe_ideals(reading),
        check_ins=reading.check_ins,
        answers=reading.answers,
        said=said,
        waiting=False,
    )


def _build_step(reading: Reading, focus: str | None, *, joint: bool) -> MapStep:
    aspects = {"other": _("See all ten aspects"), "other_path": reverse("checkin_aspects")}
    enough = {"other": _("That’s enough for today"), "other_path": reverse("today")}
    if focus:
        return MapStep(
            why=_("This week"),
            title=_("Your plan is about %(facet)s.") % {"facet": quote_scale(focus)},
            text=_("It has one small thing for this week."),
            act=_("To your plan"),
            path=reverse(PLAN),
            **aspects,
        )
    facet = pick_step(reading.wants("more"), joint=joint)
    if facet and reading.check_ins > 1:
        practice, title, text = STEPS[facet]
        doing = find_doing(practice)
        about = _("You’d like more of %(facet)s than your answers say there is.") % {
            "facet": quote_scale(facet)
        }
        return MapStep(
            why=_("One step towards your ideal"),
            title=str(title),
            text=f"{about} {text}",
            act=doing.label if doing else _("To your plan"),
            path=doing.path if doing else reverse(PLAN),
            **aspects,
        )
    if not reading.wishes:
        return MapStep(
            why=_("Next"),
            title=_("Where would you like to be?"),
            text=_("Ten short questions, one minute. Your ideal then stands on the map beside your dot."),
            act=_("Answer them"),
            path=reverse("checkin_ideals"),
            **enough,
        )
    if reading.rough:
        return MapStep(
            why=_("Next"),
            title=_("Another two minutes, in a week."),
            text=_(
                "Each check-in asks seven short questions, and the ring gets a little smaller. If you are curious, "
                "you can answer more today."
            ),
            act=_("Answer seven more"),
            path=reverse("checkin_begin"),
            **enough,
        )
    return MapStep(
        why=_("Next"),
        title=_("Another two minutes, in a week."),
        text=_("A check-in asks seven short questions, and keeps the map up to date."),
        act=_("Answer seven now"),
        path=reverse("checkin_begin"),
        **aspects,
    )


def _describe_ideals(reading: Reading) -> tuple[str, ...]:
    """How the two axes fit the ideal, in a sentence each; nothing where too few ideals were said."""
    words = {
        ("togetherness", "more"): _("You would like to be closer than your answers say you are."),
        ("togetherness", "less"): _("You would like a little less closeness than your answers say there is."),
        ("togetherness", "unsure"): _("How close you are is not clearly different from what you would like."),
        ("selfhood", "more"): _("You would like more room for yourself than your answers say there is."),
        ("selfhood", "less"): _("You would like a little less to yourself than your answers say there is."),
        ("selfhood", "unsure"): _(
            "Your room for yourself is not clearly different from what you would like."
        ),
    }
    return tuple(words[name, reading.fit(name)] for name in AXES if name in reading.wishes)


def _draw_chart(reading: Reading, before: Sequence[Point]) -> Chart:
    region, wished = reading.now.region, [reading.wishes.get(name) for name in AXES]
    ideal = None if wished[0] is None or wished[1] is None else (wished[0].said, wished[1].said)
    return draw_chart(
        (region.togetherness, region.selfhood),
        (region.long, region.short, region.turned),
        ideal,
        [
            ((one.values[TOGETHERNESS] / 100, one.values[SELFHOOD] / 100), abbreviate_month(one.day))
            for one in before
        ],
        words=(_("you, roughly") if reading.rough else _("now"), _("my ideal")),
    )


def _build_rows(reading: Reading) -> tuple[MapRow, ...]:
    together, self_kept = (reading.stands(name) for name in AXES)
    rows = [
        MapRow(
            title=_("Now"),
            togetherness=format_number(together.value),
            together_range=format_range(together.low, together.high),
            selfhood=format_number(self_kept.value),
            self_range=format_range(self_kept.low, self_kept.high),
        )
    ]
    wished = [reading.wishes.get(name) for name in AXES]
    if any(wished):
        numbers = ["" if one is None else format_number(one.said) for one in wished]
        rows.append(MapRow(title=_("My ideal"), togetherness=numbers[0], selfhood=numbers[1]))
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
