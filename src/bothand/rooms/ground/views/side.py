"""What both revealed, side by side: overlaps first."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.couples import access, timing, together
from bothand.couples.meeting import Meeting
from bothand.rooms.ground import reveals, telling
from bothand.rooms.ground.pages import BesidePage, Group
from bothand.rooms.ground.telling import Told
from bothand.rooms.kit import drafts, measured
from bothand.rooms.kit.reveal import Reveal, sides
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, Missing

SHEETS = {one.name: one for one in reveals.ALL}


@require_safe
def beside(request: HttpRequest, name: str) -> HttpResponse:
    """The newest of what was revealed. Before there is any, it says how it comes about, and nothing of the other."""
    access.mine(request)
    what = SHEETS.get(name)
    partner = access.partner(request)
    if what is None or partner is None:
        raise Missing
    access.ours(request)
    meeting = together.meet(request, what.sort)
    told, unopened = _told(meeting, what, partner.name)
    careful = not _may_be_advised(request)
    page = BesidePage(
        title=what.title,
        day=meeting.results[-1].created.date() if meeting.results else None,
        groups=tuple(map(_for_oneself, told.groups)) if careful else told.groups,
        picture=told.picture,
        show=reverse("two_reveal", args=[what.name]),
        unopened=meeting.unopened + told.unread + unopened,
        careful=careful and any(row.hands for group in told.groups for row in group.rows),
    )
    return render(request, page)


def _may_be_advised(request: HttpRequest) -> bool:
    """Whether steps for two may be offered. A row that did not open may be a fear answer: then nobody knows. One query."""
    standing = access.mine(request).standing(measured.FearAnswers)
    today = timing.today(access.visitor(request).settings.zone)
    return measured.ruling(standing.items, today).joint and not standing.unopened


def _told(meeting: Meeting, what: Reveal, name: str) -> tuple[Told, int]:
    """What the newest result says, and how many results did not open."""
    if not meeting.results:
        return Told((), 0), 0
    newest = meeting.results[-1].record
    try:
        mine, theirs = sides(newest.body, mine_is_first=newest.authors[0] == meeting.account)
    except DidNotOpen:
        return Told((), 0), 1
    return telling.TELL[what.name](mine, theirs, name), 0


def _for_oneself(group: Group) -> Group:
    """While somebody is afraid no step for two is offered: what could be written about, for oneself, is."""
    rows = (
        replace(row, hands=drafts.hands("page", text=row.hands[0].text) if row.hands else ())
        for row in group.rows
    )
    return replace(group, rows=tuple(rows))
