"""One's own boundaries: the list, one of them, a new one, a changed one, examples to start from."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.content.boundaries import BoundaryExample, boundary_examples
from bothand.domain.boundaries import Boundary, Wording
from bothand.kit import deletion, drafts, texts
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision, not_kept
from bothand.rooms.boundaries import asking, labels, present
from bothand.rooms.boundaries.own.forms import DraftForm, EditForm, fill_draft
from bothand.rooms.boundaries.own.pages import DraftPage, EditPage, ExamplesPage, TwoDraftsPage
from bothand.rooms.boundaries.own.store import at_revision, reword_boundary
from bothand.rooms.boundaries.pages import QuestionPage
from bothand.rooms.boundaries.shared.store import delete_with_copy, end_with_copy, find_copy
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space


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
    return HttpResponseRedirect(reverse("boundaries_show", args=[kept.hex]))


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
        return HttpResponseRedirect(reverse("boundaries_show", args=[kept.hex]))
    try:
        if mine != there.record.words:
            reword_boundary(space, at_revision(there, form.cleaned_data["revision"]), mine, day)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_both(request, form, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]))


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
        action=reverse("boundaries_edit", args=[theirs.hex]),
        back_to=reverse("boundaries_show", args=[theirs.hex]),
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
    copy, _broken = find_copy(request, there.id)
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


@asking.READ_OR_WRITE
def end_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End a boundary, after asking; or let one that ended stand again."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        return render(request, _ask_to_end(request, there))
    day = asking.today(request) if request.POST.get("end") == "1" else None
    revision = Revision().to_python(request.POST.get("revision"))
    try:
        if (there.record.ended is None) != (day is None):
            end_with_copy(request, space, at_revision(there, revision), day)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _ask_to_end(request, conflict.theirs), status=409)
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]))


def _ask_to_end(request: HttpRequest, there: Opened[Boundary]) -> QuestionPage:
    ended = there.record.ended is not None
    copy, _broken = find_copy(request, there.id)
    name = {"name": asking.partner_name(request)}
    lines = [labels.write_opening(there.record.words)]
    if ended:
        lines.append(_("It stands again from today on."))
        lines += [_("The copy that %(name)s can open says so too.") % name] if copy else []
    else:
        lines.append(_("It is yours to end, at any time and without a reason. All its wordings stay."))
        lines += [_("The copy that %(name)s can open reads as ended from today on.") % name] if copy else []
    return QuestionPage(
        title=_("Let it stand again?") if ended else _("End this boundary?"),
        lines=tuple(lines),
        action=reverse("boundaries_end", args=[there.hex]),
        button=_("Let it stand again") if ended else _("End it"),
        back=_("Leave it as it is"),
        back_to=reverse("boundaries_show", args=[there.hex]),
        hidden=(
            Hidden(name="revision", value=str(there.revision)),
            Hidden(name="end", value="0" if ended else "1"),
        ),
    )


@asking.READ_OR_WRITE
def delete_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a boundary from *mine*, after asking; a copy that is shown goes with it."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask_to_delete(request, space.get(Boundary, record_id)))
    try:
        there = space.get(Boundary, record_id)
        revision = Revision().to_python(request.POST.get("revision"))
        delete_with_copy(request, space, at_revision(there, revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask_to_delete(request, conflict.theirs, changed=True), status=409)
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(f"{reverse('boundaries_list')}?done={deletion.deletion_flag()}")


def _ask_to_delete(request: HttpRequest, there: Opened[Boundary], *, changed: bool = False) -> QuestionPage:
    copy, _broken = find_copy(request, there.id)
    name = {"name": asking.partner_name(request)}
    lines = [_("You changed it in another window. This is how it reads now.")] if changed else []
    lines.append(labels.write_opening(there.record.words))
    lines.append(_("It goes at once and for good, with how it read before. What you noted about it stays."))
    if copy is not None:
        lines.append(_("The copy that %(name)s can open goes too.") % name)
    lines.append(_("Older backups still hold it, sealed."))
    return QuestionPage(
        title=_("Delete this boundary?"),
        lines=tuple(lines),
        action=reverse("boundaries_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=reverse("boundaries_show", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
