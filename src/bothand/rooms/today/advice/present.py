"""From the guide's step to what *Today* shows."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.content.plan_ideas import find_plan_idea
from bothand.content.sessions import Session
from bothand.domain.plan import Plan
from bothand.engines import guide
from bothand.kit import texts
from bothand.kit.manifest import Part
from bothand.kit.reading_words import name_facet
from bothand.rooms.today.advice.labels import describe_reason
from bothand.rooms.today.advice.pages import AfraidPart, NextPart, ThingPart
from bothand.rooms.today.labels import name_practice
from bothand.rooms.today.pages import Link
from bothand.rooms.today.plan.rules import find_week
from bothand.rooms.today.present import QUIET, link_doing
from bothand.rooms.today.things.present import find_thing_path


def build_next_parts(
    step: guide.Step, plan: Plan | None, thing: Session, partner: str, today: date
) -> tuple[Part, ...]:
    """The one thing worth doing next, as *Today* shows it, and what stands around it.

    To a check-in its room invites, with a button of its own: once is enough.
    """
    afraid = (AfraidPart(quiet=reverse(QUIET)),) if step.afraid else ()
    if step.name == "check_in":
        return (*afraid, _build_thing_part(thing))
    if step.name == "look_back":
        return (*afraid, _build_look_back(step), _build_thing_part(thing))
    if step.name == "make_plan":
        return (*afraid, _build_proposal(step), _build_thing_part(thing))
    if step.name == "practise" and plan is not None:
        return (*afraid, _build_practice(step, plan, partner, today), _build_thing_part(thing))
    return (*afraid, _build_something(step, thing))


def _build_look_back(step: guide.Step) -> NextPart:
    return NextPart(
        title=_("Six weeks are over. What came of them?"),
        about=" ".join(describe_reason(reason) for reason in step.reasons),
        first="",
        why=(),
        act=Link(label=_("Look back"), path=reverse("today_look_back")),
        other=_link_plan(),
        offer=False,
    )


def _build_proposal(step: guide.Step) -> NextPart:
    told = _("A plan for six weeks could be about this: %(facet)s.")
    return NextPart(
        title=_("Six weeks with one thing in mind"),
        about=told % {"facet": name_facet(step.facet)},
        first="",
        why=tuple(describe_reason(reason) for reason in step.reasons),
        act=Link(label=_("See it"), path=reverse("today_begin")),
        other=_link_things(),
        offer=False,
    )


def _build_practice(step: guide.Step, plan: Plan, partner: str, today: date) -> NextPart:
    week = find_week(plan, today)
    idea = find_plan_idea(step.practice, texts.text_language())
    return NextPart(
        title=name_practice(step.practice),
        about=" ".join(describe_reason(reason) for reason in step.reasons),
        first=idea.week(week, partner if step.joint else None),
        why=(),
        act=link_doing(step.practice),
        other=_link_plan(),
        offer=week in plan.done,
    )


def _build_something(step: guide.Step, thing: Session) -> NextPart:
    return NextPart(
        title=thing.title,
        about="",
        first=thing.steps[0],
        why=tuple(describe_reason(reason) for reason in step.reasons),
        act=_link_thing(thing),
        other=_link_things(),
        offer=True,
    )


def _build_thing_part(thing: Session) -> ThingPart:
    return ThingPart(title=thing.title, first=thing.steps[0], act=_link_thing(thing))


def _link_thing(thing: Session) -> Link:
    label = _("Begin, %(minutes)d minutes") % {"minutes": thing.minutes}
    return Link(label=label, path=find_thing_path(thing))


def _link_things() -> Link:
    return Link(label=_("Something else"), path=reverse("today_things"))


def _link_plan() -> Link:
    return Link(label=_("Your plan"), path=reverse("today_plan"))
