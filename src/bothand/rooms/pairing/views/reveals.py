"""Reveal together: choose, look at exactly that, lay it down; then both appear to both at once."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Visit
from bothand.accounts.meeting_place import Meeting
from bothand.kit import registry
from bothand.kit import reveal as kit
from bothand.kit.paging import page_of
from bothand.kit.reveal import Laid, Reveal
from bothand.rooms.pairing.forms import ChooseForm
from bothand.rooms.pairing.pages import Outcome, RevealPage
from bothand.shell.page import render
from bothand.vault.errors import Missing

A_PAGE = 3
LOOK, ALL = "look", "all"


@require_http_methods(["GET", "HEAD", "POST"])
def reveal_together(request: HttpRequest, name: str) -> HttpResponse:
    """One thing to reveal. `look` shows what would be shown, `all` ticks everything; neither lays anything down.

    Nothing is ticked until somebody ticks it.
    """
    access.open_mine(request)
    what = _find_reveal(name)
    access.open_ours(request)
    meeting = couple_actions.meet_partner(request, what.sort)
    visitor = access.visitor_of_request(request)
    today = Visit(request).today
    offers = what.offers(access.open_mine(request), visitor.settings, today)
    choices = [(one.key, one.label) for one in offers]
    if request.method != "POST":
        form = ChooseForm(offers=choices)
        return _reveal_page(request, what, meeting, form if choices else None)
    if request.POST.get(ALL):
        every = ChooseForm(offers=choices, initial={"keys": [key for key, _ in choices]})
        return _reveal_page(request, what, meeting, every if choices else None)
    form = ChooseForm(request.POST, offers=choices)
    if not form.is_valid():
        return _reveal_page(request, what, meeting, form, status=422)
    laid = kit.read_chosen(offers, form.cleaned_data["keys"], today)
    if request.POST.get(LOOK):
        return _reveal_page(request, what, meeting, form, preview=laid)
    meeting.lay(kit.encode_answer(laid))
    return HttpResponseRedirect(reverse("pairing_reveal", args=[what.name]))


@require_POST
def take_reveal_back(request: HttpRequest, name: str) -> HttpResponse:
    """Take back what lies ready. What both have revealed stays."""
    access.open_mine(request)
    what = _find_reveal(name)
    access.open_ours(request)
    couple_actions.meet_partner(request, what.sort).take_back()
    return HttpResponseRedirect(reverse("pairing_reveal", args=[what.name]))


def _find_reveal(name: str) -> Reveal:
    found = registry.all_reveals().get(name)
    if found is None:
        raise Missing
    return found


def _reveal_page(
    request: HttpRequest,
    what: Reveal,
    meeting: Meeting,
    form: ChooseForm | None,
    *,
    preview: Laid | None = None,
    status: int = 200,
) -> HttpResponse:
    results, pages = page_of(
        meeting.results[::-1],
        request.GET.get("page", ""),
        size=A_PAGE,
        path=reverse("pairing_reveal", args=[what.name]),
    )
    outcomes = []
    for one in results:
        own, other = kit.order_sides(one.record.body, mine_is_first=one.record.authors[0] == meeting.account)
        outcomes.append(Outcome(day=one.created.date(), mine=what.table(own), theirs=what.table(other)))
    laid = meeting.answer
    page = RevealPage(
        name=what.name,
        title=what.title,
        about=what.about,
        form=form,
        choosing=form is not None and form.is_bound,
        preview=what.table(preview) if preview else None,
        laid=what.table(kit.decode_answer(laid.record.payload)) if laid else None,
        fate=meeting.fate,
        outcomes=tuple(outcomes),
        pages=pages,
        unopened=meeting.unopened,
    )
    return render(request, page, status=status)
