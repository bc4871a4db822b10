"""The page of *Between you*: looking at it clears the list on *Today* and the dot, in memory alone."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone
from bothand.kit import inbox, month_links
from bothand.kit.addresses import month_of
from bothand.kit.paging import page_of
from bothand.rooms.between.pages import BetweenPage
from bothand.rooms.between.present import build_rows
from bothand.shell.page import render

A_PAGE = 40


@require_safe
def list_between(request: HttpRequest) -> HttpResponse:
    """What waits, and what the other did this month."""
    return _render_month(request, "")


@require_safe
def list_between_month(request: HttpRequest, month: str) -> HttpResponse:
    """The same with another month."""
    return _render_month(request, month_of(month))


def _render_month(request: HttpRequest, wanted: str) -> HttpResponse:
    visit = Visit(request)
    # Locked, nothing is told of what waits: not even that there is something.
    around = inbox.look_around(visit) if visit.mine else None
    if around is None:
        raise Alone
    history = inbox.read_history(around, wanted)
    shown = history.months.shown
    newest = not history.months.newer
    path = request.path
    lines, within = page_of(history.lines, request.GET.get("page", ""), size=A_PAGE, path=path)
    if newest:
        inbox.note_look(around, (*history.waiting, *history.lines), clears=True)
    page = BetweenPage(
        waiting=build_rows(history.waiting, visit.today),
        lines=build_rows(lines, visit.today),
        month=None if newest else month_links.first_day(shown),
        pages=month_links.link_months(history.months, "between_month", within=within),
        unopened=around.unopened,
    )
    return render(request, page)
