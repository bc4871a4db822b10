"""Making something good again: the only thing about a crossed limit that either ever shows, and only by choice."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of, month_of
from bothand.kit.month_links import first_day, link_months
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import asking, labels, present, rules
from bothand.rooms.boundaries.answers.pages import TwoAnswersPage
from bothand.rooms.boundaries.answers.views.answers import show_gone
from bothand.rooms.boundaries.own.views.rehearsals import list_starts
from bothand.rooms.boundaries.records import Repair
from bothand.rooms.boundaries.repairs.forms import RepairForm
from bothand.rooms.boundaries.repairs.pages import RepairPage, RepairsPage
from bothand.rooms.boundaries.repairs.store import drop_repair, save_repair
from bothand.rooms.boundaries.shared.store import find_shared
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.records import Shelf

A_PAGE = 20


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
        save_repair(request, repair, form.cleaned_data["revision"])
    except Conflict as conflict:
        if conflict.theirs is not None and not conflict.theirs.deleted:
            return render(request, _show_both(repair, conflict.theirs), status=409)
        # Taken back in another window meanwhile: what was written now is said anew.
        save_repair(request, repair, 0)
    except asking.SHUT:
        form.add_error(None, asking.shut())
        return render(request, _build_page(request, form, there), status=409)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[there.hex]))


def _show_both(mine: Repair, theirs: Opened[Repair]) -> TwoAnswersPage:
    labels = {"words": _("What you want to say"), "next": _("What you will do from now on")}
    where = mine.boundary.hex()
    return TwoAnswersPage(
        pairs=tuple(
            Both(label=label, name=name, mine=getattr(mine, name), theirs=getattr(theirs.record, name))
            for name, label in labels.items()
        ),
        action=reverse("boundaries_repair", args=[where]),
        back_to=reverse("boundaries_shared_show", args=[where]),
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
        drop_repair(request, there.id, asking.today(request))
    except Conflict:
        pass  # said anew or taken back this very moment: the page shows how it is
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[there.hex]))


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
        back=reverse("boundaries_shared_show", args=[there.hex]),
    )


@require_safe
def list_repairs(request: HttpRequest, hex_id: str, month: str = "") -> HttpResponse:
    """What either said in a month to make something good again; without one, in this month. Both read the same."""
    ours, _partner, there = find_shared(request, hex_id)
    today, names = asking.today(request), asking.names(request)
    shown = month_of(month) if month else f"{today:%Y-%m}"
    lot = ours.months(Repair, [shown])
    found = rules.sort_repairs(lot.items, there.id, tuple(names))
    path = _link_month(there.hex, shown)
    said, within = page_of(found, request.GET.get("page", ""), size=A_PAGE, path=path)
    months = ours.months_beside(Shelf.ACCUMULATES, today, shown)
    page = RepairsPage(
        month=first_day(shown),
        repairs=tuple(present.show_repair(one, names, own=False) for one in said),
        pages=link_months(months, "boundaries_repairs_month", there.hex, within=within),
        unopened=lot.unopened,
        back=reverse("boundaries_shared_show", args=[there.hex]),
    )
    return render(request, page)


def _link_month(hex_id: str, month: str) -> str:
    return reverse("boundaries_repairs_month", args=[hex_id, month])
