"""Making something good again: the only thing about a crossed limit that either ever shows, and only by choice."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of
from bothand.rooms.boundaries import asking, labels, present, rules, store
from bothand.rooms.boundaries.forms import RepairForm
from bothand.rooms.boundaries.pages_between import RepairPage, TwoAnswersPage
from bothand.rooms.boundaries.records import Repair
from bothand.rooms.boundaries.views.answering import show_gone
from bothand.rooms.boundaries.views.saying import list_starts
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@asking.READ_OR_WRITE
def edit_repair(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Words first; then what the other will see; then, when that is sent, exactly this."""
    record_id = id_of(hex_id)
    try:
        there = _find_shared(request, record_id)
    except (Alone, Missing):
        if request.method == "POST":
            return show_gone(request, _read_typed(request, record_id))
        raise Missing from None
    day = asking.today(request)
    if request.method != "POST":
        return render(request, _build_page(request, RepairForm(initial=_fill_form(request, there)), there))
    form = RepairForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(request, form, there), status=422)
    repair = Repair(
        day=day, boundary=there.id, words=form.cleaned_data["words"], next=form.cleaned_data["next"]
    )
    if request.POST.get("step") != "show":
        return render(request, _build_page(request, form, there, present.list_repair_lines(repair)))
    return _save_repair(request, form, there, repair)


def _read_typed(request: HttpRequest, boundary: bytes) -> tuple[tuple[str, str], ...]:
    """What was typed, with its labels."""
    typed = {name: request.POST.get(name, "").replace("\0", "") for name in ("words", "next")}
    return present.list_repair_lines(Repair(day=asking.today(request), boundary=boundary, **typed))


def _save_repair(
    request: HttpRequest, form: RepairForm, there: Opened[SharedBoundary], repair: Repair
) -> HttpResponse:
    try:
        store.save_repair(request, repair, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is not None and not conflict.theirs.deleted:
            return render(request, _show_both(repair, conflict.theirs), status=409)
        # Taken back in another window meanwhile: what was written now is said anew.
        store.save_repair(request, repair, 0)
    except asking.SHUT:
        form.add_error(None, asking.shut())
        return render(request, _build_page(request, form, there), status=409)
    return HttpResponseRedirect(reverse("boundaries_between", args=[there.hex]))


def _show_both(mine: Repair, theirs: Opened[Repair]) -> TwoAnswersPage:
    labels = {"words": _("What you want to say"), "next": _("What you will do from now on")}
    where = mine.boundary.hex()
    return TwoAnswersPage(
        pairs=tuple(
            Both(label=label, name=name, mine=getattr(mine, name), theirs=getattr(theirs.record, name))
            for name, label in labels.items()
        ),
        action=reverse("boundaries_mend", args=[where]),
        back_to=reverse("boundaries_between", args=[where]),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="step", value="show"),
        ),
    )


@require_POST
def withdraw_repair(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take back what one said today to make it good again."""
    try:
        there = _find_shared(request, id_of(hex_id))
    except Alone:
        raise Missing from None
    try:
        store.drop_repair(request, there.id, asking.today(request))
    except Conflict:
        pass  # said anew or taken back this very moment: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_between", args=[there.hex]))


def _find_shared(request: HttpRequest, record_id: bytes) -> Opened[SharedBoundary]:
    """A boundary that one of the two shows. Raises Locked, Alone, Missing, DidNotOpen."""
    ours, partner = asking.space_to_write(request), asking.partner_of(request)
    there = ours.get(SharedBoundary, record_id)
    if there.author not in (partner.account, access.visitor_of_request(request).account):
        raise Missing
    return there


def _fill_form(request: HttpRequest, there: Opened[SharedBoundary]) -> dict[str, str | int]:
    """What one said today already: saying more puts it in the place of that."""
    found = shared_copy.copy_of(request, Repair, rules.place_repair(there.id, asking.today(request)))
    if found is None:
        return {"revision": 0}
    return {"words": found.record.words, "next": found.record.next, "revision": found.revision}


def _build_page(
    request: HttpRequest,
    form: RepairForm,
    there: Opened[SharedBoundary],
    preview: tuple[tuple[str, str], ...] = (),
) -> RepairPage:
    own = there.author == access.visitor_of_request(request).account
    return RepairPage(
        form=form,
        hex=there.hex,
        about=labels.write_opening(there.record.words),
        own=own,
        preview=preview,
        starts=list_starts("need", "feel") if own else list_starts("own"),
        back=reverse("boundaries_between", args=[there.hex]),
    )
