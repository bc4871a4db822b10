"""The one document at a place of its own: written whole, and kept over the version that was seen.

A sheet of which there is one, words for a topic, how a talk was for me. What is the same for all of them is here: the same
again changes nothing, two windows that wrote at once are both shown, and what lies there unread is never written over.
"""

from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any, ClassVar, Final, Generic, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext_lazy

from bothand.accounts.access import Visit
from bothand.kit.fields import not_kept
from bothand.shell.forms import Form
from bothand.shell.page import Page, render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.records import Record
from bothand.vault.retry import TRIES
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Form)
CHANGED: Final = gettext_lazy("It changed in another window. Save it once more.")


def find_document(space: Space, kind: type[R], place: bytes | None) -> Opened[R] | None:
    """What lies at a place, or the only one of its kind. Raises DidNotOpen, NewerVersion."""
    if place is None:
        return space.only(kind)
    with suppress(Missing):
        return space.get(kind, place)
    return None


def put_document(space: Space, record: R, place: bytes | None, revision: int) -> None:
    """Keep it over the version that was seen, 0 for none; the same again changes nothing.

    Raises Conflict when another window wrote meanwhile; DidNotOpen, NewerVersion where what lies there is left.
    """
    old = find_document(space, type(record), place)
    if old is None:
        space.add(record, place)
    elif old.record != record:
        space.replace(old.seen_at(revision), record)


class SingleView(ABC, Generic[R, F]):
    """What happens at the address of one document, for one request. A room makes a subclass for each kind.

    kind   the record
    place  its id; None for a kind of which there is one in all
    """

    kind: ClassVar[type[Record]]
    place: bytes | None = None

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.visit = Visit(request)
        self.space: Space = self.visit.mine

    @abstractmethod
    def make_form(self, old: Opened[R] | None, sent: QueryDict | None = None) -> F:
        """Its form: as it was sent, or as `old` fills it. It has a field `revision`."""

    @abstractmethod
    def build(self, form: F, old: Opened[R] | None) -> R:
        """The record that a valid form means, over what lies there."""

    @abstractmethod
    def page(self, form: F, old: Opened[R] | None) -> Page:
        """The page with the form."""

    @abstractmethod
    def compare(self, record: R, theirs: Opened[R]) -> Page:
        """The page that shows mine and what another window wrote."""

    @abstractmethod
    def address(self) -> str:
        """Where one comes to after writing it."""

    def find(self) -> Opened[R] | None:
        """What lies there. Raises DidNotOpen, NewerVersion."""
        found: Opened[Any] | None = find_document(self.space, self.kind, self.place)
        return found

    def save(self, record: R, revision: int) -> None:
        """Keep it over the version that was seen. Raises Conflict, DidNotOpen, NewerVersion.

        A room that keeps more with it does so here, in one transaction.
        """
        put_document(self.space, record, self.place, revision)

    def edit(self, tries: int = TRIES) -> HttpResponse:
        """Show it, or keep what was sent, beginning again a few times where it goes in the very moment of writing."""
        if self.request.method != "POST":
            old = self.find()
            return render(self.request, self.page(self.make_form(old), old))
        form, old = self.make_form(None, self.request.POST), None
        try:
            old = self.find()
            form = self.make_form(old, self.request.POST)
            if not form.is_valid():
                return render(self.request, self.page(form, old), status=422)
            self.save(self.build(form, old), form.cleaned_data["revision"])
        except Conflict as conflict:
            if conflict.theirs is None and tries > 1:
                return self.edit(tries - 1)
            if conflict.theirs is not None and conflict.theirs.kind.type is self.kind:
                page = self.compare(self.build(form, conflict.theirs), conflict.theirs)
                return render(self.request, page, status=409)
            form.add_error(None, CHANGED)
            return render(self.request, self.page(form, old), status=409)
        except (DidNotOpen, NewerVersion):
            form.is_valid()
            form.add_error(None, not_kept())
            return render(self.request, self.page(form, old), status=409)
        return HttpResponseRedirect(self.address())
