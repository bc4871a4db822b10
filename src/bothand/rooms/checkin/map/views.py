"""The map."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.rooms.checkin.questions.store import find_open_checkin
from bothand.rooms.checkin.questions.views import KEPT
from bothand.shell.page import render
from bothand.vault.records import Shelf


@require_safe
def show_map(request: HttpRequest) -> HttpResponse:
    """The map."""
    from bothand.domain import standing
    from bothand.rooms.checkin.map.present import build_map_page

    visit = Visit(request)
    space, today = visit.mine, visit.today
    said = _("Your answers are kept. This is how it looks now.") if request.GET.get("done") == KEPT else ""
    known = standing.state_of(space)
    waiting = known.empty and find_open_checkin(space.query(shelf=Shelf.STANDS).items) is not None
    page = build_map_page(known, today, alone=not visit.partner_name, said=said, waiting=waiting)
    return render(request, replace(page, unopened=known.unopened))
