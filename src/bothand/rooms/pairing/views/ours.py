"""The first page of *ours*, the pages that were shared, and what two can reveal together."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Visit
from bothand.domain import checkins
from bothand.kit import deletion, fear_rule, month_links, registry
from bothand.kit.addresses import month_of
from bothand.kit.alive import Alive, Looking
from bothand.rooms.pairing.pages import AlonePage, OursPage, RevealsPage, SharedLine, SharedPagesPage, Way
from bothand.rooms.pairing.records import SharedPage
from bothand.rooms.pairing.rules import choose_alive, place_alive
from bothand.shell.navigation import RoomLink
from bothand.shell.page import render
from bothand.vault.records import Shelf

WAYS_TO_BEGIN: Final = 3


@require_safe
def show_ours(request: HttpRequest) -> HttpResponse:
    """What is alive between two; for one alone, what it takes."""
    access.live_session(request)
    if access.visitor_of_request(request).unlocked:
        couple_actions.look_who_came(request)
    if Visit(request).partner is None:
        return _render_alone(request)
    looking = _look(request)
    chosen = choose_alive(_find_alive(looking))
    visit = Visit(request)
    # One query for both: what the fear rule says, and whether a step for two may be suggested.
    own = visit.mine.query(checkins.FearAnswers) if visit.mine_if_open is not None else None
    joint = own is not None and not own.unopened and checkins.ruling_answers(own.items, visit.today).joint
    ways = _list_ways()
    page = OursPage(
        spots=place_alive(chosen),
        coming=tuple(one for one in chosen if one.soon),
        standing=tuple(one for one in chosen if not one.soon),
        first=ways[:WAYS_TO_BEGIN] if joint and not chosen else (),
        ways=ways,
        joint=joint,
        unopened=looking.lot.unopened + looking.unopened,
        waits=own is not None and couple_actions.waits_for_link(request),
        farewell=couple_actions.find_farewell(request),
        afraid=fear_rule.explain_fear_rule(request, own),
    )
    return render(request, page)


def _look(request: HttpRequest) -> Looking:
    visit, pair = Visit(request), Visit(request).require_pair()
    return Looking(
        lot=pair.ours.query(shelf=Shelf.STANDS),
        ours=pair.ours,
        me=pair.me,
        other=pair.other,
        partner=visit.partner_name,
        zone=visit.settings.zone,
        today=visit.today,
    )


def _find_alive(looking: Looking) -> list[Alive]:
    return [one for room in registry.all_rooms() if room.alive for one in room.alive(looking)]


def _list_ways() -> tuple[Way, ...]:
    """How two begin something in each room that says it."""
    return tuple(
        Way(
            picture=room.picture,
            name=room.title,
            title=room.begins.title,
            about=room.begins.about,
            path=f"/{room.path}",
        )
        for room in registry.all_rooms()
        if room.begins is not None
    )


@require_safe
def list_pages(request: HttpRequest) -> HttpResponse:
    """The newest month in which a page was shared. One alone has none, and is led to the first page."""
    access.live_session(request)
    if Visit(request).partner is None:
        return redirect("pairing_ours")
    return _render_month(request, "")


@require_safe
def list_pages_month(request: HttpRequest, month: str) -> HttpResponse:
    """The same with another month."""
    wanted = month_of(month)
    access.open_ours(request)
    return _render_month(request, wanted)


@require_safe
def list_reveals(request: HttpRequest) -> HttpResponse:
    """What two can reveal together: an answer of one's own is chosen first, so *mine* is open."""
    access.open_mine(request)
    if Visit(request).partner is None:
        return redirect("pairing_ours")
    page = RevealsPage(reveals=_reveal_links(), afraid=fear_rule.explain_fear_rule(request))
    return render(request, page)


def _render_month(request: HttpRequest, wanted: str) -> HttpResponse:
    ours, visitor = access.open_ours(request), access.visitor_of_request(request)
    month = month_links.read_month(ours, SharedPage, wanted=wanted)
    pages = sorted(month.lot.items, key=lambda one: (one.record.day, one.created), reverse=True)
    page = SharedPagesPage(
        month=month.first,
        shared=tuple(
            SharedLine(
                path=reverse("pairing_page", args=[one.hex]),
                heading=one.record.heading,
                by_me=one.author == visitor.account,
                day=one.record.day,
            )
            for one in pages
        ),
        pages=month_links.link_months(month.beside, "pairing_month"),
        unopened=month.lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _render_alone(request: HttpRequest) -> HttpResponse:
    unlocked = access.visitor_of_request(request).unlocked
    page = AlonePage(
        ways=_list_ways(),
        link=unlocked and bool(couple_actions.waiting_link(request)),
        kept=unlocked,
        said=_("You are two now.") if request.GET.get("paired") == "1" else "",
    )
    return render(request, page)


def _reveal_links() -> tuple[RoomLink, ...]:
    return tuple(
        RoomLink(title=one.title, path=reverse("pairing_reveal", args=[one.name]), about="", current="")
        for one in registry.all_reveals().values()
    )
