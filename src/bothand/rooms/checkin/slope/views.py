"""One's own slope."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.rooms.checkin.pulse.store import find_pulses
from bothand.rooms.checkin.slope.present import build_slope_page
from bothand.shell.page import render


@require_safe
def show_slope(request: HttpRequest) -> HttpResponse:
    """One's own slope."""
    from bothand.rooms.checkin.slope.rules import WINDOW, find_next_look, find_slope, select_counted

    visit = Visit(request)
    space, today, partner = visit.mine, visit.today, visit.partner_name
    lot = find_pulses(space, today - WINDOW, today)
    pulses = [one.record for one in lot.items]
    page = build_slope_page(
        find_slope(pulses, space.since, today),
        next_look=find_next_look(pulses, space.since, today),
        days=len(select_counted(pulses)),
        partner=partner,
        alone=not partner,
        unopened=lot.unopened,
    )
    return render(request, page)
