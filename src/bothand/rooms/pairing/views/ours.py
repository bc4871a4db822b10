"""The first page of *ours*."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Visit
from bothand.kit import deletion, fear_rule, month_links, registry
from bothand.kit.addresses import month_of
from bothand.rooms.pairing.pages import AlonePage, OursPage, SharedLine
from bothand.rooms.pairing.records import SharedPage
from bothand.shell.frame import frame_of
from bothand.shell.navigation import RoomLink
from bothand.shell.page import render


@require_safe
def show_ours(request: HttpRequest) -> HttpResponse:
    """The rooms of two, and the newest month in which something was shared; for one alone, what it takes."""
    access.live_session(request)
    if access.visitor_of_request(request).unlocked:
        couple_actions.look_who_came(request)
    if Visit(request).partner is None:
        return _render_alone(request)
    return _render_month(request, "")


@require_safe
def show_ours_month(request: HttpRequest, month: str) -> HttpResponse:
    """The same with another month."""
    wanted = month_of(month)
    access.open_ours(request)
    return _render_month(request, wanted)


def _render_month(request: HttpRequest, wanted: str) -> HttpResponse:
    ours, visitor = access.open_ours(request), access.visitor_of_request(request)
    month = month_links.read_month(ours, SharedPage, wanted=wanted)
    pages = sorted(month.lot.items, key=lambda one: (one.record.day, one.created), reverse=True)
    page = OursPage(
        rooms=_room_links(request),
        reveals=_reveal_links() if visitor.unlocked else (),
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
        waits=visitor.unlocked and couple_actions.waits_for_link(request),
        farewell=couple_actions.find_farewell(request),
        afraid=fear_rule.explain_fear_rule(request),
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _render_alone(request: HttpRequest) -> HttpResponse:
    unlocked = access.visitor_of_request(request).unlocked
    page = AlonePage(
        rooms=_room_links(request),
        link=unlocked and bool(couple_actions.waiting_link(request)),
        kept=unlocked,
        said=_("You are two now.") if request.GET.get("paired") == "1" else "",
    )
    return render(request, page)


def _room_links(request: HttpRequest) -> tuple[RoomLink, ...]:
    """The other rooms of this place."""
    here = reverse("pairing_ours")
    found = next((place.rooms for place in frame_of(request, "ours").places if place.key == "ours"), ())
    return tuple(room for room in found if room.path != here)


def _reveal_links() -> tuple[RoomLink, ...]:
    return tuple(
        RoomLink(title=one.title, path=reverse("pairing_reveal", args=[one.name]), about="", current="")
        for one in registry.all_reveals().values()
    )
