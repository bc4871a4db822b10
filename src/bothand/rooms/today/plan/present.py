"""From a plan and the texts to its pages, and what changed while it ran: beyond noise or not, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, Protocol

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.content.plan_ideas import find_plan_idea
from bothand.domain.checkins import PLAN
from bothand.domain.plan import PastPlan, Plan
from bothand.engines import guide
from bothand.kit import texts
from bothand.rooms.today.advice.labels import describe_reason
from bothand.rooms.today.labels import name_facet, name_practice
from bothand.rooms.today.plan.labels import CHANGES
from bothand.rooms.today.plan.pages import PastPlanLine, PlanSide, Suggestion
from bothand.rooms.today.present import find_door
from bothand.vault.body import Opened
from bothand.vault.space import Space

UP, DOWN, NONE, UNKNOWN = "up", "down", "none", ""
SAID: Final = {"up": UP, "down": DOWN, None: NONE}


class Shift(Protocol):
    """How far a facet moved, as the engine says it (engines.measure.Change); named here, since that needs numpy."""

    @property
    def said(self) -> Literal["up", "down"] | None: ...
    @property
    def difference(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is "up", "down", "none" (no change beyond noise) or "" (nothing can be said); `lines` tell it."""

    said: str
    lines: tuple[str, ...]


def find_change(space: Space, plan: Plan, today: date, *, alone: bool) -> Change:
    """What changed in the facet of a plan since it began."""
    from bothand.domain import standing

    known = standing.state_of(space)
    last = known.last_day
    found = standing.changes_since(known, PLAN, today, alone=alone)
    if found is None or last is None or last <= plan.began or date.fromordinal(found.since) < plan.began:
        told = _(
            "There has been no check-in since %(day)s, so there is nothing to compare. What you noticed yourself counts."
        )
        return Change(UNKNOWN, (told % {"day": date_format(plan.began, "j F")},))
    shift = next(each for each in found.facets if each.name == plan.facet)
    return Change(SAID[shift.said], _describe_change(shift, plan))


def _describe_change(shift: Shift, plan: Plan) -> tuple[str, ...]:
    about = {
        "facet": name_facet(plan.facet),
        "day": date_format(plan.began, "j F"),
        "difference": f"{abs(shift.difference):.1f}",
        "low": f"{shift.low:+.1f}",
        "high": f"{shift.high:+.1f}",
    }
    span = _("9 times in 10 the difference lies from %(low)s to %(high)s, on answers from 1 to 5.") % about
    sure = _("more than 9 in 10 sure")
    if shift.said == "up":
        first = _("%(facet)s: about %(difference)s higher than on %(day)s, %(sure)s.") % {
            **about,
            "sure": sure,
        }
    elif shift.said == "down":
        first = _("%(facet)s: about %(difference)s lower than on %(day)s, %(sure)s.") % {
            **about,
            "sure": sure,
        }
    else:
        first = _("%(facet)s: no change beyond noise since %(day)s.") % about
    caution = _("Much else happened in these weeks, so this is no proof of what the plan did.")
    return first, span, caution


def build_side(practice: str, week: int, partner: str | None) -> PlanSide:
    """One practice of a plan in its week; `partner` is the name where it is for two."""
    found = find_plan_idea(practice, texts.text_language())
    return PlanSide(
        title=name_practice(practice),
        about=found.about,
        text=found.week(week, partner),
        door=find_door(practice),
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
