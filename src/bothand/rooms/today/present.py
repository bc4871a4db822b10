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
from bothand.rooms.today.pages import Link, NextPart, Past, Shelf, Side, Suggested, Thing
from bothand.vault.body import Opened

QUIET = "safety_page"


def next_part(step: guide.Step, plan: Plan | None, thing: Session, partner: str, today: date) -> NextPart:
    """The one thing worth doing next, as *Today* shows it."""
    title, text, act, other = _told(step, plan, thing, partner, today)
    return NextPart(
        title=title,
        text=text,
        why=tuple(reasons.said(one) for one in step.reasons),
        act=act,
        other=other,
        thing=None if step.name == "something" else _thing_link(thing),
        quiet=reverse(QUIET) if step.afraid else "",
    )


def _told(
    step: guide.Step, plan: Plan | None, thing: Session, partner: str, today: date
) -> tuple[str, str, Link | None, Link]:
    things = Link(label=_("Something else"), path=reverse("today_things"))
    to_plan = Link(label=_("Your plan"), path=reverse("today_plan"))
    if step.name == "check_in":
        # Its room invites to it beside this, with a button of its own: once is enough.
        return "", "", None, things
    if step.name == "look_back":
        return _("Six weeks are over. What came of them?"), "", _link(_("Look back"), "today_back"), to_plan
    if step.name == "make_plan":
        told = _("A plan for six weeks could be about this: %(facet)s.")
        text = told % {"facet": labels.facet_title(step.facet)}
        return _("Six weeks with one thing in mind"), text, _link(_("See it"), "today_begin"), things
    if step.name == "practise" and plan is not None:
        week = rules.week_of(plan, today)
        text = find_plan_idea(step.practice, texts.text_language()).week(
            week, partner if step.joint else None
        )
        return labels.practice_title(step.practice), text, door(step.practice), to_plan
    minutes = _("Begin, %(minutes)d minutes") % {"minutes": thing.minutes}
    return thing.title, "", Link(label=minutes, path=_thing_path(thing)), things


def side(practice: str, week: int, partner: str | None) -> Side:
    """One practice of a plan in its week; `partner` is the name where it is for two."""
    found = find_plan_idea(practice, texts.text_language())
    return Side(
        title=labels.practice_title(practice),
        about=found.about,
        text=found.week(week, partner),
        door=door(practice),
    )


def door(practice: str) -> Link | None:
    """The way to a practice's room, where it is there."""
    found = leads.to_practice(practice)
    return None if found is None else Link(label=_("Open %(room)s") % {"room": found.title}, path=found.path)


def suggested(found: guide.Proposal) -> Suggested:
    """A plan that is suggested, in words."""
    return Suggested(
        facet=labels.facet_title(found.facet),
        why=reasons.said(found.why),
        own=labels.practice_title(found.own),
        why_own=reasons.said(found.why_own),
        both=labels.practice_title(found.both) if found.both else "",
        why_both=reasons.said(found.why_both) if found.why_both else "",
    )


def why(plan: Plan) -> tuple[str, ...]:
    """Why a plan was suggested, as it was then; nothing where its owner chose by hand."""
    known = {name: count for name, count in guide.NUMBERS.items() if name == plan.why}
    for name, count in known.items():
        if len(plan.numbers) == count:
            return (reasons.said(guide.Reason(name, plan.numbers)),)
    return ()


def things_of(*, joint: bool) -> tuple[Session, ...]:
    """The things that may be suggested, those of the month before the exercises."""
    language = texts.text_language()
    return rules.may_be_offered(
        (*sessions.load_sessions(language), *sessions.load_exercises(language)), joint=joint
    )


def shelves(things: Iterable[Session]) -> tuple[Shelf, ...]:
    """The things by practice."""
    listed = tuple(things)
    return tuple(
        Shelf(
            title=labels.practice_title(key),
            about=find_plan_idea(key, texts.text_language()).about,
            things=tuple(thing_line(one) for one in listed if one.practice == key),
        )
        for key in guide.PRACTICE_IDS
        if any(one.practice == key for one in listed)
    )


def thing_line(one: Session) -> Thing:
    """A thing in a list."""
    return Thing(title=one.title, minutes=one.minutes, path=_thing_path(one), two=one.together == "together")


def past(one: Opened[PastPlan]) -> Past:
    """A plan that is over, in a list."""
    plan = one.record
    practices = [labels.practice_title(key) for key in (plan.practice_own, plan.practice_both) if key]
    return Past(
        title=labels.facet_title(plan.facet),
        when=_("%(first)s to %(last)s")
        % {"first": date_format(plan.began, "j F Y"), "last": date_format(plan.ended, "j F Y")},
        practices=tuple(practices),
        change=str(labels.CHANGES.get(plan.change, "")),
        words=plan.words,
        helped=plan.helped,
        delete=reverse("today_past_delete", args=[one.hex]),
    )


def _thing_link(thing: Session) -> Link:
    told = _("%(title)s, %(minutes)d minutes") % {"title": thing.title, "minutes": thing.minutes}
    return Link(label=told, path=_thing_path(thing))


def _thing_path(thing: Session) -> str:
    return reverse("today_thing", args=[thing.id.lower()])


def _link(label: str, name: str) -> Link:
    return Link(label=label, path=reverse(name))
