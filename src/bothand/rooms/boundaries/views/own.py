"""One's own boundaries: the list, one of them, a new one, a changed one, examples to start from."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access, couple_actions
from bothand.content.boundaries import BoundaryExample, boundary_examples
from bothand.domain.boundaries import Boundary, SharedBoundary, Wording
from bothand.kit import deletion, drafts, texts
from bothand.kit.addresses import id_of
from bothand.kit.fields import not_kept
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, labels, present, rules, store
from bothand.rooms.boundaries.forms import DraftForm, EditForm, fill_draft
from bothand.rooms.boundaries.pages import DraftPage, EditPage, ExamplesPage, ListPage, TwoDraftsPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

A_PAGE = 20


@require_safe
def list_boundaries(request: HttpRequest) -> HttpResponse:
    """One's own, those that stand first."""
    space, partner = access.open_mine(request), asking.partner_name(request)
    lot = space.standing(Boundary)
    found = rules.sort_own(lot.items)
    shown, pages = page_of(found, request.GET.get("page", ""), size=A_PAGE, path=reverse("boundaries_list"))
    copies = _list_copy_ids(request) if partner else frozenset()
    at = [couple_actions.copy_id(request, one.id) if partner else b"" for one in shown]
    today = asking.today(request)
    page = ListPage(
        items=tuple(
            present.build_own_row(one, shown=place in copies, partner=partner)
            for one, place in zip(shown, at, strict=True)
        ),
        due=tuple(present.build_due_row(one) for one in found[:A_PAGE] if rules.is_due(one.record, today)),
        pages=pages,
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


def _list_copy_ids(request: HttpRequest) -> frozenset[bytes]:
    mine = access.visitor_of_request(request).account
    return frozenset(
        one.id for one in access.open_ours(request).standing(SharedBoundary).items if one.author == mine
    )


@require_safe
def list_examples(request: HttpRequest) -> HttpResponse:
    """Wordings to start from, by kind."""
    access.open_mine(request)
    known = boundary_examples(texts.text_language())
    page = ExamplesPage(
        groups=tuple(
            (
                str(label),
                tuple(
                    (f"{reverse('boundaries_new')}?from={one.id}", one.text, one.protects)
                    for one in known
                    if one.kind.value == kind
                ),
            )
            for kind, label in labels.KINDS.items()
        )
    )
    return render(request, page)


@asking.READ_OR_WRITE
def add_boundary(request: HttpRequest) -> HttpResponse:
    """A new boundary; `?from=` names an example to start from, another room may hand words over."""
    space, partner = access.open_mine(request), asking.partner_name(request)
    handed = drafts.read_draft(request)
    if request.method != "POST" or handed is not None:
        initial = (
            _fill_example(request.GET.get("from", ""))
            if handed is None
            else {
                "will": handed.text.replace("\0", ""),
                "area": handed.area if handed.area in labels.AREAS else "",
            }
        )
        return render(request, DraftPage(form=DraftForm(initial=initial, partner=partner)))
    form = DraftForm(request.POST, partner=partner)
    if not form.is_valid():
        return render(request, DraftPage(form=form), status=422)
    record = Boundary(words=form.wording(), since=asking.today(request))
    try:
        kept = space.add(record, form.cleaned_data["id"])
    except Conflict as conflict:
        if conflict.theirs is None or not isinstance(conflict.theirs.record, Boundary):
            kept = space.add(record)
        else:
            return render(request, _show_both(request, form, conflict.theirs), status=409)
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(reverse("boundaries_one", args=[kept.hex]))


@asking.READ_OR_WRITE
def edit_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a boundary anew. What was typed about one that is gone comes back as a new one."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    partner = asking.partner_name(request)
    if request.method != "POST":
        there = space.get(Boundary, record_id)
        form = EditForm(
            initial=fill_draft(there.record.words) | {"revision": there.revision}, partner=partner
        )
        return render(request, _build_edit_page(request, form, there))
    form = EditForm(request.POST, partner=partner)
    try:
        there = space.get(Boundary, record_id)
        if not form.is_valid():
            return render(request, _build_edit_page(request, form, there), status=422)
        return _save_changed(request, space, there, form)
    except Missing:
        return _rescue_words(request, _("What you were changing was deleted in another window."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())


def _save_changed(
    request: HttpRequest, space: Space, there: Opened[Boundary], form: EditForm
) -> HttpResponse:
    mine, day = form.wording(), asking.today(request)
    if request.POST.get("keep") == "both":
        kept = space.add(Boundary(words=mine, since=day), form.cleaned_data["id"])
        return HttpResponseRedirect(reverse("boundaries_one", args=[kept.hex]))
    try:
        if mine != there.record.words:
            store.reword_boundary(space, store.at_revision(there, form.cleaned_data["revision"]), mine, day)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_both(request, form, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_one", args=[there.hex]))


def _show_both(request: HttpRequest, form: DraftForm, theirs: Opened[Boundary]) -> TwoDraftsPage:
    """Both wordings; mine goes along, so that either or both can be kept."""
    fields = [name for name in form.fields if name not in {"id", "revision"}]
    along = [
        Hidden(name=name, value=value.replace("\0", ""))
        for name in fields
        for value in request.POST.getlist(name)
    ]
    return TwoDraftsPage(
        pairs=(
            Both(
                label=_("Your boundary"),
                name="boundary",
                mine=_write_text(form.wording()),
                theirs=_write_text(theirs.record.words),
            ),
        ),
        action=reverse("boundaries_change", args=[theirs.hex]),
        back_to=reverse("boundaries_one", args=[theirs.hex]),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="id", value=new_id().hex()),
            *along,
        ),
        typed=False,
        both=True,
    )


def _write_text(one: Wording) -> str:
    firm = labels.name_choice(labels.FIRM, one.firmness)
    area = labels.name_choice(labels.AREAS, one.area)
    lines = [
        labels.write_sentence(one.when, one.will) if one.will else "",
        f"{firm} · {area}" if area else firm,
    ]
    lines += [f"{label}: {text}" for label, text in present.list_details(one)]
    lines += [_("A wish: %(wish)s") % {"wish": one.wish}] if one.wish else []
    return "\n".join(line for line in lines if line)


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """It could not be kept: what was typed stands in a new one, with an id of its own."""
    fields = [name for name in DraftForm.base_fields if name != "id"]
    typed: dict[str, Any] = {name: request.POST.get(name, "").replace("\0", "") for name in fields}
    typed["days"] = request.POST.getlist("days")
    form = DraftForm(initial=typed, partner=asking.partner_name(request))
    return render(request, DraftPage(form=form, rescued=why), status=409)


def _build_edit_page(request: HttpRequest, form: EditForm, there: Opened[Boundary]) -> EditPage:
    copy, _broken = store.find_copy(request, there.id)
    return EditPage(form=form, hex=there.hex, shown=copy is not None)


def _fill_example(wanted: str) -> dict[str, Any]:
    """An example as the form shows it; nothing for any other word in the address."""
    found: BoundaryExample | None = next(
        (one for one in boundary_examples(texts.text_language()) if one.id == wanted), None
    )
    if found is None:
        return {}
    when, will = labels.split_example(found.text)
    return {
        "kind": found.kind.value,
        "area": found.area,
        "when": when,
        "will": will,
        "protects": found.protects,
    }
