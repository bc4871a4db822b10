"""New pages, changed pages, deleted pages."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit.documents import READ_OR_WRITE, DocumentView, Question
from bothand.kit.drafts import read_draft
from bothand.kit.finding import EXCERPT_LETTERS, cut_text
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.journal.entries import store
from bothand.rooms.journal.entries.forms import EntryForm
from bothand.rooms.journal.entries.pages import EditPage, WritePage
from bothand.rooms.journal.entries.present import (
    check_prompt,
    find_writing_address,
    list_prompt_ids,
    quote_question,
)
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.entries.rules import next_prompt
from bothand.rooms.journal.pages import DeletePage, TwoWritesPage
from bothand.shell.page import Page
from bothand.vault.body import Opened


class EntryDocument(DocumentView[Entry, EntryForm]):
    """A page of the diary."""

    kind, form_type = Entry, EntryForm
    versions_type, confirm_type = TwoWritesPage, DeletePage
    compared = (("text", gettext_lazy("Your words")),)
    deleted = gettext_lazy("This page was deleted while you were writing.")

    def build(self, form: EntryForm, old: Entry | None) -> Entry:
        text = form.cleaned_data["text"]
        if old is not None:
            return msgspec.structs.replace(old, text=text)
        now = self.visit.now
        return Entry(day=now.date(), at=f"{now:%H:%M}", prompt_id=self.prompt_of(form), text=text)

    def fill(self, record: Entry) -> dict[str, Any]:
        return {"text": record.text, "prompt": record.prompt_id}

    def page(self, form: EntryForm, old: Opened[Entry] | None, rescued: str = "") -> Page:
        if old is not None:
            asked = quote_question(old.record.prompt_id, self.visit.partner_name)
            return EditPage(form=form, hex=old.hex, day=old.record.day, asked=asked)
        prompt = self.prompt_of(form)
        return WritePage(
            form=form,
            prompt=" ".join(quote_question(prompt, self.visit.partner_name)),
            other=find_writing_address(next_prompt(prompt, list_prompt_ids())),
            rescued=rescued,
        )

    def prompt_of(self, form: EntryForm) -> str:
        """The id of what a new page answers, "" for nothing."""
        return check_prompt(form["prompt"].value())

    def address(self, opened: Opened[Entry]) -> str:
        return reverse("journal_entry", args=[opened.hex])

    def edit_address(self, hex_id: str) -> str:
        return reverse("journal_edit", args=[hex_id])

    def list_address(self) -> str:
        return reverse("journal_list")

    def question(self, opened: Opened[Entry]) -> Question:
        return Question(
            title=_("Delete what you wrote on %(day)s?") % {"day": date_format(opened.record.day, "j F Y")},
            lines=(cut_text(opened.record.text, EXCERPT_LETTERS),),
            action=reverse("journal_delete", args=[opened.hex]),
            back_to=self.address(opened),
            button=_("Delete this page"),
        )

    def add(self, record: Entry, record_id: bytes) -> Opened[Entry]:
        return store.write_entry(self.space, record, record_id)

    def remove(self, old: Opened[Entry]) -> None:
        store.delete_entry(self.space, old)


@READ_OR_WRITE
@keep_form_id
def new_entry(request: HttpRequest) -> HttpResponse:
    """A new page; `?prompt=` names what it answers. Words from another room stand in it, and are kept only when sent."""
    document, handed = EntryDocument(request), read_draft(request)
    if handed is not None:
        return document.create({"text": handed.text.replace("\0", "")})
    asked = {"prompt": check_prompt(request.GET.get("prompt"))}
    return document.create(None if request.method == "POST" else asked)


@READ_OR_WRITE
def edit_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a page anew."""
    return EntryDocument(request).edit(hex_id)


@READ_OR_WRITE
def delete_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a page, after asking."""
    return EntryDocument(request).delete(hex_id)
