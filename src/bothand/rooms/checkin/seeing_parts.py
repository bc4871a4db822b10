"""From what is known to the ten facets, one of them, and a check-up beside the one before. Needs numpy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.domain import standing
from bothand.domain.checkins import Comparison, Given, Point, Shift
from bothand.domain.standing import Known
from bothand.engines import measure
from bothand.relationship import FACETS
from bothand.rooms.checkin import drawing, questions, told, wishing
from bothand.rooms.checkin.seen_pages import (
    AfterLine,
    AfterPage,
    Behind,
    FacetLine,
    Mark,
    PartPage,
    PartsPage,
)

TABLE: int = 24
"""Rows of a trend's table: months before, then the newest."""


def parts_page(known: Known, today: date, *, alone: bool, partner: str) -> PartsPage:
    """All ten facets."""
    seen = _look(known, today, alone=alone)
    return PartsPage(
        title=_parts_title(seen.moved),
        since=None if seen.moved is None else date.fromordinal(seen.moved.since),
        facets=tuple(_line(seen, at, partner) for at in range(len(FACETS))),
    )


def part_page(known: Known, name: str, today: date, *, alone: bool, partner: str) -> PartPage:
    """One facet, with the answers behind it."""
    at = [one.name for one in FACETS].index(name)
    seen = _look(known, today, alone=alone)
    ideal = seen.gaps.get(name)
    shown = (*drawing.months(known.record.trail, today.toordinal()), *seen.points[-1:])
    own = [one for one in known.record.recent if one.item.startswith(f"{FACETS[at].id}-")]
    return PartPage(
        facet=_line(seen, at, partner),
        since=None if seen.moved is None else date.fromordinal(seen.moved.since),
        ideal="" if ideal is None else _ideal(ideal.ideal),
        marks=tuple(_mark(one, at) for one in reversed(shown[-TABLE:])),
        behind=behind(own, partner),
    )


def after_page(compared: Comparison | None, *, afraid: tuple[str, ...]) -> AfterPage:
    """The last check-up beside the one before it."""
    if compared is None:
        return AfterPage(
            title=_("Nothing to lay side by side yet"),
            since=None,
            day=None,
            lines=(),
            afraid=afraid,
        )
    moved = [one.name for one in compared.shifts if one.said]
    title = (
        _("Beyond noise, %(names)s changed") % {"names": told.listed(told.quoted(one) for one in moved)}
        if moved
        else _("No change beyond noise in this half-year")
    )
    return AfterPage(
        title=title,
        since=date.fromordinal(compared.since),
        day=date.fromordinal(compared.day),
        lines=tuple(_after(one) for one in compared.shifts),
        afraid=afraid,
    )


def behind(answers: Sequence[Given], partner: str) -> tuple[Behind, ...]:
    """Answers by their sentences, those answered last first."""
    by_item: dict[str, list[Given]] = {}
    for one in reversed(answers):
        by_item.setdefault(one.item, []).append(one)
    return tuple(
        Behind(sentence=sentence, answers=tuple(answer_on(one.day, one.answer) for one in given))
        for item, given in by_item.items()
        if (sentence := questions.wording(item, partner))
    )


def answer_on(day: int, answer: int) -> str:
    """One answer with its day."""
    return _("%(answer)s, %(day)s") % {"answer": told.ANSWERS[answer], "day": told.day(day)}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is worked out once for a page."""

    today: date
    now: measure.Standing
    gaps: Mapping[str, measure.Gap]
    moved: measure.Changes | None
    points: tuple[Point, ...]


def _look(known: Known, today: date, *, alone: bool) -> _Seen:
    now = standing.standing_from(known, today, alone=alone)
    return _Seen(
        today=today,
        now=now,
        gaps={one.name: one for one in standing.measure_fit(known, today, alone=alone, now=now)},
        moved=standing.changes_in_a_season(known, today, alone=alone),
        points=_year(known.record.trail, today),
    )


def _line(seen: _Seen, at: int, partner: str) -> FacetLine:
    one = seen.now.facets[at]
    return FacetLine(
        path=reverse("checkin_part", args=[at + 1]),
        title=told.facet_title(one.name),
        about=questions.wording(one.name, partner),
        now=told.number(one.answer.value),
        range=told.range_of(one.answer.low, one.answer.high),
        fit=_fit(seen.gaps.get(one.name)),
        change=_change(seen.moved, at),
        trend=_trend(seen.points, at, one.answer, seen.today),
    )


def _ideal(one: measure.Estimate) -> str:
    return f"{told.number(one.value)} ({told.range_of(one.low, one.high)})"


def _trend(points: Sequence[Point], at: int, now: measure.Estimate, today: date) -> drawing.Trend:
    """The points of the last year, and today as the end: what is not asked grows less sure."""
    days = [one.day for one in points]
    values = [one.values[at] / 100 for one in points]
    spreads = [one.spreads[at] / 100 for one in points]
    if not days or days[-1] < today.toordinal():
        days, values, spreads = [*days, today.toordinal()], [*values, now.value], [*spreads, now.spread]
    return drawing.trend(days, values, spreads)


def _year(trail: Sequence[Point], today: date) -> tuple[Point, ...]:
    return tuple(one for one in trail if today.toordinal() - one.day <= drawing.YEAR)


def _fit(gap: measure.Gap | None) -> str:
    if gap is None:
        return ""
    way = wishing.way(gap.short)
    if way == "more":
        return _("You would like more of this.")
    if way == "less":
        return _("You would like less of this.")
    return _("Too close to how you would like it to tell apart.")


def _change(moved: measure.Changes | None, at: int) -> str:
    if moved is None:
        return _("What changed: too early to say.")
    since = {"day": told.day(moved.since)}
    said = moved.facets[at].said
    if said == "up":
        return _("Up since %(day)s, beyond noise.") % since
    if said == "down":
        return _("Down since %(day)s, beyond noise.") % since
    return _("No change beyond noise.")


def _parts_title(moved: measure.Changes | None) -> str:
    if moved is None:
        return _("Ten sides of it, each as surely as it is known")
    up = [told.facet_title(one.name) for one in moved.facets if one.said == "up"]
    down = [told.facet_title(one.name) for one in moved.facets if one.said == "down"]
    if up and down:
        return _("Up: %(up)s. Down: %(down)s.") % {"up": told.listed(up), "down": told.listed(down)}
    if up:
        return _("More of: %(names)s") % {"names": told.listed(up)}
    if down:
        return _("Less of: %(names)s") % {"names": told.listed(down)}
    return _("Nothing changed beyond noise")


def _mark(one: Point, at: int) -> Mark:
    wide = drawing.NINE_IN_TEN * one.spreads[at]
    low, high = (one.values[at] - wide) / 100, (one.values[at] + wide) / 100
    return Mark(
        day=told.day(one.day), value=told.number(one.values[at] / 100), range=told.range_of(low, high)
    )


def _after(one: Shift) -> AfterLine:
    words = {
        "up": _("up: more than 9 in 10 sure"),
        "down": _("down: more than 9 in 10 sure"),
        "": _("no change beyond noise"),
    }
    return AfterLine(
        title=told.title_of(one.name),
        difference=told.signed(one.difference),
        range=_("%(low)s to %(high)s") % {"low": told.signed(one.low), "high": told.signed(one.high)},
        words=words[one.said],
    )
