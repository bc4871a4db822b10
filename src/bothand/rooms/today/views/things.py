"""The things to do, one by one and all of them; and how they are chosen."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.content import sessions
from bothand.engines import guide
from bothand.kit import drafts, leads, texts
from bothand.kit.fear_rule import fear_answers
from bothand.rooms.today import present, rules
from bothand.rooms.today.pages import ThingPage, ThingsPage, WhyPage
from bothand.rooms.today.visiting import Visit
from bothand.shell.page import render
from bothand.vault.errors import Missing


@require_safe
def list_things(request: HttpRequest) -> HttpResponse:
    """All the things there are to do; those for two only where they may be advised, or for one alone."""
    visit = Visit.of(request)
    offered = present.list_things(joint=visit.facts.ruling.joint)
    plan = visit.plan
    today = rules.pick_thing(
        visit.today, offered, since=visit.space.since, plan=None if plan is None else plan.record
    )
    return render(
        request, ThingsPage(shelves=present.build_shelves(offered), today=present.build_thing_line(today))
    )


@require_safe
def show_thing(request: HttpRequest, thing: str) -> HttpResponse:
    """One thing to do. Nothing is kept of who read it."""
    visit = Visit.of(request)
    try:
        found = sessions.find_session(thing.upper(), texts.text_language())
    except KeyError:
        raise Missing from None
    page = ThingPage(
        thing=found,
        alone=found.alone or "" if not visit.facts.joint else "",
        steps=leads.to_step("exercises") if found.kind == "exercise" else "",
        door=present.find_door(found.practice),
        hands=drafts.find_hands("page", text=f"{found.title}\n\n"),
    )
    return render(request, page)


@require_safe
def explain_choice(request: HttpRequest) -> HttpResponse:
    """How things are chosen; and, for who is afraid, why nothing for two is suggested now."""
    afraid = Visit.of(request).facts.ruling.why
    told = afraid if isinstance(afraid, guide.Afraid) else None
    page = WhyPage(
        afraid=fear_answers(told) if told else (),
        until=told.again_on if told else None,
        quiet=reverse(present.QUIET),
        look=leads.to_step("check_in"),
    )
    return render(request, page)
