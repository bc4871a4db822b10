"""Everything that is asked of me, in every room, and *I can't* to it: in one tap and without a reason."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.kit import asks, registry
from bothand.kit.addresses import id_of
from bothand.kit.asks import Ask, Asking, find_noes, find_replies
from bothand.kit.paging import page_of
from bothand.rooms.boundaries.answers.pages import AskedPage
from bothand.rooms.boundaries.pages import AlonePage
from bothand.shell.page import render
from bothand.vault.errors import Conflict, Missing
from bothand.vault.records import Shelf

A_PAGE = 20


@require_safe
def list_asked(request: HttpRequest) -> HttpResponse:
    """Everything that is asked of me, in every room, each with a *no* in one tap."""
    visit = Visit(request)
    if visit.partner is None:
        return render(request, AlonePage())
    asking = _gather_asking(visit)
    replies, asked = find_replies(asking.lot, asking.of), _collect_asks(asking)
    noes = find_noes(asking.lot, asking.of)
    unanswered = [(room, ask) for room, ask in asked if ask.id not in replies]
    declined = [(room, ask) for room, ask in asked if ask.id in noes]
    shown, pages = page_of(
        unanswered, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_asked")
    )
    page = AskedPage(
        asks=tuple(shown),
        declined=tuple(declined[:A_PAGE]),
        pages=pages,
        unopened=asking.lot.unopened + asking.unopened,
    )
    return render(request, page)


@require_POST
def decline_ask(request: HttpRequest, hex_id: str) -> HttpResponse:
    """An answer in one tap (`on=1`, `how`), or take it back. Whatever room it was asked in."""
    record_id, visit = id_of(hex_id), Visit(request)
    asking = _gather_asking(visit)
    ask = next((ask for _room, ask in _collect_asks(asking) if ask.id == record_id and not ask.there), None)
    answers, how = request.POST.get("on") == "1", request.POST.get("how", asks.CANT)
    if ask is None and (answers or record_id not in find_replies(asking.lot, asking.of)):
        raise Missing
    if how not in (asks.HOWS if ask is not None and ask.kindly else (asks.CANT,)):
        raise Missing
    try:
        if answers:
            asks.send_reply(request, record_id, how)
        else:
            asks.take_back(request, record_id)
    except Conflict:
        pass  # pressed in two windows at once: the page shows how it is
    # A *no* to what is asked no more can be taken back from where it was said, and has no other page to go to.
    if ask is None or request.POST.get("from") == "asked":
        return HttpResponseRedirect(reverse("boundaries_asked"))
    return HttpResponseRedirect(ask.path)


def _gather_asking(visit: Visit) -> Asking:
    """What all rooms look at to say what the other asks of the visitor. Raises as `Visit.require_pair`."""
    pair = visit.require_pair()
    return Asking(
        lot=pair.ours.query(shelf=Shelf.STANDS),
        by=pair.other,
        of=pair.me,
        ours=pair.ours,
        mine=visit.mine_if_open,
        today=visit.today,
    )


def _collect_asks(asking: Asking) -> list[tuple[str, Ask]]:
    """What is asked, with the title of the room it stands in."""
    return [(str(room.title), ask) for room in registry.all_rooms() if room.asks for ask in room.asks(asking)]
