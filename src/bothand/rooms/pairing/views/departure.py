"""Leaving, alone and at once; and what was ours, to read."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Visit
from bothand.accounts.departure import Kept
from bothand.accounts.person_name import show_name
from bothand.kit import month_links, password_check
from bothand.kit.addresses import month_of
from bothand.kit.paging import page_of
from bothand.rooms.pairing.export import read_kept
from bothand.rooms.pairing.forms import QUIET, LeaveForm
from bothand.rooms.pairing.pages import KeptLine, KeptPage, LeavePage
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import Shelf

A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def leave_partner(request: HttpRequest) -> HttpResponse:
    """Quietly, or with a note. Nobody's consent is needed, and nothing has to be given as a reason."""
    access.open_mine(request)
    if Visit(request).partner is None:
        return HttpResponseRedirect(reverse("pairing_ours"))
    if request.method != "POST":
        return render(request, LeavePage(form=LeaveForm(initial={"how": QUIET})))
    form = LeaveForm(request.POST)
    status = password_check.attempt_with_password(
        request, form, lambda request, password: _leave(request, form, password)
    )
    if status != 200:
        return render(request, LeavePage(form=form), status=status)
    return HttpResponseRedirect(reverse("pairing_kept") + "?left=1")


def _leave(request: HttpRequest, form: LeaveForm, password: str) -> None:
    quiet = form.cleaned_data["how"] == QUIET
    couple_actions.leave_partner(request, password, note=None if quiet else form.cleaned_data["note"])


@require_safe
def list_kept(request: HttpRequest) -> HttpResponse:
    """What was ours: the newest month."""
    return _kept_page(request, "")


@require_safe
def list_kept_month(request: HttpRequest, month: str) -> HttpResponse:
    """What was ours: another month."""
    return _kept_page(request, month_of(month))


def _kept_page(request: HttpRequest, wanted: str) -> HttpResponse:
    mine = access.open_mine(request)
    there = mine.months_beside(Shelf.KEPT, wanted)
    shown = there.shown
    lot = mine.query(Kept, months=[shown] if shown else [])
    newest = sorted(lot.items, key=lambda one: (one.record.written, one.id), reverse=True)
    lines, unopened = _kept_lines(newest)
    where = reverse("pairing_kept_month", args=[shown]) if shown else reverse("pairing_kept")
    on_page, within = page_of(lines, request.GET.get("page", ""), size=A_PAGE, path=where)
    page = KeptPage(
        month=month_links.first_day(shown) if shown else None,
        kept=tuple(on_page),
        pages=month_links.link_months(there, "pairing_kept_month", within=within),
        unopened=lot.unopened + unopened,
        just_left=request.GET.get("left") == "1",
    )
    return render(request, page)


def _kept_lines(found: list[Opened[Kept]]) -> tuple[list[KeptLine], int]:
    """Those that read as something, and how many did not open."""
    lines, unopened = [], 0
    for one in found:
        try:
            read = read_kept(one.record)
        except (DidNotOpen, NewerVersion):
            unopened += 1
            continue
        if read is not None:
            record = one.record
            lines.append(KeptLine(readable=read, by=show_name(record.by), by_me=record.by_me, day=record.day))
    return lines, unopened
