"""Writing a boundary of one's own, new or anew, ending and deleting it; wordings to start from."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.content.boundaries import BoundaryExample, boundary_examples
from bothand.domain.boundaries import Boundary, Wording
from bothand.kit import drafts, texts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE, DocumentView, Question
from bothand.kit.few import build_filter, show_few
from bothand.kit.fields import Revision
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.boundaries import labels, present
from bothand.rooms.boundaries.own.forms import BoundaryForm, fill_draft
from bothand.rooms.boundaries.own.pages import DraftPage, EditPage, ExampleLine, ExamplesPage, TwoDraftsPage
from bothand.rooms.boundaries.own.store import reword_boundary
from bothand.rooms.boundaries.pages import QuestionPage
from bothand.rooms.boundaries.shared.store import delete_with_copy, end_with_copy, find_copy
from bothand.shell.page import Page, render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing

NUMBERED: Final = {
    name: {str(number): key for number, key in enumerate(words, 1)}
    for name, words in (("about", labels.AREAS), ("kind", labels.KINDS))
}
"""What wordings to start from are chosen by. An address, which history keeps, has its number only."""


class BoundaryDocument(DocumentView[Boundary, BoundaryForm]):
    """A boundary, written and changed. How it read before is kept, and a copy stays as it was shown."""

    kind, form_type = Boundary, BoundaryForm
    versions_type, confirm_type = TwoDraftsPage, QuestionPage
    list_url, show_url = "boundaries_list", "boundaries_show"
    edit_url, delete_url = "boundaries_edit", "boundaries_delete"
    rewritable = False
    deleted = gettext_lazy("What you were changing was deleted in another window.")

    def build(self, form: BoundaryForm, old: Boundary | None) -> Boundary:
        if old is None:
            return Boundary(words=form.wording(), since=self.visit.today)
        return msgspec.structs.replace(old, words=form.wording())

    def fill(self, record: Boundary) -> dict[str, Any]:
        return fill_draft(record.words)

    def page(self, form: BoundaryForm, old: Opened[Boundary] | None, rescued: str = "") -> Page:
        if old is None:
            return DraftPage(form=form, rescued=rescued)
        return EditPage(form=form, hex=old.hex, shown=find_copy(self.request, old.id)[0] is not None)

    def add(self, record: Boundary, record_id: bytes) -> Opened[Boundary]:
        # What is kept beside another one takes its words along, and nothing else of it.
        return self.space.add(Boundary(words=record.words, since=self.visit.today), record_id)

    def replace(self, old: Opened[Boundary], record: Boundary) -> None:
        reword_boundary(self.space, old, record.words, self.visit.today)

    def remove(self, old: Opened[Boundary]) -> None:
        delete_with_copy(self.request, old)

    def typed(self) -> dict[str, Any]:
        return super().typed() | {"days": self.request.POST.getlist("days")}

    def pair_versions(self, form: BoundaryForm, theirs: Opened[Boundary]) -> tuple[Both, ...]:
        mine, other = _write_text(form.wording()), _write_text(theirs.record.words)
        return (Both(label=_("Your boundary"), name="boundary", mine=mine, theirs=other),)

    def question(self, opened: Opened[Boundary]) -> Question:
        copy, _broken = find_copy(self.request, opened.id)
        name = {"name": self.visit.partner_name}
        return Question(
            title=_("Delete this boundary?"),
            lines=(
                labels.write_opening(opened.record.words),
                _("Its earlier wordings are deleted with it. What you noted about it stays."),
                *([_("The copy %(name)s can open is deleted too.") % name] if copy else []),
            ),
        )

    def make_form(self, **given: Any) -> BoundaryForm:
        return BoundaryForm(partner=self.visit.partner_name, **given)


@READ_OR_WRITE
@keep_form_id
def add_boundary(request: HttpRequest) -> HttpResponse:
    """A new boundary; `?from=` names an example to start from, another room may hand words over."""
    draft, initial = drafts.read_draft(request), None
    if draft is not None:
        area = draft.area if draft.area in labels.AREAS else ""
        initial = {"will": draft.text.replace("\0", ""), "area": area}
    elif request.method != "POST":
        initial = _fill_example(request.GET.get("from", ""))
    return BoundaryDocument(request).create(initial)


@READ_OR_WRITE
def edit_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a boundary anew. What was typed about one that is gone comes back as a new one."""
    return BoundaryDocument(request).edit(hex_id)


@READ_OR_WRITE
def delete_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a boundary from *mine*, after asking; a copy that is shown goes with it."""
    return BoundaryDocument(request).delete(hex_id)


@READ_OR_WRITE
def end_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End a boundary, after asking; or let one that ended stand again."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        return render(request, _ask_to_end(request, boundary))
    day = visit.today if request.POST.get("end") == "1" else None
    revision = Revision().to_python(request.POST.get("revision"))
    try:
        if (boundary.record.ended is None) != (day is None):
            end_with_copy(request, boundary.seen_at(revision), day)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _ask_to_end(request, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]))


@require_safe
def list_examples(request: HttpRequest) -> HttpResponse:
    """Wordings to start from: one, and a few more, of the kind and about the part of life that were chosen."""
    access.open_mine(request)
    chosen = {name: request.GET.get(name, "") for name in ("about", "kind")}
    about, kind = (NUMBERED[name].get(number, "") for name, number in chosen.items())
    fitting = [
        example
        for example in boundary_examples(texts.text_language())
        if example.area == (about or example.area) and example.kind.value == (kind or example.kind.value)
    ]
    path = reverse("boundaries_examples")
    abouts = [("", pgettext("about", "Anything")), *_number_labels(labels.AREAS)]
    kinds = [("", pgettext("kind", "Any")), *_number_labels(labels.KINDS)]
    few = show_few(fitting, request.GET.get("at", ""), chosen, path=path)
    page = ExamplesPage(
        filters=(
            build_filter(_("About"), "about", abouts, chosen, path=path),
            build_filter(_("Kind"), "kind", kinds, chosen, path=path),
        ),
        one=_show_example(few.one),
        more=tuple(map(_show_example, few.more)),
        another=few.another,
        others=few.others,
    )
    return render(request, page)


def _number_labels(words: Mapping[str, Promise]) -> list[tuple[str, str | Promise]]:
    return [(str(number), label) for number, label in enumerate(words.values(), 1)]


def _show_example(example: BoundaryExample) -> ExampleLine:
    return ExampleLine(
        path=f"{reverse('boundaries_new')}?from={example.id}",
        text=example.text,
        protects=example.protects,
        about=labels.AREAS[example.area],
        kind=labels.KINDS[example.kind.value],
    )


def _ask_to_end(request: HttpRequest, boundary: Opened[Boundary]) -> QuestionPage:
    ended = boundary.record.ended is not None
    copy, _broken = find_copy(request, boundary.id)
    name = {"name": Visit(request).partner_name}
    lines = [labels.write_opening(boundary.record.words)]
    if ended:
        lines.append(_("It holds again from today."))
        lines += [_("The copy %(name)s can open says so too.") % name] if copy else []
    else:
        lines.append(_("You can end it at any time, without a reason. All its wordings are kept."))
        lines += [_("The copy %(name)s can open will say that it ended today.") % name] if copy else []
    return QuestionPage(
        title=_("Bring it back?") if ended else _("End this boundary?"),
        lines=tuple(lines),
        action=reverse("boundaries_end", args=[boundary.hex]),
        button=_("Bring it back") if ended else _("End it"),
        back=_("Leave it as it is"),
        back_to=reverse("boundaries_show", args=[boundary.hex]),
        hidden=(
            Hidden(name="revision", value=str(boundary.revision)),
            Hidden(name="end", value="0" if ended else "1"),
        ),
    )


def _write_text(words: Wording) -> str:
    firm = labels.name_choice(labels.FIRM, words.firmness)
    area = labels.name_choice(labels.AREAS, words.area)
    lines = [
        labels.write_sentence(words.when, words.will) if words.will else "",
        f"{firm} · {area}" if area else firm,
        *(f"{label}: {text}" for label, text in present.list_details(words)),
        _("A wish: %(wish)s") % {"wish": words.wish} if words.wish else "",
    ]
    return "\n".join(line for line in lines if line)


def _fill_example(wanted: str) -> dict[str, Any]:
    """An example as the form shows it; nothing for any other word in the address."""
    examples = {example.id: example for example in boundary_examples(texts.text_language())}
    example = examples.get(wanted)
    if example is None:
        return {}
    when, will = labels.split_example(example.text)
    return {
        "kind": example.kind.value,
        "area": example.area,
        "when": when,
        "will": will,
        "protects": example.protects,
    }
