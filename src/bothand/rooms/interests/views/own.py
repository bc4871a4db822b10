"""The first page, and the weeks side by side."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.couples import access
from bothand.rooms.interests import flow, opening, showing, wording
from bothand.rooms.interests.pages import OwnTimePage, SaidLine, Stretch, Theirs, WeeksPage
from bothand.rooms.interests.records import Interest, Week
from bothand.rooms.kit import deleting
from bothand.rooms.kit.times import Weekly, busy
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.shell.parts import Pages
from bothand.vault.months import months_between
from bothand.vault.ours import Ours
from bothand.vault.records import month
from bothand.vault.space import Lot

DAYS_AHEAD, A_PAGE, MOST_PAGES, TOLD_WEEKS = 13, 26, 400, 12


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """The week's word, the time I take in the next two weeks, what it is for; and the other's as they said it."""
    space, today = access.mine(request), opening.today(request)
    monday = flow.monday(today)
    back = monday - timedelta(weeks=TOLD_WEEKS)
    weeks = space.months(Week, months_between(back, today))
    this = next((one.record for one in weeks.items if one.record.day == monday), None)
    standing = space.standing(Interest, Weekly)
    interests = [one for one in standing.items if isinstance(one.record, Interest)]
    mine, theirs, left, unopened = _times(request, standing)
    page = OwnTimePage(
        week=wording.week_pairs(this) if this else (),
        stretches=mine,
        groups=showing.groups(interests),
        theirs=theirs,
        left=left,
        told=wording.told(flow.seen(one.record for one in weeks.items if one.record.day >= back)),
        empty=not interests,
        unopened=standing.unopened + weeks.unopened + unopened,
        said=deleting.said(request.GET.get("done", "")),
    )
    return render(request, page)


def _times(
    request: HttpRequest, standing: Lot[Any]
) -> tuple[tuple[Stretch, ...], tuple[Theirs, ...], tuple[SaidLine, ...], int]:
    """The next two weeks: my times with what the other says to them, theirs, and what I said of times no longer there."""
    space, today = access.mine(request), opening.today(request)
    last = today + timedelta(days=DAYS_AHEAD)
    taken, unopened = opening.coming(space, today, last, standing)
    partner = frame_of(request, "mine").partner
    both: Ours | None = opening.ours_or_none(request)
    if both is None:
        return showing.stretches(busy(taken, today, last), None, {}, ""), (), (), unopened
    said, more = opening.coming(both, today, last)
    me = access.visitor(request).account
    lines = opening.lines(request, said, today, last)
    copies = {one.id: one.record.word for one in said if one.author == me}
    other = [one for one in said if one.author != me]
    return (
        showing.stretches(busy(taken, today, last), lines, copies, partner),
        showing.theirs(busy(other, today, last), lines),
        # Only of the months that were looked at: what was said of others may stand.
        showing.said_lines(
            [one for one in lines.left_over() if month(one.record.day) in {month(today), month(last)}],
            "interests_line_back",
        ),
        unopened + more,
    )


@require_safe
def weeks(request: HttpRequest) -> HttpResponse:
    """Half a year of weeks a page: wished against had, and what was in the way."""
    space, today = access.mine(request), opening.today(request)
    asked = request.GET.get("page", "")
    number = min(int(asked), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    days = flow.weeks_listed(today, space.since, number, A_PAGE)
    found = space.months(Week, months_between(days[-1], days[0])) if days else None
    shown = [one for one in found.items if days[-1] <= one.record.day <= days[0]] if found else []
    path = reverse("interests_weeks")
    older = f"{path}?page={number + 1}" if days and days[-1] > flow.monday(space.since) else ""
    page = WeeksPage(
        rows=showing.rows(shown, today),
        told=wording.told(flow.seen(one.record for one in shown)),
        pages=Pages(newer=f"{path}?page={number - 1}" if number else "", older=older),
        unopened=found.unopened if found else 0,
    )
    return render(request, page)
