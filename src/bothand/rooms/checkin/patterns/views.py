"""Patterns, with their evidence."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.domain.checkins import ruling_answers
from bothand.rooms.checkin.labels import explain_fear
from bothand.rooms.checkin.patterns.present import build_patterns_page
from bothand.rooms.checkin.patterns.rules import find_patterns
from bothand.rooms.checkin.questions.views import find_partner, find_today
from bothand.shell.page import render


@require_safe
def list_patterns(request: HttpRequest) -> HttpResponse:
    """Patterns, with their evidence."""
    from bothand.domain import standing

    space, today, partner = access.open_mine(request), find_today(request), find_partner(request)
    known = standing.state_of(space)
    standing_now = space.standing()
    ruled = ruling_answers(standing_now.items, today)
    found = find_patterns(known.record.recent, today.toordinal())
    # A row that did not open may be a fear answer: then nobody knows, and no step for two is offered.
    joint = ruled.joint and bool(partner) and not standing_now.unopened
    page = build_patterns_page(found, partner, joint=joint, afraid=explain_fear(ruled))
    return render(request, replace(page, unopened=known.unopened))
