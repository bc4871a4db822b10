"""Making something good again: the only thing about a crossed limit that either ever shows, and only by choice."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone
from bothand.domain.boundaries import SharedBoundary
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of, month_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.month_links import first_day, link_months
from bothand.kit.paging import page_of
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.answers.views.answers import fill_parts, read_typed, show_both, show_gone
from bothand.rooms.boundaries.own.views.rehearsals import list_starts
from bothand.rooms.boundaries.records import Repair
from bothand.rooms.boundaries.repairs.forms import RepairForm
from bothand.rooms.boundaries.repairs.pages import RepairPage, RepairsPage
from bothand.rooms.boundaries.repairs.store import drop_repair, save_repair
from bothand.rooms.boundaries.shared.store import SHUT, find_shared
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.records import Shelf

A_PAGE = 20
PARTS = ("words", "next")


@READ_OR_WRITE
def edit_repair(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Words first; then what the other will see; then, when that is sent, exactly this."""
    visit = Visit(request)
    try:
        shared = find_shared(visit, id_of(hex_id), write=True)
    except (Alone, Missing):
        if request.method != "POST":
            raise Missing from None
        typed = Repair(day=visit.today, boundary=b"", **read_typed(request, *PARTS))
        return show_gone(request, present.list_repair_lines(typed))
    if request.method != "POST":
        # Saying more on one day puts it in the place of what was said before.
        old = shared_copy.copy_of(request, Repair, rules.place_repair(shared.id, visit.today))
        return render(request, _build_page(visit, RepairForm(initial=fill_parts(old, *PARTS)), shared))
    form = RepairForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(visit, form, shared), status=422)
    repair = Repair(
        day=visit.today, boundary=shared.id, words=form.cleaned_data["words"], next=form.cleaned_data["next"]
    )
    if request.POST.get("step") != "show":
        preview = present.list_repair_lines(repair)
        return render(request, _build_page(visit, form, shared, preview))
    try:
        save_repair(request, repair, form.cleaned_data["revision"])
    except Conflict as conflict:
        return show_both(
            request,
            form,
            conflict.theirs,
            PARTS,
            action=reverse("boundaries_repair", args=[shared.hex]),
            boundary=shared.id,
            hidden=(Hidden(name="step", value="show"),),
        )
    except SHUT:
        form.add_error(None, labels.SHUT)
        return render(request, _build_page(visit, form, shared), status=409)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[shared.hex]))


@require_POST
def withdraw_repair(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take back what one said today to make it good again."""
    visit = Visit(request)
    shared = find_shared(visit, id_of(hex_id), write=True)
    with suppress(Conflict):  # said anew or taken back this very moment: the page shows how it is
        drop_repair(request, shared.id, visit.today)
    return HttpResponseRedirect(reverse("boundaries_shared_show", args=[shared.hex]))


@require_safe
def list_repairs(request: HttpRequest, hex_id: str, month: str = "") -> HttpResponse:
    """What either said in a month to make something good again; without one, in this month. Both read the same."""
    visit = Visit(request)
    shared, names = find_shared(visit, id_of(hex_id)), visit.names
    shown_month = month_of(month) if month else f"{visit.today:%Y-%m}"
    lot = visit.ours.query(Repair, months=[shown_month])
    repairs = rules.sort_repairs(lot.items, shared.id, tuple(names))
    path = reverse("boundaries_repairs_month", args=[shared.hex, shown_month])
    shown, within = page_of(repairs, request.GET.get("page", ""), size=A_PAGE, path=path)
    months = visit.ours.months_beside(Shelf.ACCUMULATES, shown_month)
    page = RepairsPage(
        month=first_day(shown_month),
        repairs=tuple(present.show_repair(repair, names, own=False) for repair in shown),
        pages=link_months(months, "boundaries_repairs_month", shared.hex, within=within),
        unopened=lot.unopened,
        back=reverse("boundaries_shared_show", args=[shared.hex]),
    )
    return render(request, page)


def _build_page(
    visit: Visit,
    form: RepairForm,
    shared: Opened[SharedBoundary],
    preview: tuple[tuple[str, str], ...] = (),
) -> RepairPage:
    own = shared.author == visit.me
    return RepairPage(
        form=form,
        hex=shared.hex,
        about=labels.write_opening(shared.record.words),
        own=own,
        preview=preview,
        starts=list_starts("need", "feel") if own else list_starts("own"),
        back=reverse("boundaries_shared_show", args=[shared.hex]),
    )
