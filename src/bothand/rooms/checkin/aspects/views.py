"""The ten aspects, and one of them."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.relationship import FACETS
from bothand.shell.page import render
from bothand.vault.errors import Missing


@require_safe
def list_aspects(request: HttpRequest) -> HttpResponse:
    """All ten aspects."""
    from bothand.domain.reading import read_person
    from bothand.domain.standing import state_of
    from bothand.rooms.checkin.aspects.present import build_aspects_page, build_empty_aspects

    visit = Visit(request)
    known = state_of(visit.mine)
    if known.empty:
        page = build_empty_aspects()
    else:
        page = build_aspects_page(read_person(known, visit.today, alone=not visit.partner_name))
    return render(request, replace(page, unopened=known.unopened))


@require_safe
def show_aspect(request: HttpRequest, number: int) -> HttpResponse:
    """One aspect, by its number."""
    from bothand.domain.reading import read_person
    from bothand.domain.standing import state_of
    from bothand.rooms.checkin.aspects.present import build_aspect_page

    visit = Visit(request)
    space, partner = visit.mine, visit.partner_name
    if not 1 <= number <= len(FACETS):
        raise Missing
    known = state_of(space)
    reading = read_person(known, visit.today, alone=not partner)
    name = FACETS[number - 1].name
    page = build_aspect_page(reading, name, (*known.record.recent, *known.record.absences), partner=partner)
    return render(request, replace(page, unopened=known.unopened))
