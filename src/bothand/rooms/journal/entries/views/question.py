"""The guiding question."""

from django.http import HttpRequest, HttpResponse

from bothand.content.prompts import guiding_question
from bothand.kit import texts
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.journal.entries.forms import EntryForm
from bothand.rooms.journal.entries.pages import GuidingPage
from bothand.rooms.journal.entries.records import GUIDING, Entry
from bothand.rooms.journal.entries.store import find_guiding_answers
from bothand.rooms.journal.entries.views.entries import EntryDocument
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.shell.page import Page
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Lot

BEFORE = 20


class GuidingAnswer(EntryDocument):
    """A page that answers the guiding question, written below it."""

    def page(self, form: EntryForm, old: Opened[Entry] | None, rescued: str = "") -> Page:
        if rescued:
            return super().page(form, old, rescued)
        try:
            before = find_guiding_answers(self.space)
        except DidNotOpen:
            before = Lot((), unopened=1)
        return GuidingPage(
            question=guiding_question(self.visit.partner_name or None, texts.text_language()),
            form=form,
            before=list_written(sort_newest_first(before.items)[:BEFORE]),
            unopened=before.unopened,
        )

    def prompt_of(self, form: EntryForm) -> str:  # noqa: ARG002  this address asks nothing else
        return GUIDING


@READ_OR_WRITE
def answer_guiding_question(request: HttpRequest) -> HttpResponse:
    """The guiding question of P1, to be answered as often as one likes."""
    return GuidingAnswer(request).create(None if request.method == "POST" else {"prompt": GUIDING})
