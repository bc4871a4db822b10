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
from bothand.rooms.checkin.views.asking import KEPT, partner_of, today_of
from bothand.shell.page import render
from bothand.vault.errors import Missing
from bothand.vault.space import Lot, Space


@require_safe
def chart(request: HttpRequest) -> HttpResponse:
    """The map."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing

    space, today = access.open_mine(request), today_of(request)
    said = _("Your answers are kept. This is how it looks now.") if request.GET.get("done") == KEPT else ""
    known = standing.state_of(space)
    waiting = known.empty and store.begun(space.standing().items) is not None
    page = seeing.map_page(known, today, alone=not partner_of(request), said=said, waiting=waiting)
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """All ten facets."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing_parts

    partner = partner_of(request)
    known = standing.state_of(access.open_mine(request))
    page = seeing_parts.parts_page(known, today_of(request), alone=not partner, partner=partner)
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponse:
    """One facet, by its number."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing_parts

    space, partner = access.open_mine(request), partner_of(request)
    if not 1 <= number <= len(FACETS):
        raise Missing
    known = standing.state_of(space)
    name = FACETS[number - 1].name
    page = seeing_parts.part_page(known, name, today_of(request), alone=not partner, partner=partner)
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def often(request: HttpRequest) -> HttpResponse:
    """Patterns, with their evidence."""
    from bothand.domain import standing

    space, today, partner = access.open_mine(request), today_of(request), partner_of(request)
    known = standing.state_of(space)
    standing_now = space.standing()
    ruled = ruling_answers(standing_now.items, today)
    found = patterns.found(known.record.recent, today.toordinal())
    # A row that did not open may be a fear answer: then nobody knows, and no step for two is offered.
    joint = ruled.joint and bool(partner) and not standing_now.unopened
    page = saying.often_page(found, partner, joint=joint, afraid=told.afraid(ruled))
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def moves(request: HttpRequest) -> HttpResponse:
    """One's own slope."""
    from bothand.rooms.checkin import moving

    space, today, partner = access.open_mine(request), today_of(request), partner_of(request)
    lot = _pulses(space, today - moving.WINDOW, today)
    pulses = [one.record for one in lot.items]
    page = saying.moves_page(
        moving.slope(pulses, space.since, today),
        next_look=moving.next_look(pulses, space.since, today),
        days=len(moving.counted(pulses)),
        partner=partner,
        alone=not partner,
        unopened=lot.unopened,
    )
    return render(request, page)


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """How days out of balance are followed."""
    space, today = access.open_mine(request), today_of(request)
    first = today - returning.WINDOW
    lot = _pulses(space, first, today)
    found = returning.backs(one.record for one in lot.items)
    return render(request, saying.back_page(found, first=first, unopened=lot.unopened))


def _pulses(space: Space, first: date, today: date) -> Lot[Pulse]:
    # The days are asked for, not the months: nothing else of these months is opened. One day more: somebody travels.
    lot = space.on_days(Pulse, rules.days_of(first, today + timedelta(days=1)))
    return Lot(tuple(sorted(lot.items, key=lambda one: one.record.day)), lot.unopened)
