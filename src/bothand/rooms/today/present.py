"""From the facts, the plan and the texts to what pages show."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.content import sessions
from bothand.content.plan_ideas import find_plan_idea
from bothand.content.sessions import Session
from bothand.domain.plan import PastPlan, Plan
from bothand.engines import guide
from bothand.kit import leads, texts
from bothand.rooms.today import labels, reasons, rules
from bothand.rooms.today.pages import (
    Link,
    NextPart,
    PastPlanLine,
    PlanSide,
    Suggestion,
    ThingLine,
    ThingShelf,
)
from bothand.vault.body import Opened

QUIET = "safety_page"


def build_next_part(
    step: guide.Step, plan: Plan | None, thing: Session, partner: str, today: date
) -> NextPart:
    """The one thing worth doing next, as *Today* shows it."""
    title, text, act, other = _build_step(step, plan, thing, partner, today)
    return NextPart(
        title=title,
        text=text,
        why=tuple(reasons.describe_reason(one) for one in step.reasons),
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
            _link_url(_("Look back"), "today_back"),
            to_plan,
        )
    if step.name == "make_plan":
        told = _("A plan for six weeks could be about this: %(facet)s.")
        text = told % {"facet": labels.name_facet(step.facet)}
        return _("Six weeks with one thing in mind"), text, _link_url(_("See it"), "today_begin"), things
    if step.name == "practise" and plan is not None:
        week = rules.find_week(plan, today)
        text = find_plan_idea(step.practice, texts.text_language()).week(
            week, partner if step.joint else None
        )
        return labels.name_practice(step.practice), text, find_door(step.practice), to_plan
    minutes = _("Begin, %(minutes)d minutes") % {"minutes": thing.minutes}
    return thing.title, "", Link(label=minutes, path=find_thing_path(thing)), things


def build_side(practice: str, week: int, partner: str | None) -> PlanSide:
    """One practice of a plan in its week; `partner` is the name where it is for two."""
    found = find_plan_idea(practice, texts.text_language())
    return PlanSide(
        title=labels.name_practice(practice),
        about=found.about,
        text=found.week(week, partner),
        door=find_door(practice),
    )


def find_door(practice: str) -> Link | None:
    """The way to a practice's room, where it is there."""
    found = leads.to_practice(practice)
    return None if found is None else Link(label=_("Open %(room)s") % {"room": found.title}, path=found.path)


def build_suggestion(found: guide.Proposal) -> Suggestion:
    """A plan that is suggested, in words."""
    return Suggestion(
        facet=labels.name_facet(found.facet),
        why=reasons.describe_reason(found.why),
        own=labels.name_practice(found.own),
        why_own=reasons.describe_reason(found.why_own),
        both=labels.name_practice(found.both) if found.both else "",
        why_both=reasons.describe_reason(found.why_both) if found.why_both else "",
    )


def explain_plan(plan: Plan) -> tuple[str, ...]:
    """Why a plan was suggested, as it was then; nothing where its owner chose by hand."""
    known = {name: count for name, count in guide.NUMBERS.items() if name == plan.why}
    for name, count in known.items():
        if len(plan.numbers) == count:
            return (reasons.describe_reason(guide.Reason(name, plan.numbers)),)
    return ()


def list_things(*, joint: bool) -> tuple[Session, ...]:
    """The things that may be suggested, those of the month before the exercises."""
    language = texts.text_language()
    return rules.select_offered(
        (*sessions.load_sessions(language), *sessions.load_exercises(language)), joint=joint
    )


def build_shelves(things: Iterable[Session]) -> tuple[ThingShelf, ...]:
    """The things by practice."""
    listed = tuple(things)
    return tuple(
        ThingShelf(
            title=labels.name_practice(key),
            about=find_plan_idea(key, texts.text_language()).about,
            things=tuple(build_thing_line(one) for one in listed if one.practice == key),
        )
        for key in guide.PRACTICE_IDS
        if any(one.practice == key for one in listed)
    )


def build_thing_line(one: Session) -> ThingLine:
    """A thing in a list."""
    return ThingLine(
        title=one.title, minutes=one.minutes, path=find_thing_path(one), two=one.together == "together"
    )


def build_past_line(one: Opened[PastPlan]) -> PastPlanLine:
    """A plan that is over, in a list."""
    plan = one.record
    practices = [labels.name_practice(key) for key in (plan.practice_own, plan.practice_both) if key]
    return PastPlanLine(
        title=labels.name_facet(plan.facet),
        when=_("%(first)s to %(last)s")
        % {"first": date_format(plan.began, "j F Y"), "last": date_format(plan.ended, "j F Y")},
        practices=tuple(practices),
        change=str(labels.CHANGES.get(plan.change, "")),
        words=plan.words,
        helped=plan.helped,
        delete=reverse("today_past_delete", args=[one.hex]),
    )


def _link_thing(thing: Session) -> Link:
    told = _("%(title)s, %(minutes)d minutes") % {"title": thing.title, "minutes": thing.minutes}
    return Link(label=told, path=find_thing_path(thing))


def find_thing_path(thing: Session) -> str:
    return reverse("today_thing", args=[thing.id.lower()])


def _link_url(label: str, name: str) -> Link:
    return Link(label=label, path=reverse(name))
