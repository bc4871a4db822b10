"""Documents that one person writes, changes and deletes: what every room does with them, once.

A room says what is its own: the record, its form, its page and its sentences. What is the same everywhere is here: nothing
typed is lost, two windows that wrote at once are both shown, deleting asks first, and the same form sent twice is one.

>>> class GoalDocument(DocumentView[Goal, GoalForm]):  # doctest: +SKIP
...     kind, form_type = Goal, GoalForm
...     def build(self, form, old): ...
>>> GoalDocument(request).edit(hex_id)  # doctest: +SKIP
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.conflict import VersionsPage
from bothand.kit.deletion import deletion_flag
from bothand.kit.fields import Revision, not_kept
from bothand.kit.form_ids import find_asked_id
from bothand.shell.forms import Form
from bothand.shell.page import Page, render
from bothand.shell.parts import Both, ConfirmPage, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.records import Record
from bothand.vault.space import Space

Text = str | Promise
R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Form)

READ_OR_WRITE: Final = require_http_methods(["GET", "HEAD", "POST"])
"""For views that show a form and take it."""

DELETE: Final = gettext_lazy("Delete")
KEEP: Final = gettext_lazy("Keep it")
GONE: Final = gettext_lazy("It goes at once and for good. Older backups still hold it, sealed.")
"""What is said before something is deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked before a document is deleted. `lines` say what it is and what goes with it; the last line is added.

    `action` and `back_to` are named where they are not `delete_url` and the document's own address.
    """

    title: Text
    lines: tuple[Text, ...]
    action: str = ""
    back_to: str = ""
    button: Text = DELETE
    back: Text = KEEP


class DeletionView(ABC, Generic[R]):
    """Deleting one kind of document, after asking; all that a room needs where nothing is written anew.

    kind          the record
    confirm_type  the page that asks before deleting
    list_url      the name of the url of the list
    delete_url    the name of the url that asks and deletes
    """

    kind: ClassVar[type[Record]]
    confirm_type: ClassVar[type[ConfirmPage]]
    list_url: ClassVar[str] = ""
    delete_url: ClassVar[str] = ""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.visit = Visit(request)
        self.space: Space = self.visit.mine

    @abstractmethod
    def question(self, opened: Opened[R]) -> Question:
        """What is asked before it is deleted."""

    def list_address(self) -> str:
        """Where one comes to after deleting it."""
        return reverse(self.list_url)

    def address(self, opened: Opened[R]) -> str:  # noqa: ARG002  where it has a page of its own
        """Where it is read."""
        return self.list_address()

    def remove(self, old: Opened[R]) -> None:
        """Delete it. Raises Conflict."""
        self.space.remove(old)

    def find(self, hex_id: str) -> Opened[R]:
        """The document at an address. Raises Missing, DidNotOpen."""
        found: Opened[Any] = self.space.get(self.kind, id_of(hex_id))
        return found

    def delete(self, hex_id: str) -> HttpResponse:
        """Delete one, after asking."""
        record_id, after = id_of(hex_id), self.list_address()
        if self.request.method != "POST":
            return render(self.request, self._ask(self.find(hex_id)))
        try:
            old: Opened[Any] = self.space.get(self.kind, record_id)
            after = self.after_deletion(old)
            self.remove(old.seen_at(Revision().to_python(self.request.POST.get("revision"))))
        except Missing:
            pass  # the same form sent twice
        except Conflict as conflict:
            if conflict.theirs is None:
                return HttpResponseRedirect(after)
            return render(self.request, self._ask(conflict.theirs, changed=True), status=409)
        return HttpResponseRedirect(f"{after}?done={deletion_flag()}")

    def after_deletion(self, opened: Opened[R]) -> str:  # noqa: ARG002  where the list is that of something else
        """Where one comes to after deleting this one."""
        return self.list_address()

    def _ask(self, opened: Opened[R], *, changed: bool = False) -> Page:
        question = self.question(opened)
        moved = (_("You changed this in another window. This is how it reads now."),) if changed else ()
        return self.confirm_type(
            title=question.title,
            lines=(*moved, *question.lines, GONE),
            action=question.action or reverse(self.delete_url, args=[opened.hex]),
            button=question.button,
            back=question.back,
            back_to=question.back_to or self.address(opened),
            hidden=(Hidden(name="revision", value=str(opened.revision)),),
            care=True,
        )


class DocumentView(DeletionView[R], Generic[R, F]):
    """What happens to one kind of document at its addresses, for one request. A room makes a subclass for each kind.

    show_url       the name of the url where it is read, and where one comes to after writing it
    edit_url       the name of the url where it is written anew
    form_type      its form, with the fields `id` (FreshId) and `revision` (Revision)
    versions_type  the page that shows two versions
    compared       the fields of the form that are shown side by side, with their labels; the others go along unseen
    rewritable     whether what is shown there can be changed there; otherwise it is read, and the form's fields go along
    keeps_both     whether a second version can become a document of its own
    deleted        what is said when it was deleted while somebody wrote
    """

    show_url: ClassVar[str] = ""
    edit_url: ClassVar[str] = ""
    form_type: ClassVar[type[Form]]
    versions_type: ClassVar[type[VersionsPage]]
    compared: ClassVar[tuple[tuple[str, Text], ...]] = ()
    rewritable: ClassVar[bool] = True
    keeps_both: ClassVar[bool] = True
    deleted: ClassVar[Text] = gettext_lazy("This was deleted while you were writing.")

    # What a room says

    @abstractmethod
    def build(self, form: F, old: R | None) -> R:
        """The record that a valid form means; `old` is what it changes, None for a new one."""

    @abstractmethod
    def fill(self, record: R) -> dict[str, Any]:
        """What the form shows of a record."""

    @abstractmethod
    def page(self, form: F, old: Opened[R] | None, rescued: str = "") -> Page:
        """The page with the form, new or of `old`. `rescued` says why words stand in it that could not be kept."""

    def address(self, opened: Opened[R]) -> str:
        """Where it is read, and where one comes to after writing it."""
        return reverse(self.show_url, args=[opened.hex])

    def edit_address(self, hex_id: str) -> str:
        """Where it is written anew."""
        return reverse(self.edit_url, args=[hex_id])

    def make_form(self, **given: Any) -> F:
        """The form, with `initial` or `data`."""
        form: F = self.form_type(**given)  # type: ignore[assignment]  # a subclass names its own F
        return form

    def pair_versions(self, form: F, theirs: Opened[R]) -> tuple[Both, ...]:
        """Both versions, a field beside a field."""
        now = self.fill(theirs.record)
        return tuple(
            Both(
                label=label,
                name=name,
                mine=self.show_value(name, form.cleaned_data[name]),
                theirs=self.show_value(name, now.get(name)),
            )
            for name, label in self.compared
        )

    def show_value(self, name: str, value: Any) -> str:  # noqa: ARG002  rooms with choices name them
        """How a compared field reads."""
        return "" if value is None else str(value)

    # What a room may do otherwise: several documents at once, in a transaction

    def add(self, record: R, record_id: bytes) -> Opened[R]:
        """Put a new one in. Raises Conflict when something else lies there, DidNotOpen."""
        return self.space.add(record, record_id)

    def replace(self, old: Opened[R], record: R) -> None:
        """Write over it. Raises Conflict, NewerVersion."""
        self.space.replace(old, record)

    def rescue(self, why: Text) -> HttpResponse:
        """What was typed could not be kept where it belongs: it stands in a new form, with an id of its own."""
        told = _("%(why)s Your words are here. You can save them as a new one.") % {"why": why}
        return render(self.request, self.page(self.make_form(initial=self.typed()), None, told), status=409)

    # What every room does

    def typed(self) -> dict[str, Any]:
        """The words of the form that was sent, without the signs that no page can hold."""
        fields = set(self.form_type.base_fields) - {"id", "revision"}
        return {name: str(self.request.POST.get(name, "")).replace("\0", "") for name in fields}

    def create(self, initial: Mapping[str, Any] | None = None) -> HttpResponse:
        """A new one. With `initial`, words from elsewhere stand in its form, and are kept only when sent."""
        if self.request.method != "POST" and (made := self._find_made()) is not None:
            return HttpResponseRedirect(self.edit_address(made.hex))
        if self.request.method != "POST" or initial is not None:
            form = self.make_form(initial=initial)
            return render(self.request, self.page(form, None))
        form = self.make_form(data=self.request.POST)
        if not form.is_valid():
            return render(self.request, self.page(form, None), status=422)
        try:
            kept = self.add(self.build(form, None), form.cleaned_data["id"])
        except Conflict as conflict:
            if conflict.theirs is None or conflict.theirs.kind.type is not self.kind:
                return self.rescue(not_kept())
            return self.compare(form, conflict.theirs)
        except (DidNotOpen, NewerVersion):
            return self.rescue(not_kept())
        return HttpResponseRedirect(self.address(kept))

    def _find_made(self) -> Opened[Any] | None:
        """What the form at this address made already, for who comes back to it."""
        try:
            found = self.space.at(asked) if (asked := find_asked_id()) else None
        except DidNotOpen:
            return None
        return found if found is not None and found.kind.type is self.kind and not found.deleted else None

    def edit(self, hex_id: str) -> HttpResponse:
        """Write one anew: shown first, then kept, beside or instead of what another window wrote meanwhile."""
        if self.request.method != "POST":
            old = self.find(hex_id)
            form = self.make_form(
                initial={**self.fill(old.record), "id": new_id().hex(), "revision": old.revision}
            )
            return render(self.request, self.page(form, old))
        form = self.make_form(data=self.request.POST)
        try:
            old = self.find(hex_id)
            if not form.is_valid():
                return render(self.request, self.page(form, old), status=422)
            kept = self._keep(form, old)
        except Conflict as conflict:
            if conflict.theirs is None:
                return self.rescue(self.deleted)
            return self.compare(form, conflict.theirs)
        except Missing:
            return self.rescue(self.deleted)
        except (DidNotOpen, NewerVersion):
            return self.rescue(not_kept())
        return HttpResponseRedirect(self.address(kept))

    def compare(self, form: F, theirs: Opened[R]) -> HttpResponse:
        """Two windows wrote at once: both are shown, to choose from or to keep both."""
        unseen = (name for name in form.fields if name not in {*dict(self.compared), "id", "revision"})
        page = self.versions_type(
            pairs=self.pair_versions(form, theirs),
            action=self.edit_address(theirs.hex),
            back_to=self.address(theirs),
            hidden=(
                Hidden(name="revision", value=str(theirs.revision)),
                Hidden(name="id", value=new_id().hex()),
                *(
                    Hidden(name=name, value=value)
                    for name in unseen
                    for value in self.request.POST.getlist(name)
                ),
            ),
            typed=self.rewritable,
            both=self.keeps_both,
        )
        return render(self.request, page, status=409)

    def _keep(self, form: F, old: Opened[R]) -> Opened[R]:
        changed = self.build(form, old.record)
        if self.keeps_both and self.request.POST.get("keep") == "both":
            return self.add(changed, form.cleaned_data["id"])
        if changed != old.record:
            self.replace(old.seen_at(form.cleaned_data["revision"]), changed)
        return old
