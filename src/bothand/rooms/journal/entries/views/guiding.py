"""The guiding question."""

from django.http import HttpRequest, HttpResponse

from bothand.accounts import access
from bothand.content.prompts import guiding_question
from bothand.kit import texts
from bothand.rooms.journal.entries.forms import WriteForm
from bothand.rooms.journal.entries.pages import GuidingPage
from bothand.rooms.journal.entries.records import GUIDING
from bothand.rooms.journal.entries.store import find_guiding_answers
from bothand.rooms.journal.entries.views.entries import READ_OR_WRITE, _keep_new
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Lot

BEFORE = 20


@READ_OR_WRITE
def answer_guiding_question(request: HttpRequest) -> HttpResponse:
    """The guiding question of P1, to be answered as often as one likes."""
    space = access.open_mine(request)
    form = WriteForm(request.POST) if request.method == "POST" else WriteForm(initial={"prompt": GUIDING})
    if request.method == "POST" and (kept := _keep_new(request, space, form, GUIDING)):
        return kept
    try:
        before = find_guiding_answers(space)
    except DidNotOpen:
        before = Lot((), unopened=1)
    page = GuidingPage(
        question=guiding_question(frame_of(request, "mine").partner or None, texts.text_language()),
        form=form,
        before=list_written(sort_newest_first(before.items)[:BEFORE]),
        unopened=before.unopened,
    )
    return render(request, page, status=422 if form.errors else 200)
