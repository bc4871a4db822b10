"""The three questions by themselves, before anything for two is first suggested."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bothand.accounts.access import Visit
from bothand.content import items
from bothand.domain.checkins import FearAnswers
from bothand.kit import texts
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.checkin.fear import store
from bothand.rooms.checkin.fear.forms import FearForm
from bothand.rooms.checkin.fear.pages import FearPage
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion


@READ_OR_WRITE
def answer_fear(request: HttpRequest) -> HttpResponse:
    """The three questions; to skip them is remembered, so that *Today* does not ask again.

    Whatever was answered, it leads to *Today*: who looks on sees no difference in the way.
    """
    visit = Visit(request)
    space, form = visit.mine, FearForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        skipped = FearAnswers(day=visit.today)
        try:
            store.save_fear(space, skipped if "skip" in request.POST else form.build_answers(visit.today))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            return HttpResponseRedirect(reverse("today"))
    page = FearPage(form=form, action=reverse("checkin_fear"), lead=read_lead(), in_checkup=False)
    return render(request, page, status=422 if form.errors else 200)


def read_lead() -> str:
    """What stands over the three questions."""
    return items.load_bank(texts.text_language()).fear.lead
