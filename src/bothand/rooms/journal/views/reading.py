"""Lists and single pages."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access, wall_clock
from bothand.kit import deletion
from bothand.kit.addresses import id_of, month_of
from bothand.kit.month_links import first_day
from bothand.kit.paging import page_of
from bothand.rooms.journal import present, rules, store
from bothand.rooms.journal.pages import AgoPage, EntryPage, FavouritesPage, ListPage
from bothand.rooms.journal.records import Entry, Run
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen
from bothand.vault.records import Shelf
from bothand.vault.space import Space

A_PAGE = 20


@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    """The newest month in which something was written."""
    return _month(request, "")


@require_safe
def month(request: HttpRequest, month: str) -> HttpResponse:
    """One month."""
    return _month(request, month_of(month))


def _month(request: HttpRequest, wanted: str) -> HttpResponse:
    space = access.open_mine(request)
    today = wall_clock.today_in(access.visitor_of_request(request).settings.zone)
    months = space.months_beside(Shelf.WRITTEN, today, wanted)
    shown = months.shown
    lot = space.months(Entry, [shown] if shown else [], Run)
    path = present.month_address(shown) if shown else ""
    there, pages = page_of(
        present.newest_first(lot.items), request.GET.get("page", ""), size=A_PAGE, path=path
    )
    page = ListPage(
        month=first_day(shown) if shown else None,
        entries=present.listed(there, _marked(space), when="l j F"),
        pages=present.ways_on(months, pages),
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
def entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One page, whole."""
    space = access.open_mine(request)
    found = space.get(Entry, id_of(hex_id))
    page = EntryPage(
        hex=found.hex,
        day=found.record.day,
        at=found.record.at,
        asked=present.asked(found.record.prompt_id, frame_of(request, "mine").partner),
        text=found.record.text,
        favourite=found.id in _marked(space),
    )
    return render(request, page)


@require_POST
def favourite(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Mark a page to be found again (`on=1`), or not."""
    space = access.open_mine(request)
    found = space.get(Entry, id_of(hex_id))
    store.favour(space, found.id, on=request.POST.get("on") == "1")
    return HttpResponseRedirect(reverse("journal_entry", args=[found.hex]))


@require_safe
def favourites(request: HttpRequest) -> HttpResponse:
    """The pages that were marked. What was deleted since is passed over."""
    space = access.open_mine(request)
    ids = store.favourites(space)[::-1]
    shown, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("journal_favourites"))
    lot = space.several(Entry, shown)
    by_id = {one.id: one for one in lot.items}
    page = FavouritesPage(
        entries=present.listed((by_id[one] for one in shown if one in by_id), ids),
        pages=pages,
        unopened=lot.unopened,
    )
    return render(request, page)


@require_safe
def ago(request: HttpRequest) -> HttpResponse:
    """What was written about a year ago."""
    space = access.open_mine(request)
    today = wall_clock.today_in(access.visitor_of_request(request).settings.zone)
    first, last = rules.about_then(today)
    lot = space.months(Entry, rules.months_about(first, last), Run)
    then = [one for one in lot.items if first <= one.record.day <= last]
    page = AgoPage(
        entries=present.listed(present.newest_first(then), _marked(space)),
        around=rules.year_before(today),
        unopened=lot.unopened,
    )
    return render(request, page)


def _marked(space: Space) -> frozenset[bytes]:
    """The marks, for a page that is not about them: a list that does not open must not close the page."""
    try:
        return frozenset(store.favourites(space))
    except DidNotOpen:
        return frozenset()
