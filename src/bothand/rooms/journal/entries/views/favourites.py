"""Pages that were marked to be found again."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.paging import page_of
from bothand.rooms.journal.entries import store
from bothand.rooms.journal.entries.pages import FavouritesPage
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.entries.views.lists import A_PAGE
from bothand.rooms.journal.present import list_written
from bothand.shell.page import render


@require_POST
def mark_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Mark a page to be found again (`on=1`), or not."""
    space = Visit(request).mine
    found = space.get(Entry, id_of(hex_id))
    store.mark_entry(space, found.id, on=request.POST.get("on") == "1")
    return HttpResponseRedirect(reverse("journal_entry", args=[found.hex]))


@require_safe
def list_favourites(request: HttpRequest) -> HttpResponse:
    """The pages that were marked. What was deleted since is passed over."""
    space = Visit(request).mine
    ids = store.find_favourites(space)[::-1]
    shown, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("journal_favourites"))
    lot = space.query(Entry, ids=shown)
    by_id = {one.id: one for one in lot.items}
    page = FavouritesPage(
        entries=list_written((by_id[one] for one in shown if one in by_id), ids),
        pages=pages,
        unopened=lot.unopened,
    )
    return render(request, page)
