"""What follows from check-ins and pulses: the map, the ten facets, patterns, the own slope, days that find back."""

from dataclasses import replace
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.domain.checkins import ruling_answers
from bothand.relationship import FACETS
from bothand.rooms.checkin import patterns, returning, rules, saying, store, told
from bothand.rooms.checkin.records import Pulse
from bothand.rooms.checkin.views.asking import KEPT, find_partner, find_today
from bothand.shell.page import render
from bothand.vault.errors import Missing
from bothand.vault.space import Lot, Space


@require_safe
def show_map(request: HttpRequest) -> HttpResponse:
    """The map."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing

    space, today = access.open_mine(request), find_today(request)
    said = _("Your answers are kept. This is how it looks now.") if request.GET.get("done") == KEPT else ""
    known = standing.state_of(space)
    waiting = known.empty and store.find_open_checkin(space.standing().items) is not None
    page = seeing.build_map_page(known, today, alone=not find_partner(request), said=said, waiting=waiting)
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def list_aspects(request: HttpRequest) -> HttpResponse:
    """All ten facets."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing_parts

    partner = find_partner(request)
    known = standing.state_of(access.open_mine(request))
    page = seeing_parts.build_aspects_page(known, find_today(request), alone=not partner, partner=partner)
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def show_aspect(request: HttpRequest, number: int) -> HttpResponse:
    """One facet, by its number."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing_parts

    space, partner = access.open_mine(request), find_partner(request)
    if not 1 <= number <= len(FACETS):
        raise Missing
    known = standing.state_of(space)
    name = FACETS[number - 1].name
    page = seeing_parts.build_aspect_page(
        known, name, find_today(request), alone=not partner, partner=partner
    )
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def list_patterns(request: HttpRequest) -> HttpResponse:
    """Patterns, with their evidence."""
    from bothand.domain import standing

    space, today, partner = access.open_mine(request), find_today(request), find_partner(request)
    known = standing.state_of(space)
    standing_now = space.standing()
    ruled = ruling_answers(standing_now.items, today)
    found = patterns.find_patterns(known.record.recent, today.toordinal())
    # A row that did not open may be a fear answer: then nobody knows, and no step for two is offered.
    joint = ruled.joint and bool(partner) and not standing_now.unopened
    page = saying.build_patterns_page(found, partner, joint=joint, afraid=told.explain_fear(ruled))
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def show_slope(request: HttpRequest) -> HttpResponse:
    """One's own slope."""
    from bothand.rooms.checkin import moving

    space, today, partner = access.open_mine(request), find_today(request), find_partner(request)
    lot = find_pulses(space, today - moving.WINDOW, today)
    pulses = [one.record for one in lot.items]
    page = saying.build_slope_page(
        moving.find_slope(pulses, space.since, today),
        next_look=moving.find_next_look(pulses, space.since, today),
        days=len(moving.select_counted(pulses)),
        partner=partner,
        alone=not partner,
        unopened=lot.unopened,
    )
    return render(request, page)


@require_safe
def show_recovery(request: HttpRequest) -> HttpResponse:
    """How days out of balance are followed."""
    space, today = access.open_mine(request), find_today(request)
    first = today - returning.WINDOW
    lot = find_pulses(space, first, today)
    found = returning.count_recoveries(one.record for one in lot.items)
    return render(request, saying.build_recovery_page(found, first=first, unopened=lot.unopened))


def find_pulses(space: Space, first: date, today: date) -> Lot[Pulse]:
    # The days are asked for, not the months: nothing else of these months is opened. One day more: somebody travels.
    lot = space.on_days(Pulse, rules.list_days(first, today + timedelta(days=1)))
    return Lot(tuple(sorted(lot.items, key=lambda one: one.record.day)), lot.unopened)
