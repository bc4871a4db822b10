"""From a plan and the texts to its pages, and what changed while it ran: beyond noise or not, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.content.plan_ideas import find_plan_idea
from bothand.domain.checkins import PLAN
from bothand.domain.plan import PastPlan, Plan
from bothand.engines import guide
from bothand.kit import texts
from bothand.kit.reading_words import describe_course, name_facet
from bothand.rooms.today.advice.labels import describe_reason
from bothand.rooms.today.labels import name_practice
from bothand.rooms.today.plan.labels import CHANGES
from bothand.rooms.today.plan.pages import (
    HelpedLine,
    PastPlanLine,
    PlanCurve,
    PlanSide,
    Suggestion,
    WeekLine,
)
from bothand.rooms.today.plan.rules import draw_curve
from bothand.rooms.today.present import link_doing
from bothand.vault.body import Opened
from bothand.vault.space import Space

if TYPE_CHECKING:
    from bothand.domain.reading import Course

UNKNOWN: Final = ""
MOST_HELPED: Final = 3
SAID: Final = {"up": "up", "down": "down", "steady": "steady", "unsure": "none"}


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is "up", "down", "steady", "none" (no clear change) or "" (nothing can be said); `lines` tell it."""

    said: str
    lines: tuple[str, ...]


def find_change(space: Space, plan: Plan, today: date, *, alone: bool) -> Change:
    """What changed in the facet of a plan since it began."""
    from bothand.domain.reading import read_course
    from bothand.domain.standing import state_of

    known = state_of(space)
    last = known.last_day
    course = read_course(known, plan.facet, PLAN, today, alone=alone)
    if course is None or last is None or last <= course.since or course.since < plan.began:
        told = _(
            "There has been no check-in since %(day)s, so there is nothing to compare. What you noticed yourself counts."
        )
        start = plan.began if course is None else max(plan.began, course.since)
        return Change(UNKNOWN, (told % {"day": date_format(start, "j F")},))
    return Change(SAID[course.way], _describe_change(course))


def _describe_change(course: "Course") -> tuple[str, ...]:
    ends = {"low": f"{course.low:+.1f}", "high": f"{course.high:+.1f}"}
    span = _("9 times in 10 the difference lies from %(low)s to %(high)s, on answers from 1 to 5.") % ends
    first = f"{name_facet(course.name)}: {describe_course(course)}"
    caution = _("Much else happened in these weeks, so this is no proof of what the plan did.")
    return first, span, caution


def build_side(practice: str, week: int, partner: str | None) -> PlanSide:
    """One practice of a plan in its week; `partner` is the name where it is for two."""
    found = find_plan_idea(practice, texts.text_language())
    return PlanSide(
        title=name_practice(practice),
        about=found.about,
        text=found.week(week, partner),
        door=link_doing(practice),
    )


def build_curve(space: Space, plan: Plan, today: date, *, alone: bool) -> PlanCurve:
    """What the plan is about since it began, drawn, with its course in words. One query, two milliseconds."""
    from bothand.domain.reading import SCALES, read_course, read_person
    from bothand.domain.standing import state_of

    known = state_of(space)
    reading = read_person(known, today, alone=alone)
    if plan.facet not in reading.asked:
        return PlanCurve(chart=None, said=_("No check-in has asked about this yet. The next ones will."))
    at, now, wish = SCALES.index(plan.facet), reading.stands(plan.facet), reading.wishes.get(plan.facet)
    trail = [
        (date.fromordinal(one.day), one.values[at] / 100, one.spreads[at] / 100) for one in reading.points
    ]
    before = [one for one in trail if one[0] < plan.began][-1:]
    since = [one for one in trail if plan.began <= one[0] < today]
    return PlanCurve(
        chart=draw_curve(
            [*before, *since, (today, now.value, now.spread)],
            plan.began,
            None if wish is None else wish.said,
        ),
        said=describe_course(read_course(known, plan.facet, PLAN, today, alone=alone)),
    )


def list_weeks(plan: Plan, numbers: Iterable[int]) -> tuple[WeekLine, ...]:
    """Weeks of the plan's own practice, with what was ticked."""
    found = find_plan_idea(plan.practice_own, texts.text_language())
    return tuple(
        WeekLine(number=number, text=found.week(number, None), done=number in plan.done) for number in numbers
    )


def list_helped(past: Iterable[Opened[PastPlan]]) -> tuple[HelpedLine, ...]:
    """What was written about what helped, in the plans that are over, the newest first."""
    told = [one.record for one in past if one.record.helped]
    return tuple(
        HelpedLine(when=date_format(one.ended, "F Y"), text=one.helped) for one in told[:MOST_HELPED]
    )


def build_suggestion(found: guide.Proposal) -> Suggestion:
    """A plan that is suggested, in words."""
    return Suggestion(
        facet=name_facet(found.facet),
        why=describe_reason(found.why),
        own=name_practice(found.own),
        why_own=describe_reason(found.why_own),
        both=name_practice(found.both) if found.both else "",
        why_both=describe_reason(found.why_both) if found.why_both else "",
    )


def explain_plan(plan: Plan) -> tuple[str, ...]:
    """Why a plan was suggested, as it was then; nothing where its owner chose by hand."""
    known = {name: count for name, count in guide.NUMBERS.items() if name == plan.why}
    for name, count in known.items():
        if len(plan.numbers) == count:
            return (describe_reason(guide.Reason(name, plan.numbers)),)
    return ()


def build_past_line(opened: Opened[PastPlan]) -> PastPlanLine:
    """A plan that is over, in a list."""
    plan = opened.record
    practices = [name_practice(key) for key in (plan.practice_own, plan.practice_both) if key]
    return PastPlanLine(
        title=name_facet(plan.facet),
        when=_("%(first)s to %(last)s")
        % {"first": date_format(plan.began, "j F Y"), "last": date_format(plan.ended, "j F Y")},
        practices=tuple(practices),
        change=str(CHANGES.get(plan.change, "")),
        words=plan.words,
        helped=plan.helped,
        delete=reverse("today_past_delete", args=[opened.hex]),
    )
