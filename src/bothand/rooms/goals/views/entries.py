"""How it goes with a goal, in one's own words: new, changed, deleted."""

from functools import cached_property
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE, DocumentView, Question, Text
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.goals import store
from bothand.rooms.goals.forms import EntryForm
from bothand.rooms.goals.pages import DeletePage, EntryFormPage, TwoEntriesPage
from bothand.rooms.goals.present import link_goal
from bothand.rooms.goals.records import Entry, Goal
from bothand.shell.errors import not_written
from bothand.shell.page import Page
from bothand.vault.body import Opened
from bothand.vault.errors import Missing

EXCERPT = 220


class EntryDocument(DocumentView[Entry, EntryForm]):
    """What somebody wrote about how it goes with a goal. `goal_hex` is the goal of a new one."""

    kind, form_type = Entry, EntryForm
    versions_type, confirm_type = TwoEntriesPage, DeletePage
    list_url, edit_url, delete_url = "goals_list", "goals_entry", "goals_entry_delete"
    compared = (("text", gettext_lazy("Your words")),)

    def __init__(self, request: HttpRequest, goal_hex: str = "") -> None:
        super().__init__(request)
        self.goal_hex = goal_hex

    @cached_property
    def goal(self) -> Opened[Goal]:
        """The goal of a new one. Raises Missing, DidNotOpen, NewerVersion."""
        return self.space.get(Goal, id_of(self.goal_hex))

    def build(self, form: EntryForm, old: Entry | None) -> Entry:
        text = form.cleaned_data["text"]
        if old is None:
            return Entry(day=self.visit.today, goal=self.goal.id, text=text)
        return msgspec.structs.replace(old, text=text)

    def fill(self, record: Entry) -> dict[str, Any]:
        return {"text": record.text}

    def page(self, form: EntryForm, old: Opened[Entry] | None, rescued: str = "") -> Page:
        if old is None:
            return EntryFormPage(form=form, goal=self.goal.hex, text=self.goal.record.text, rescued=rescued)
        return EntryFormPage(form=form, hex=old.hex, goal=old.record.goal.hex(), day=old.record.day)

    def address(self, opened: Opened[Entry]) -> str:
        return link_goal(opened.record.goal.hex())

    def after_deletion(self, opened: Opened[Entry]) -> str:
        return self.address(opened)

    def add(self, record: Entry, record_id: bytes) -> Opened[Entry]:
        return store.add_entry(self.space, record, record_id)

    def remove(self, old: Opened[Entry]) -> None:
        store.remove_entry(self.space, old)

    def rescue(self, why: Text) -> HttpResponse:
        # Its goal may be gone as well, so there is no form to put the words into: they are shown, to copy.
        return not_written(self.request, why, _("It was not saved."))

    def question(self, opened: Opened[Entry]) -> Question:
        day = date_format(opened.record.day, "j F Y")
        return Question(
            title=_("Delete what you wrote on %(day)s?") % {"day": day},
            lines=(Truncator(opened.record.text).chars(EXCERPT),),
            back_to=self.edit_address(opened.hex),
        )


@READ_OR_WRITE
@keep_form_id
def add_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A new entry about a goal."""
    document = EntryDocument(request, hex_id)
    try:
        return document.create()
    except Missing:
        if request.method != "POST":
            raise
        return document.rescue(_("This goal was deleted while you were writing."))


@READ_OR_WRITE
def edit_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """An entry, to read and to write anew."""
    return EntryDocument(request).edit(hex_id)


@READ_OR_WRITE
def delete_entry(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete an entry, after asking."""
    return EntryDocument(request).delete(hex_id)
