"""A plain kind of document: one form, one list, on pages of the kit. A room with nothing else needs no more than this.

docs/add-a-room.md makes one from the beginning.
"""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, cast

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from bothand.kit.addresses import month_of
from bothand.kit.conflict import VersionsPage
from bothand.kit.deletion import deletion_sentence
from bothand.kit.documents import READ_OR_WRITE, DocumentView, F, Question, R, Text
from bothand.kit.form_ids import keep_form_id
from bothand.kit.manifest import Readable
from bothand.kit.month_links import first_day, link_months
from bothand.kit.paging import page_of
from bothand.shell.forms import Form
from bothand.shell.page import Page, Place, page, render
from bothand.shell.parts import ConfirmPage, Pages
from bothand.vault.body import Opened
from bothand.vault.records import Dated, Shelf, kind_of

A_PAGE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """What a room with one kind of document says, in its own words.

    heading  over the list
    empty    what the list says while there is nothing; it teaches
    new      over the form of a new one, and on the button that leads there
    edit     over the form of one that is changed
    delete   asked before one is deleted
    """

    heading: Text
    empty: Text
    new: Text
    edit: Text
    delete: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainLine:
    """A document in the list."""

    path: str
    text: str
    day: date | None


@page("kit/plain_list.html")
class PlainListPage(Page):
    """The documents of a kind: a month of them where they lie by month."""

    place: ClassVar[Place] = "mine"
    tab: ClassVar[Text] = gettext_lazy("Page")

    sentences: Sentences
    month: date | None
    lines: tuple[PlainLine, ...]
    pages: Pages
    new_path: str
    unopened: int
    said: str


@page("kit/plain_form.html")
class PlainFormPage(Page):
    """One document, new (`delete_path` is "") or to be changed. `rescued` says why words stand here."""

    place: ClassVar[Place] = "mine"
    tab: ClassVar[Text] = gettext_lazy("Page")

    heading: Text
    form: Form
    path: str
    list_path: str
    delete_path: str
    rescued: str


@page()
class PlainVersionsPage(VersionsPage):
    """One document, changed in two windows."""

    place: ClassVar[Place] = "mine"


@page()
class PlainConfirmPage(ConfirmPage):
    """Asks before a document is deleted."""

    place: ClassVar[Place] = "mine"


class PlainDocument(DocumentView[R, F]):
    """A kind with one form and one list.

    name       the room's name: its urls are `NAME_list`, `NAME_month`, `NAME_new`, `NAME_edit`, `NAME_delete`
    sentences  what the pages say
    compared   as in `DocumentView`; the first of them is what the list shows
    """

    name: ClassVar[str]
    sentences: ClassVar[Sentences]
    versions_type = PlainVersionsPage
    confirm_type = PlainConfirmPage

    @abstractmethod
    def build(self, form: F, old: R | None) -> R:
        """The record that a valid form means; `old` is what it changes, None for a new one."""

    def fill(self, record: R) -> dict[str, object]:
        """Each field of the form from the record's field of the same name."""
        return {name: getattr(record, name) for name, _label in self.compared}

    def page(self, form: F, old: Opened[R] | None, rescued: str = "") -> Page:
        """The kit's own page around the form."""
        return PlainFormPage(
            heading=self.sentences.new if old is None else self.sentences.edit,
            form=form,
            path=reverse(f"{self.name}_new") if old is None else self.edit_address(old.hex),
            list_path=self.list_address(),
            delete_path="" if old is None else self._delete_address(old),
            rescued=rescued,
        )

    def address(self, opened: Opened[R]) -> str:  # noqa: ARG002  the list shows it
        """The list."""
        return self.list_address()

    def edit_address(self, hex_id: str) -> str:
        """Where it is read and written anew."""
        return reverse(f"{self.name}_edit", args=[hex_id])

    def list_address(self) -> str:
        """The list."""
        return reverse(f"{self.name}_list")

    def question(self, opened: Opened[R]) -> Question:
        """What is asked before it is deleted."""
        return Question(
            title=self.sentences.delete,
            lines=(self._text(opened.record),),
            action=self._delete_address(opened),
            back_to=self.edit_address(opened.hex),
        )

    def list(self, month: str = "") -> HttpResponse:
        """Everything of the kind, or the month wanted, else the newest with something in it."""
        shown, months = "", None
        if kind_of(self.kind).shelf is Shelf.STANDS:
            lot = self.space.query(self.kind)
        else:
            months = self.space.months_beside(kind_of(self.kind).shelf, month)
            shown = months.shown
            lot = self.space.query(self.kind, months=[shown] if shown else [])
        newest = sorted(lot.items, key=lambda each: (each.created, each.id), reverse=True)
        where = reverse(f"{self.name}_month", args=[shown]) if shown else self.list_address()
        some, pages = page_of(newest, self.request.GET.get("page", ""), size=A_PAGE, path=where)
        if months is not None:
            pages = link_months(months, f"{self.name}_month", within=pages)
        return render(
            self.request,
            PlainListPage(
                sentences=self.sentences,
                month=first_day(shown) if shown else None,
                lines=tuple(self._line(cast("Opened[R]", each)) for each in some),
                pages=pages,
                new_path=reverse(f"{self.name}_new"),
                unopened=lot.unopened,
                said=deletion_sentence(self.request.GET.get("done", "")),
            ),
        )

    @classmethod
    def read(cls, record: R) -> Readable:
        """How a record reads in an export: each compared field under its label."""
        pairs = tuple((str(label), str(getattr(record, name))) for name, label in cls.compared)
        return Readable(heading=pairs[0][1], pairs=pairs[1:])

    def _line(self, opened: Opened[R]) -> PlainLine:
        record = opened.record
        day = record.day if isinstance(record, Dated) else None
        return PlainLine(path=self.edit_address(opened.hex), text=self._text(record), day=day)

    def _text(self, record: R) -> str:
        return str(getattr(record, self.compared[0][0])) or _("Nothing written yet")

    def _delete_address(self, opened: Opened[R]) -> str:
        return reverse(f"{self.name}_delete", args=[opened.hex])


def plain_urls(document: type[PlainDocument[R, F]]) -> list[URLPattern]:
    """The addresses of a plain kind of document: its list, a month of it, a new one, one of them, deleting it."""

    @require_safe
    def list_documents(request: HttpRequest, month: str = "") -> HttpResponse:
        return document(request).list(month_of(month) if month else "")

    @READ_OR_WRITE
    @keep_form_id
    def create_document(request: HttpRequest) -> HttpResponse:
        return document(request).create()

    @READ_OR_WRITE
    def edit_document(request: HttpRequest, hex_id: str) -> HttpResponse:
        return document(request).edit(hex_id)

    @READ_OR_WRITE
    def delete_document(request: HttpRequest, hex_id: str) -> HttpResponse:
        return document(request).delete(hex_id)

    name = document.name
    return [
        path("", list_documents, name=f"{name}_list"),
        path("month/<str:month>/", list_documents, name=f"{name}_month"),
        path("new/", create_document, name=f"{name}_new"),
        path("<str:hex_id>/", edit_document, name=f"{name}_edit"),
        path("<str:hex_id>/delete/", delete_document, name=f"{name}_delete"),
    ]
