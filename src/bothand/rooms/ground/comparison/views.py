"""What both revealed, side by side: overlaps first."""

from dataclasses import replace
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain import checkins
from bothand.kit import drafts
from bothand.kit.paging import page_of
from bothand.kit.reveal import Reveal, order_sides
from bothand.rooms.ground.comparison import present, store
from bothand.rooms.ground.comparison.pages import ComparisonPage, Group, WayOn
from bothand.rooms.ground.comparison.present import Comparison
from bothand.shell.page import render
from bothand.shell.parts import Pages
from bothand.vault.errors import DidNotOpen, Missing

A_PAGE = 30
SHEETS = {one.name: one for one in store.REVEALS}


@require_safe
def compare_sheets(request: HttpRequest, name: str) -> HttpResponse:
    """The newest of what was revealed. Before there is any, it says how it comes about, and nothing of the other."""
    visit = Visit(request)
    careful = not _may_advise(visit)
    what = SHEETS.get(name)
    if what is None or visit.partner is None:
        raise Missing
    partner = visit.require_pair().partner
    meeting = couple_actions.meet_partner(request, what.sort)
    told, unopened = _read_newest(meeting, what, partner.name)
    shown, pages = _cut_page(request, told.groups)
    page = ComparisonPage(
        title=what.title,
        day=meeting.results[-1].created.date() if meeting.results else None,
        finding=told.finding,
        about=told.about,
        groups=shown,
        picture=None if pages.newer else told.picture,
        circles=None if pages.newer else told.circles,
        way=None if pages.newer else _keep_for_oneself(told.way) if careful else told.way,
        pages=pages,
        show=reverse("pairing_reveal", args=[what.name]),
        unopened=meeting.unopened + told.unread + unopened,
        careful=careful and told.way is not None,
    )
    return render(request, page)


def _may_advise(visit: Visit) -> bool:
    """Whether steps for two may be offered. A row that did not open may be a fear answer: then nobody knows. One query."""
    standing = visit.mine.query(checkins.FearAnswers)
    return checkins.ruling_answers(standing.items, visit.today).joint and not standing.unopened


def _read_newest(meeting: Meeting, what: Reveal, name: str) -> tuple[Comparison, int]:
    """What the newest result says, and how many results did not open."""
    if not meeting.results:
        return Comparison((), 0), 0
    newest = meeting.results[-1].record
    try:
        mine, theirs = order_sides(newest.body, mine_is_first=newest.authors[0] == meeting.account)
    except DidNotOpen:
        return Comparison((), 0), 1
    return present.PRESENT[what.name](mine, theirs, name), 0


def _cut_page(request: HttpRequest, groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], Pages]:
    """The rows of one page, under their findings: one sheet may hold thousands of interests."""
    rows = [(group, row) for group in groups for row in group.rows]
    shown, pages = page_of(rows, request.GET.get("page", ""), size=A_PAGE, path=request.path)
    found = tuple(
        replace(group, rows=tuple(row for _, row in part))
        for group, part in groupby(shown, lambda one: one[0])
    )
    return found, pages


def _keep_for_oneself(way: WayOn | None) -> WayOn | None:
    """While somebody is afraid no step for two is offered: what could be written about, for oneself, is."""
    if way is None:
        return None
    return replace(way, hands=drafts.find_hands("page", text=way.hands[0].text))
