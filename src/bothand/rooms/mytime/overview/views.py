"""The first page: the week's word, times, interests, and the other's time."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bothand.accounts import access, wall_clock
from bothand.accounts.access import Visit
from bothand.domain.times import Taken, Weekly, find_busy
from bothand.kit import deletion
from bothand.rooms.mytime.interests.present import group_interests
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.overview.pages import OwnTimePage
from bothand.rooms.mytime.times.pages import Had, SaidLine, Stretch, Theirs
from bothand.rooms.mytime.times.present import present_lines, present_past, present_theirs, present_times
from bothand.rooms.mytime.times.store import find_announced, find_near, pick_times
from bothand.rooms.mytime.weeks.labels import describe_summary, describe_week
from bothand.rooms.mytime.weeks.rules import find_monday, list_mondays, summarise_weeks
from bothand.rooms.mytime.weeks.store import find_weeks
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.records import month_of

DAYS_BACK, DAYS_AHEAD, TOLD_WEEKS, MOST_HAD = 6, 13, 12, 2


@require_safe
def show_own_time(request: HttpRequest) -> HttpResponse:
    """The week's word, the time I take in the next two weeks, what it is for; and the other's as they said it."""
    space, today = Visit(request).mine, Visit(request).today
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    standing = space.query(Interest, Weekly)
    months = sorted({month_of(first), month_of(last)})
    near = find_near(space, months)
    weeks, more = find_weeks(space, list_mondays(today, TOLD_WEEKS + 1), near, months)
    this = next((one for one in weeks if one.day == find_monday(today)), None)
    interests = [one for one in standing.items if isinstance(one.record, Interest)]
    times = _gather_times(request, pick_times(near, standing), today)
    page = OwnTimePage(
        week=describe_week(this) if this else (),
        stretches=times.mine,
        groups=group_interests(interests),
        theirs=times.theirs,
        had=times.had,
        left=times.left,
        told=describe_summary(summarise_weeks(weeks)),
        empty=not interests,
        unopened=standing.unopened + near.unopened + more + times.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@dataclass(frozen=True, slots=True)
class _Times:
    """Two weeks of time, and what was had of late: mine, theirs, what can be thanked for, lines about what is no more."""

    mine: tuple[Stretch, ...]
    theirs: tuple[Theirs, ...] = ()
    had: tuple[Had, ...] = ()
    left: tuple[SaidLine, ...] = ()
    unopened: int = 0


def _gather_times(request: HttpRequest, taken: list[Opened[Taken]], today: date) -> _Times:
    last = today + timedelta(days=DAYS_AHEAD)
    coming = find_busy(taken, today, last)
    if Visit(request).partner is None:
        return _Times(present_times(coming, None, {}, ""))
    partner = Visit(request).partner_name
    said, lines = find_announced(request, today, last)
    who = access.visitor_of_request(request)
    copies = {one.id: one.record.word for one in said if one.author == who.account}
    other = [one for one in said if one.author != who.account]
    now = wall_clock.now().astimezone(wall_clock.zone_of(who.settings.zone)).replace(tzinfo=None)
    over = [one for one in find_busy(taken, today - timedelta(days=DAYS_BACK), today) if one.ends <= now]
    return _Times(
        mine=present_times(coming, lines, copies, partner),
        theirs=present_theirs(find_busy(other, today, last), lines, who.settings.zone, partner),
        had=present_past(over[-MOST_HAD:]),
        # Only of the months that were looked at: what was said of others may stand.
        left=present_lines(
            [
                one
                for one in lines.left_over()
                if month_of(one.record.day) in {month_of(today), month_of(last)}
            ],
            "mytime_line_back",
            lines=lines,
        ),
        unopened=lines.unopened,
    )
