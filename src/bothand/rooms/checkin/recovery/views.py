"""How days out of balance are followed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.rooms.checkin.pulse.store import find_pulses
from bothand.rooms.checkin.recovery.present import build_recovery_page
from bothand.rooms.checkin.recovery.rules import WINDOW, count_recoveries
from bothand.shell.page import render


@require_safe
def show_recovery(request: HttpRequest) -> HttpResponse:
    """How days out of balance are followed."""
    visit = Visit(request)
    space, today = visit.mine, visit.today
    first = today - WINDOW
    lot = find_pulses(space, first, today)
    found = count_recoveries(one.record for one in lot.items)
    return render(request, build_recovery_page(found, first=first, unopened=lot.unopened))
