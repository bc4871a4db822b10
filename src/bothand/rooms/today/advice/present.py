"""From the guide's step to what *Today* shows."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.content.plan_ideas import find_plan_idea
from bothand.content.sessions import Session
from bothand.domain.plan import Plan
from bothand.engines import guide
from bothand.kit import texts
from bothand.kit.reading_words import name_facet
from bothand.rooms.today.advice.labels import describe_reason
from bothand.rooms.today.advice.pages import NextPart
from bothand.rooms.today.labels import name_practice
from bothand.rooms.today.pages import Link
from bothand.rooms.today.plan.rules import find_week
from bothand.rooms.today.present import QUIET, link_doing
from bothand.rooms.today.things.present import find_thing_path


def build_next_part(
    step: guide.Step, plan: Plan | None, thing: Session, partner: str, today: date
) -> NextPart:
    """The one thing worth doing next, as *Today* shows it."""
    title, text, act, other = _build_step(step, plan, thing, partner, today)
    return NextPart(
        title=title,
        text=text,
        why=tuple(describe_reason(one) for one in step.reasons),
        act=act,
        other=other,
        thing=None if step.name == "something" else _link_thing(thing),
        quiet=reverse(QUIET) if step.afraid else "",
    )


def _build_step(
    step: guide.Step, plan: Plan | None, thing: Session, partner: str, today: date
) -> tuple[str, str, Link | None, Link]:
    things = Link(label=_("Something else"), path=reverse("today_things"))
    to_plan = Link(label=_("Your plan"), path=reverse("today_plan"))
    if step.name == "check_in":
        # Its room invites to it beside this, with a button of its own: once is enough.
        return "", "", None, things
    if step.name == "look_back":
        return (
            _("Six weeks are over. What came of them?"),
            "",
            _link_url(_("Look back"), "today_look_back"),
            to_plan,
        )
    if step.name == "make_plan":
        told = _("A plan for six weeks could be about this: %(facet)s.")
        text = told % {"facet": name_facet(step.facet)}
        return _("Six weeks with one thing in mind"), text, _link_url(_("See it"), "today_begin"), things
    if step.name == "practise" and plan is not None:
        week = find_week(plan, today)
        text = find_plan_idea(step.practice, texts.text_language()).week(
            week, partner if step.joint else None
        )
        return name_practice(step.practice), text, link_doing(step.practice), to_plan
    minutes = _("Begin, %(minutes)d minutes") % {"minutes": thing.minutes}
    return thing.title, "", Link(label=minutes, path=find_thing_path(thing)), things


def _link_thing(thing: Session) -> Link:
    told = _("%(title)s, %(minutes)d minutes") % {"title": thing.title, "minutes": thing.minutes}
    return Link(label=told, path=find_thing_path(thing))


def _link_url(label: str, name: str) -> Link:
    return Link(label=label, path=reverse(name))
