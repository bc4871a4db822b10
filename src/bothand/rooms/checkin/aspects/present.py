"""From a reading to the ten aspects, and one of them. Imported where it is used: it needs numpy."""

from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.domain.checkins import DID_NOT_COME_UP, Absence, Given, Point
from bothand.domain.reading import FACET_NAMES, Reading
from bothand.kit.reading_words import (
    ANSWERS,
    describe_course,
    describe_wish,
    format_number,
    name_facet,
    quote_answer,
)
from bothand.relationship import AXES, FACETS
from bothand.rooms.checkin.aspects.labels import (
    count_moved,
    describe_moved,
    describe_steady,
    describe_unsure,
    title_aspects,
)
from bothand.rooms.checkin.aspects.pages import AspectCard, AspectLine, AspectPage, AspectsPage, TrendRow
from bothand.rooms.checkin.aspects.rules import Mark, Trend, draw_trend, place_mark
from bothand.rooms.checkin.labels import find_wording, format_answer, format_day, format_range
from bothand.rooms.checkin.map.rules import NINE_IN_TEN, select_months
from bothand.rooms.checkin.pages import SentenceAnswers

TABLE: Final = 24
"""Rows of a trend's table: months before, then the newest."""
PLAN: Final = "today_plan"


def build_empty_aspects() -> AspectsPage:
    """The aspects before the first answer."""
    return AspectsPage(title=_("Ten aspects of being close and being yourself"), lead="", said="")


def build_aspects_page(reading: Reading) -> AspectsPage:
    """All ten facets in one picture."""
    marks = tuple(
        _build_mark(reading, name, number)
        for number, name in enumerate(name for axis in AXES for name in axis.facets)
    )
    moved = bool(reading.went("up") or reading.went("down"))
    return AspectsPage(
        title=title_aspects(reading),
        lead=_lead(reading),
        said=_describe_picture(reading),
        together=marks[:5],
        self_kept=marks[5:],
        earlier="" if reading.since is None or not moved else date_format(reading.since, "F"),
        ideals=any(one.ideal and not one.top for one in marks),
        tops=any(one.ideal and one.top for one in marks),
        card=_build_card(reading),
        lines=tuple(_build_line(reading, name) for name in FACET_NAMES),
    )


def build_aspect_page(
    reading: Reading, name: str, answers: Sequence[Given | Absence], *, partner: str
) -> AspectPage:
    """One facet, with the `answers` of the last year that are behind it."""
    at = FACET_NAMES.index(name)
    shown = (*select_months(reading.points, reading.day.toordinal()), *reading.points[-1:])
    asked = name in reading.asked
    return AspectPage(
        about=find_wording(name, partner),
        level=_("Your answers are near %(answer)s now.")
        % {"answer": quote_answer(reading.stands(name).value)}
        if asked
        else _("Nothing has been asked about this yet."),
        line=_build_line(reading, name),
        trend=_draw_trend(reading, name) if asked else None,
        marks=tuple(_build_trend_row(one, at) for one in reversed(shown[-TABLE:])) if asked else (),
        behind=group_answers([one for one in answers if one.item.startswith(f"{FACETS[at].id}-")], partner),
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


def _lead(reading: Reading) -> str:
    if reading.check_ins <= 1:
        return _("The long bars mean it is too early to say much. The rest fill in with each check-in.")
    return ""


def _describe_picture(reading: Reading) -> str:
    """The picture in a sentence, for those who hear it; the numbers are in a table beside it."""
    far = [name_facet(name) for name in (*reading.wants("more"), *reading.wants("less"))]
    said = _("Ten aspects on one scale from not at all to fully, each with its interval and your ideal.")
    if far:
        return f"{said} {_('Furthest from your ideal: %(names)s.') % {'names': ', '.join(far)}}"
    return said


def _build_mark(reading: Reading, name: str, number: int) -> Mark:
    answer, wish, course = reading.stands(name), reading.wishes.get(name), reading.courses.get(name)
    moved = course is not None and course.way in {"up", "down"}
    return place_mark(
        name_facet(name),
        number,
        (answer.low, answer.value, answer.high) if name in reading.asked else None,
        then=course.then if course is not None and moved else None,
        ideal=None if wish is None else wish.said,
        top=wish is not None and wish.at_the_top,
    )


def _build_card(reading: Reading) -> AspectCard:
    said = sum(name in FACET_NAMES for name in reading.wishes)
    if said == 0 or (reading.check_ins <= 1 and said < len(FACET_NAMES)):
        return _build_ideals_card(said)
    if reading.since is None:
        return AspectCard(
            why=_("Next"),
            title=describe_unsure(reading),
            text=_("After a few weeks of check-ins, this page can say what has changed and what is steady."),
            act=_("Answer seven now"),
            path=reverse("checkin_begin"),
        )
    title, *lines = _describe_courses(reading) or (_("You could choose one to work on."),)
    return AspectCard(
        why=count_moved(reading),
        title=title,
        text=" ".join(lines),
        act=_("Make a plan for one"),
        path=reverse(PLAN),
    )


def _build_ideals_card(said: int) -> AspectCard:
    """The way to the ideals that were not said yet."""
    left = len(FACET_NAMES) - said
    if said == 0:
        text, act = _("Ten short questions, one minute."), _("Answer them")
    else:
        text = ngettext(
            "You have said so for %(said)d of the ten. The other one takes a moment.",
            "You have said so for %(said)d of the ten. The other %(left)d take a minute.",
            left,
        ) % {"said": said, "left": left}
        act = _("Answer the others")
    return AspectCard(
        why=_("Next"),
        title=_("Where would you like to be?"),
        text=text,
        act=act,
        path=reverse("checkin_ideals"),
    )


def _describe_courses(reading: Reading) -> tuple[str, ...]:
    """What moved, what is steady and what is neither, without what stands over the page already."""
    told = [describe_moved(reading), describe_steady(reading)]
    if not any(told):
        told.append(describe_unsure(reading))
    elif reading.went("unsure"):
        told.append(_("The others show no clear change."))
    title = title_aspects(reading)
    return tuple(line for line in told if line and line != title)


def _build_line(reading: Reading, name: str) -> AspectLine:
    answer, wish = reading.stands(name), reading.wishes.get(name)
    asked = name in reading.asked
    return AspectLine(
        path=reverse("checkin_aspect", args=[FACET_NAMES.index(name) + 1]),
        title=name_facet(name),
        now=format_number(answer.value) if asked else "",
        range=format_range(answer.low, answer.high) if asked else "",
        ideal="" if wish is None else str(ANSWERS[round(wish.said)]),
        fit=describe_wish(wish, answer.value) if asked else "",
        change=describe_course(reading.courses.get(name)),
    )


def _draw_trend(reading: Reading, name: str) -> Trend:
    """The points of the last year, and today as the end: what is not asked grows less sure."""
    at, now, today = FACET_NAMES.index(name), reading.stands(name), reading.day.toordinal()
    days = [one.day for one in reading.points]
    values = [one.values[at] / 100 for one in reading.points]
    spreads = [one.spreads[at] / 100 for one in reading.points]
    if not days or days[-1] < today:
        days, values, spreads = [*days, today], [*values, now.value], [*spreads, now.spread]
    wish = reading.wishes.get(name)
    return draw_trend(days, values, spreads, None if wish is None else wish.said)


def _build_trend_row(one: Point, at: int) -> TrendRow:
    wide = NINE_IN_TEN * one.spreads[at]
    low, high = (one.values[at] - wide) / 100, (one.values[at] + wide) / 100
    return TrendRow(
        day=format_day(one.day),
        value=format_number(one.values[at] / 100),
        range=format_range(low, high),
    )
