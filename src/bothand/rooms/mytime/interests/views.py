"""What I love, loved, or want to try."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit import drafts
from bothand.kit.documents import READ_OR_WRITE, DocumentView, Question
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.mytime.interests.forms import InterestForm
from bothand.rooms.mytime.interests.labels import SORTS
from bothand.rooms.mytime.interests.pages import InterestPage
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id


class InterestDocument(DocumentView[Interest, InterestForm]):
    """Something I love, loved, or want to try."""

    kind, form_type = Interest, InterestForm
    versions_type, confirm_type = TwoWritesPage, DeletePage
    compared = (("words", gettext_lazy("What it is")), ("note", gettext_lazy("Your note")))

    def build(self, form: InterestForm, old: Interest | None) -> Interest:  # noqa: ARG002  a form says all of it
        return form.interest()

    def fill(self, record: Interest) -> dict[str, Any]:
        return {"words": record.words, "sort": record.sort, "note": record.note}

    def page(self, form: InterestForm, old: Opened[Interest] | None, rescued: str = "") -> InterestPage:
        if old is None:
            return InterestPage(form=form, hex="", rescued=rescued)
        if form.is_bound:
            return InterestPage(form=form, hex=old.hex)
        words = old.record.words
        hands = drafts.find_hands("goal", "page", "topic", text=words)
        return InterestPage(form=form, hex=old.hex, words=words, hands=hands)

    def address(self, opened: Opened[Interest]) -> str:  # noqa: ARG002  it stands on the first page
        return self.list_address()

    def list_address(self) -> str:
        return reverse("mytime_own")

    def edit_address(self, hex_id: str) -> str:
        return reverse("mytime_edit", args=[hex_id])

    def question(self, opened: Opened[Interest]) -> Question:
        return Question(
            title=_("Delete “%(words)s”?") % {"words": opened.record.words},
            lines=(str(SORTS.get(opened.record.sort, "")),),
            action=reverse("mytime_delete", args=[opened.hex]),
            back_to=self.edit_address(opened.hex),
        )

    def compare(self, form: InterestForm, theirs: Opened[Interest]) -> HttpResponse:
        """Both, to choose from; where only the choice differs, it is shown in the words' place."""
        mine = form.interest()
        if (mine.words, mine.note) != (theirs.record.words, theirs.record.note):
            return super().compare(form, theirs)
        again = self.fill(mine) | {"revision": str(theirs.revision), "id": new_id().hex()}
        chosen = [str(SORTS[one.sort]) for one in (mine, theirs.record)]
        page = TwoWritesPage(
            pairs=(Both(label=mine.words, name="chosen", mine=chosen[0], theirs=chosen[1]),),
            action=self.edit_address(theirs.hex),
            back_to=self.list_address(),
            hidden=tuple(Hidden(name=name, value=value) for name, value in again.items()),
            typed=False,
            both=True,
        )
        return render(self.request, page, status=409)


@READ_OR_WRITE
@keep_form_id
def new_interest(request: HttpRequest) -> HttpResponse:
    """Something new; with words from another room, when it handed some over."""
    handed = drafts.read_draft(request)
    words = {"words": " ".join(handed.text.split()), "sort": "try"} if handed else None
    return InterestDocument(request).create(words)


@READ_OR_WRITE
def edit_interest(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Something changed; after a conflict, mine can be kept instead, or beside."""
    return InterestDocument(request).edit(hex_id)


@READ_OR_WRITE
def delete_interest(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete something, after asking."""
    return InterestDocument(request).delete(hex_id)
