"""Leaving, alone and at once; and what was ours, to read."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Visit
from bothand.accounts.departure import Kept
from bothand.kit import month_links, password_check
from bothand.kit.addresses import month_of
from bothand.kit.chronicle import build_chronicle, group_months
from bothand.kit.paging import page_of
from bothand.rooms.pairing.forms import QUIET, LeaveForm
from bothand.rooms.pairing.pages import KeptPage, LeavePage
from bothand.shell.page import render
from bothand.shell.parts import Pages
from bothand.vault.records import Shelf

A_PAGE = 60
MONTHS = 3
"""So many months that hold something stand on one page."""


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
    """What was ours: the newest months."""
    return _kept_page(request, "")


@require_safe
def list_kept_month(request: HttpRequest, month: str) -> HttpResponse:
    """What was ours: the months up to another one."""
    return _kept_page(request, month_of(month))


def _kept_page(request: HttpRequest, wanted: str) -> HttpResponse:
    mine = access.open_mine(request)
    window = month_links.pick_window(mine.find_months(Shelf.KEPT), wanted, MONTHS)
    lot = mine.query(Kept, months=window.shown)
    pieces, unread = build_chronicle(lot.items, by_change=True)
    here = _find_address(window.shown[-1] if window.shown else "")
    on_page, within = page_of(pieces[::-1], request.GET.get("page", ""), size=A_PAGE, path=here)
    page = KeptPage(
        months=group_months(on_page),
        pages=Pages(
            newer=within.newer or (_find_address(window.newer) if window.newer else ""),
            older=within.older or (_find_address(window.older) if window.older else ""),
        ),
        unopened=lot.unopened + unread,
        just_left=request.GET.get("left") == "1",
    )
    return render(request, page)


def _find_address(month: str) -> str:
    return reverse("pairing_kept_month", args=[month]) if month else reverse("pairing_kept")
