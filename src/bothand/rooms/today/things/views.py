"""The things to do, one by one and all of them; and how they are chosen."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.content import sessions
from bothand.kit import drafts, leads, texts
from bothand.kit.few import show_few
from bothand.rooms.today.advice.store import GuideVisit
from bothand.rooms.today.present import link_doing
from bothand.rooms.today.things.pages import ThingPage, ThingsPage
from bothand.rooms.today.things.present import build_shelves, build_thing_line, find_things
from bothand.rooms.today.things.rules import pick_thing
from bothand.shell.page import render
from bothand.vault.errors import Missing


@require_safe
def list_things(request: HttpRequest) -> HttpResponse:
    """One thing to do, and all of them folded; those for two only where they may be advised, or for one alone."""
    visit = GuideVisit(request)
    offered = find_things(joint=visit.facts.ruling.joint)
    plan = visit.plan
    today = pick_thing(
        visit.today, offered, since=visit.mine.since, plan=None if plan is None else plan.record
    )
    asked = request.GET.get("at", str(offered.index(today)))
    few = show_few(offered, asked, {}, path=reverse("today_things"))
    page = ThingsPage(
        one=build_thing_line(few.one),
        purpose=few.one.purpose[0],
        another=few.another,
        shelves=build_shelves(offered),
    )
    return render(request, page)


@require_safe
def show_thing(request: HttpRequest, thing: str) -> HttpResponse:
    """One thing to do. Nothing is kept of who read it."""
    visit = GuideVisit(request)
    try:
        found = sessions.find_session(thing.upper(), texts.text_language())
    except KeyError:
        raise Missing from None
    page = ThingPage(
        thing=found,
        alone=found.alone or "" if not visit.facts.joint else "",
        steps=leads.to_step("exercises") if found.kind == "exercise" else "",
        door=link_doing(found.practice),
        hands=drafts.find_hands("page", text=f"{found.title}\n\n"),
    )
    return render(request, page)
