"""The map."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.domain.checkins import ruling_answers
from bothand.domain.plan import focus_of
from bothand.rooms.checkin.questions.store import find_open_checkin
from bothand.rooms.checkin.questions.views import KEPT
from bothand.shell.page import render
from bothand.vault.records import Shelf


@require_safe
def show_map(request: HttpRequest) -> HttpResponse:
    """The map."""
    from bothand.domain.reading import read_person
    from bothand.domain.standing import state_of
    from bothand.rooms.checkin.map.present import build_empty_map, build_map_page

    visit = Visit(request)
    space, partner = visit.mine, visit.partner_name
    said = _("Your answers are saved. This is how it looks now.") if request.GET.get("done") == KEPT else ""
    known, there = state_of(space), space.query(shelf=Shelf.STANDS)
    if known.empty:
        page = build_empty_map(said=said, waiting=find_open_checkin(there.items) is not None)
    else:
        # A row that did not open may be a fear answer: then nobody knows, and no step for two is offered.
        joint = ruling_answers(there.items, visit.today).joint and bool(partner) and not there.unopened
        reading = read_person(known, visit.today, alone=not partner)
        page = build_map_page(reading, said=said, focus=focus_of(there), joint=joint)
    return render(request, replace(page, unopened=known.unopened))
