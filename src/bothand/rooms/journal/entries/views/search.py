"""Finding words again. By POST only: what is looked for stands in no address and no log."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.finding import Finder, excerpt_around
from bothand.kit.folding import fold_text
from bothand.rooms.journal.entries.forms import SearchForm
from bothand.rooms.journal.entries.pages import SearchPage
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.rooms.journal.sessions.records import WrittenSession
from bothand.shell.page import render

MOST = 50


@READ_OR_WRITE
def search_entries(request: HttpRequest) -> HttpResponse:
    """Look for words in all pages and beside the steps of all sessions; the newest come first."""
    space = Visit(request).mine
    if request.method != "POST":
        return render(request, _empty_page(SearchForm()))
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, _empty_page(form), status=422)
    term = fold_text(form.cleaned_data["term"])
    if not term:
        form.add_error("term", _("There is nothing in it to search for. Type a letter or two."))
        return render(request, _empty_page(form), status=422)
    lot = space.all_of(Entry, WrittenSession)
    finder = Finder(term)
    found = sort_newest_first(one for one in lot.items if finder.is_in(one.record.words))
    page = SearchPage(
        form=form,
        term=form.cleaned_data["term"],
        found=list_written(found[:MOST], excerpt=lambda text: excerpt_around(text, term)),
        more=len(found) > MOST,
        unopened=lot.unopened,
    )
    return render(request, page)


def _empty_page(form: SearchForm) -> SearchPage:
    return SearchPage(form=form, term="", found=(), more=False, unopened=0)
