"""Patterns, with their evidence."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.domain.checkins import ruling_answers
from bothand.rooms.checkin.labels import explain_fear
from bothand.rooms.checkin.patterns.present import build_patterns_page
from bothand.rooms.checkin.patterns.rules import find_patterns
from bothand.shell.page import render
from bothand.vault.records import Shelf


@require_safe
def list_patterns(request: HttpRequest) -> HttpResponse:
    """Patterns, with their evidence."""
    from bothand.domain.reading import read_person
    from bothand.domain.standing import state_of

    visit = Visit(request)
    space, today, partner = visit.mine, visit.today, visit.partner_name
    known = state_of(space)
    standing_now = space.query(shelf=Shelf.STANDS)
    ruled = ruling_answers(standing_now.items, today)
    since = read_person(known, today, alone=not partner).since
    found = find_patterns(
        known.record.recent, today.toordinal(), None if since is None else since.toordinal()
    )
    # A row that did not open may be a fear answer: then nobody knows, and no step for two is offered.
    joint = ruled.joint and bool(partner) and not standing_now.unopened
    page = build_patterns_page(found, partner, since=since, joint=joint, afraid=explain_fear(ruled))
    return render(request, replace(page, unopened=known.unopened))
