"""Finding words again. By POST only: what is looked for stands in no address and no log."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, wall_clock
from bothand.rooms.journal import present, rules
from bothand.rooms.journal.forms import SearchForm
from bothand.rooms.journal.pages import SearchPage
from bothand.rooms.journal.records import Entry, Run
from bothand.shell.page import render

MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Look for words in all pages and beside the steps of all exercises; the newest come first."""
    space = access.open_mine(request)
    if request.method != "POST":
        return render(request, _page(SearchForm()))
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, _page(form), status=422)
    term = rules.term_of(form.cleaned_data["term"])
    if not term:
        form.add_error("term", _("There is nothing in it that can be looked for. Type a letter or two."))
        return render(request, _page(form), status=422)
    lot = space.all_of(Entry, wall_clock.today_in(access.visitor_of_request(request).settings.zone), Run)
    finder = rules.Finder(term)
    found = present.newest_first(one for one in lot.items if finder.has(one.record.words))
    page = SearchPage(
        form=form,
        term=form.cleaned_data["term"],
        found=present.listed(found[:MOST], excerpt=lambda text: rules.around(text, term)),
        more=len(found) > MOST,
        unopened=lot.unopened,
    )
    return render(request, page)


def _page(form: SearchForm) -> SearchPage:
    return SearchPage(form=form, term="", found=(), more=False, unopened=0)
