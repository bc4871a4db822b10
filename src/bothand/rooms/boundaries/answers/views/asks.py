"""The other's part: an answer to a boundary, and *I can't* to whatever is asked, in one tap and without a reason."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.kit import asks, registry
from bothand.kit.addresses import id_of
from bothand.kit.asks import Ask, Asking, find_noes
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking
from bothand.rooms.boundaries.answers.pages import AskedPage
from bothand.rooms.boundaries.pages import AlonePage
from bothand.shell.page import render
from bothand.vault.errors import Conflict, Missing
from bothand.vault.ours import Ours

A_PAGE = 20


@require_POST
def decline_ask(request: HttpRequest, hex_id: str) -> HttpResponse:
    """*I can't* (`on=1`), or take that back. Whatever room it was asked in."""
    record_id = id_of(hex_id)
    try:
        ours = asking.space_to_write(request)
    except Alone:
        raise Missing from None
    found = _gather_asking(request, ours)
    ask = next((one for _room, one in _collect_asks(found) if one.id == record_id and not one.there), None)
    on = request.POST.get("on") == "1"
    if ask is None and (on or record_id not in find_noes(found.lot, found.of)):
        raise Missing
    try:
        if on:
            asks.say_no(request, record_id)
        else:
            asks.take_back(request, record_id)
    except Conflict:
        pass  # pressed in two windows at once: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    # A *no* to what is asked no more can be taken back from where it was said, and has no other page to go to.
    if ask is None or request.POST.get("from") == "asked":
        return HttpResponseRedirect(reverse("boundaries_asked"))
    return HttpResponseRedirect(ask.path)


@require_safe
def list_asked(request: HttpRequest) -> HttpResponse:
    """Everything that is asked of me, in every room, each with a *no* in one tap."""
    access.live_session(request)
    if access.find_partner(request) is None:
        return render(request, AlonePage())
    looked = _gather_asking(request, access.open_ours(request))
    said, found = find_noes(looked.lot, looked.of), _collect_asks(looked)
    open_still = [one for one in found if one[1].id not in said]
    shown, pages = page_of(
        open_still, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_asked")
    )
    declined = [one for one in found if one[1].id in said]
    page = AskedPage(
        asks=tuple(shown),
        declined=tuple(declined[:A_PAGE]),
        pages=pages,
        unopened=looked.lot.unopened + looked.unopened,
    )
    return render(request, page)


def _gather_asking(request: HttpRequest, ours: Ours) -> Asking:
    """What all rooms look at to say what the other asks of the visitor."""
    who = access.visitor_of_request(request)
    return Asking(
        lot=ours.standing(),
        by=asking.partner_of(request).account,
        of=who.account,
        ours=ours,
        mine=access.open_mine(request) if who.unlocked else None,
        today=asking.today(request),
    )


def _collect_asks(looked: Asking) -> list[tuple[str, Ask]]:
    """What is asked, with the title of the room it stands in."""
    return [(str(room.title), ask) for room in registry.all_rooms() if room.asks for ask in room.asks(looked)]
