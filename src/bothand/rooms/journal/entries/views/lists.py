"""Months of pages, single pages, what is a year old."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion
from bothand.kit.addresses import id_of, month_of
from bothand.kit.month_links import read_month
from bothand.kit.paging import page_of
from bothand.rooms.journal.entries.pages import AgoPage, EntryPage, ListPage
from bothand.rooms.journal.entries.present import find_month_address, link_pages, quote_question
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.entries.rules import find_days_about, find_year_before, list_months
from bothand.rooms.journal.entries.store import find_favourites
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.rooms.journal.sessions.records import WrittenSession
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space

A_PAGE = 20


@require_safe
def list_newest(request: HttpRequest) -> HttpResponse:
    """The newest month in which something was written."""
    return _render_month(request, "")


@require_safe
def list_month(request: HttpRequest, month: str) -> HttpResponse:
    """One month."""
    return _render_month(request, month_of(month))


def _render_month(request: HttpRequest, wanted: str) -> HttpResponse:
    space = Visit(request).mine
    month = read_month(space, Entry, WrittenSession, wanted=wanted)
    path = find_month_address(month.name) if month.name else ""
    there, pages = page_of(
        sort_newest_first(month.lot.items), request.GET.get("page", ""), size=A_PAGE, path=path
    )
    page = ListPage(
        month=month.first,
        entries=list_written(there, _find_marked(space), when="l j F"),
        pages=link_pages(month.beside, pages),
        unopened=month.lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
def show_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One page, whole."""
    space = Visit(request).mine
    found = space.get(Entry, id_of(hex_id))
    page = EntryPage(
        hex=found.hex,
        day=found.record.day,
        at=found.record.at,
        asked=quote_question(found.record.prompt_id, Visit(request).partner_name),
        text=found.record.text,
        favourite=found.id in _find_marked(space),
    )
    return render(request, page)


@require_safe
def show_year_ago(request: HttpRequest) -> HttpResponse:
    """What was written about a year ago."""
    space = Visit(request).mine
    today = Visit(request).today
    first, last = find_days_about(today)
    lot = space.query(Entry, WrittenSession, months=list_months(first, last))
    then = [one for one in lot.items if first <= one.record.day <= last]
    page = AgoPage(
        entries=list_written(sort_newest_first(then), _find_marked(space)),
        around=find_year_before(today),
        unopened=lot.unopened,
    )
    return render(request, page)


def _find_marked(space: Space) -> frozenset[bytes]:
    """The marks, for a page that is not about them: a list that does not open must not close the page."""
    try:
        return frozenset(find_favourites(space))
    except DidNotOpen:
        return frozenset()
