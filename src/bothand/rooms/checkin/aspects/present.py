"""From what is known to the ten aspects, and one of them. Imported where it is used: it needs numpy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.domain import standing
from bothand.domain.checkins import DID_NOT_COME_UP, Absence, Given, Point
from bothand.domain.standing import Known
from bothand.engines import measure
from bothand.relationship import FACETS
from bothand.rooms.checkin.aspects.pages import AspectLine, AspectPage, AspectsPage, TrendRow
from bothand.rooms.checkin.aspects.rules import Trend, draw_trend
from bothand.rooms.checkin.labels import (
    find_wording,
    format_answer,
    format_day,
    format_number,
    format_range,
    join_words,
    name_facet,
)
from bothand.rooms.checkin.map.rules import NINE_IN_TEN, YEAR, find_way, select_months
from bothand.rooms.checkin.pages import SentenceAnswers

TABLE: int = 24
"""Rows of a trend's table: months before, then the newest."""


def build_aspects_page(known: Known, today: date, *, alone: bool, partner: str) -> AspectsPage:
    """All ten facets."""
    seen = _read_aspects(known, today, alone=alone)
    return AspectsPage(
        title=_title_aspects(seen.moved),
        since=None if seen.moved is None else date.fromordinal(seen.moved.since),
        facets=tuple(_build_line(seen, at, partner) for at in range(len(FACETS))),
    )


def build_aspect_page(known: Known, name: str, today: date, *, alone: bool, partner: str) -> AspectPage:
    """One facet, with the answers behind it."""
    at = [one.name for one in FACETS].index(name)
    seen = _read_aspects(known, today, alone=alone)
    ideal = seen.gaps.get(name)
    shown = (*select_months(known.record.trail, today.toordinal()), *seen.points[-1:])
    said: tuple[Given | Absence, ...] = (*known.record.recent, *known.record.absences)
    own = [one for one in said if one.item.startswith(f"{FACETS[at].id}-")]
    return AspectPage(
        facet=_build_line(seen, at, partner),
        since=None if seen.moved is None else date.fromordinal(seen.moved.since),
        ideal="" if ideal is None else _format_ideal(ideal.ideal),
        marks=tuple(_build_trend_row(one, at) for one in reversed(shown[-TABLE:])),
        behind=group_answers(own, partner),
    )


def group_answers(answers: Sequence[Given | Absence], partner: str) -> tuple[SentenceAnswers, ...]:
    """Answers by their sentences, those answered last first; where a sentence did not come up, that is said too."""
    by_item: dict[str, list[Given | Absence]] = {}
    for one in sorted(answers, key=lambda one: one.day, reverse=True):
        by_item.setdefault(one.item, []).append(one)
    return tuple(
        SentenceAnswers(
            sentence=sentence,
            answers=tuple(
                format_answer(one.day, one.answer if isinstance(one, Given) else DID_NOT_COME_UP)
                for one in given
            ),
        )
        for item, given in by_item.items()
        if (sentence := find_wording(item, partner))
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is worked out once for a page."""

    today: date
    now: measure.Standing
    gaps: Mapping[str, measure.Gap]
    moved: measure.Changes | None
    points: tuple[Point, ...]


def _read_aspects(known: Known, today: date, *, alone: bool) -> _Reading:
    now = standing.standing_from(known, today, alone=alone)
    return _Reading(
        today=today,
        now=now,
        gaps={one.name: one for one in standing.measure_fit(known, today, alone=alone, now=now)},
        moved=standing.changes_in_a_season(known, today, alone=alone),
        points=_select_year(known.record.trail, today),
    )


def _build_line(seen: _Reading, at: int, partner: str) -> AspectLine:
    one = seen.now.facets[at]
    return AspectLine(
        path=reverse("checkin_aspect", args=[at + 1]),
        title=name_facet(one.name),
        about=find_wording(one.name, partner),
        now=format_number(one.answer.value),
        range=format_range(one.answer.low, one.answer.high),
        fit=_describe_fit(seen.gaps.get(one.name)),
        change=_describe_change(seen.moved, at),
        trend=_draw_trend(seen.points, at, one.answer, seen.today),
    )


def _format_ideal(one: measure.Estimate) -> str:
    return f"{format_number(one.value)} ({format_range(one.low, one.high)})"


def _draw_trend(points: Sequence[Point], at: int, now: measure.Estimate, today: date) -> Trend:
    """The points of the last year, and today as the end: what is not asked grows less sure."""
    days = [one.day for one in points]
    values = [one.values[at] / 100 for one in points]
    spreads = [one.spreads[at] / 100 for one in points]
    if not days or days[-1] < today.toordinal():
        days, values, spreads = [*days, today.toordinal()], [*values, now.value], [*spreads, now.spread]
    return draw_trend(days, values, spreads)


def _select_year(trail: Sequence[Point], today: date) -> tuple[Point, ...]:
    return tuple(one for one in trail if today.toordinal() - one.day <= YEAR)


def _describe_fit(gap: measure.Gap | None) -> str:
    if gap is None:
        return ""
    way = find_way(gap.short)
    if way == "more":
        return _("You would like more of this.")
    if way == "less":
        return _("You would like less of this.")
    return _("Too close to how you would like it to tell apart.")


def _describe_change(moved: measure.Changes | None, at: int) -> str:
    if moved is None:
        return _("What changed: too early to say.")
    since = {"day": format_day(moved.since)}
    said = moved.facets[at].said
    if said == "up":
        return _("Up since %(day)s, beyond noise.") % since
    if said == "down":
        return _("Down since %(day)s, beyond noise.") % since
    return _("No change beyond noise.")


def _title_aspects(moved: measure.Changes | None) -> str:
    if moved is None:
        return _("Ten sides of it, each as surely as it is known")
    up = [name_facet(one.name) for one in moved.facets if one.said == "up"]
    down = [name_facet(one.name) for one in moved.facets if one.said == "down"]
    if up and down:
        return _("Up: %(up)s. Down: %(down)s.") % {"up": join_words(up), "down": join_words(down)}
    if up:
        return _("More of: %(names)s") % {"names": join_words(up)}
    if down:
        return _("Less of: %(names)s") % {"names": join_words(down)}
    return _("Nothing changed beyond noise")


def _build_trend_row(one: Point, at: int) -> TrendRow:
    wide = NINE_IN_TEN * one.spreads[at]
    low, high = (one.values[at] - wide) / 100, (one.values[at] + wide) / 100
    return TrendRow(
        day=format_day(one.day),
        value=format_number(one.values[at] / 100),
        range=format_range(low, high),
    )
