"""Looking for words in all of one's rooms, in *mine* and in *ours*."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit import registry, search
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.folding import fold_text
from bothand.kit.search import Hit
from bothand.rooms.today.search.forms import FindForm
from bothand.rooms.today.search.pages import SearchPage
from bothand.shell.page import render

MOST: Final = 40


@READ_OR_WRITE
def find_words(request: HttpRequest) -> HttpResponse:
    """Look in every room at once. Searching is a POST, so that no address and no history keeps the words."""
    access.open_mine(request)
    form = FindForm(request.POST) if request.method == "POST" else FindForm()
    if request.method != "POST":
        return render(request, _show(form))
    if not form.is_valid():
        return render(request, _show(form), status=422)
    term = fold_text(form.cleaned_data["term"])
    if not term:
        form.add_error("term", _("There is nothing in it to search for. Type a letter or two."))
        return render(request, _show(form), status=422)
    hits, unopened = _find_everywhere(request, term)
    page = SearchPage(
        form=form,
        term=form.cleaned_data["term"],
        hits=tuple(hits[:MOST]),
        more=len(hits) > MOST,
        unopened=unopened,
    )
    return render(request, page)


def _find_everywhere(request: HttpRequest, term: str) -> tuple[list[Hit], int]:
    """Each place once, the newest first; and how many rows did not open."""
    visit, searched = Visit(request), registry.list_searched()
    mine = search.read_all(visit.mine, searched)
    hits = list(search.find_hits(mine, searched, term, shared=False))
    unopened = mine.unopened
    if visit.ours_if_two is not None:
        ours = search.read_all(visit.ours_if_two, searched)
        hits += search.find_hits(ours, searched, term, shared=True)
        unopened += ours.unopened
    hits.sort(key=lambda hit: hit.when, reverse=True)
    return list({hit.path: hit for hit in reversed(hits)}.values())[::-1], unopened


def _show(form: FindForm) -> SearchPage:
    return SearchPage(form=form, term="", hits=(), more=False, unopened=0)
