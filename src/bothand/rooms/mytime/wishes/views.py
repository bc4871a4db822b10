"""Wishes for my week: written down for the plan that is not there yet, and good for time of one's own until then."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.domain.wishes import Wish
from bothand.kit import deletion, drafts
from bothand.kit.documents import READ_OR_WRITE, DocumentView, Question
from bothand.kit.folding import fold_text
from bothand.kit.form_ids import keep_form_id
from bothand.kit.paging import page_of
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.rooms.mytime.wishes.forms import WishForm, fill_fields, fill_form
from bothand.rooms.mytime.wishes.labels import describe_wish
from bothand.rooms.mytime.wishes.pages import WishesPage, WishPage, WishShown
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id

A_PAGE = 20


@require_safe
def list_wishes(request: HttpRequest) -> HttpResponse:
    """All of them."""
    lot = Visit(request).mine.query(Wish)
    found = sorted(lot.items, key=lambda one: (fold_text(one.record.words), one.id))
    there, pages = page_of(found, request.GET.get("page", ""), size=A_PAGE, path=reverse("mytime_wishes"))
    page = WishesPage(
        wishes=tuple(map(_present_wish, there)),
        pages=pages,
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _present_wish(one: Opened[Wish]) -> WishShown:
    # Time for two is nobody's alone to announce: such a wish is said to the other instead.
    together = one.record.sort == "together"
    return WishShown(
        path=reverse("mytime_wish", args=[one.hex]),
        hex=one.hex,
        words=one.record.words,
        about=describe_wish(one.record),
        take=not together,
        hands=drafts.find_hands("topic", text=one.record.words) if together else (),
    )


class WishDocument(DocumentView[Wish, WishForm]):
    """A wish for my week."""

    kind, form_type = Wish, WishForm
    versions_type, confirm_type = TwoWritesPage, DeletePage

    def build(self, form: WishForm, old: Wish | None) -> Wish:  # noqa: ARG002  a form says all of it
        return form.wish()

    def fill(self, record: Wish) -> dict[str, Any]:
        return fill_form(record)

    def page(self, form: WishForm, old: Opened[Wish] | None, rescued: str = "") -> WishPage:
        return WishPage(form=form, hex=old.hex if old else "", rescued=rescued)

    def address(self, opened: Opened[Wish]) -> str:  # noqa: ARG002  a wish is read in the list
        return self.list_address()

    def list_address(self) -> str:
        return reverse("mytime_wishes")

    def edit_address(self, hex_id: str) -> str:
        return reverse("mytime_wish", args=[hex_id])

    def question(self, opened: Opened[Wish]) -> Question:
        return Question(
            title=_("Delete this wish?"),
            lines=(opened.record.words, describe_wish(opened.record)),
            action=reverse("mytime_wish_delete", args=[opened.hex]),
            back_to=self.edit_address(opened.hex),
            button=_("Remove"),
        )

    def compare(self, form: WishForm, theirs: Opened[Wish]) -> HttpResponse:
        """Both as a line each: what was typed and what was chosen belong together."""
        mine = form.wish()
        again = fill_fields(mine) | {"revision": str(theirs.revision), "id": new_id().hex()}
        lines = [f"{one.words}\n{describe_wish(one)}" for one in (mine, theirs.record)]
        page = TwoWritesPage(
            pairs=(Both(label=_("A wish for your week"), name="wish", mine=lines[0], theirs=lines[1]),),
            action=self.edit_address(theirs.hex),
            back_to=self.list_address(),
            hidden=tuple(Hidden(name=name, value=value) for name, value in again.items()),
            typed=False,
            both=True,
        )
        return render(self.request, page, status=409)


@READ_OR_WRITE
@keep_form_id
def new_wish(request: HttpRequest) -> HttpResponse:
    """A new wish; from an interest with its words, kept only when it is sent."""
    handed = drafts.read_draft(request)
    words = {"words": " ".join(handed.text.split()), "of": request.POST.get("of", "")} if handed else None
    return WishDocument(request).create(words)


@READ_OR_WRITE
def edit_wish(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A wish, changed; after a conflict, mine can be kept instead, or beside."""
    return WishDocument(request).edit(hex_id)


@READ_OR_WRITE
def delete_wish(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a wish away, after asking."""
    return WishDocument(request).delete(hex_id)
