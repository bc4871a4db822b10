"""The map."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.rooms.checkin.questions.store import find_open_checkin
from bothand.rooms.checkin.questions.views import KEPT, find_partner, find_today
from bothand.shell.page import render


@require_safe
def show_map(request: HttpRequest) -> HttpResponse:
    """The map."""
    from bothand.domain import standing
    from bothand.rooms.checkin.map.present import build_map_page

    space, today = access.open_mine(request), find_today(request)
    said = _("Your answers are kept. This is how it looks now.") if request.GET.get("done") == KEPT else ""
    known = standing.state_of(space)
    waiting = known.empty and find_open_checkin(space.standing().items) is not None
    page = build_map_page(known, today, alone=not find_partner(request), said=said, waiting=waiting)
    return render(request, replace(page, unopened=known.unopened))
