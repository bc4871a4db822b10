"""The first page, and the weeks side by side."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.accounts import access, wall_clock
from bothand.domain.times import Taken, Weekly, find_busy
from bothand.kit import deletion
from bothand.rooms.mytime import labels, opening, present, rules
from bothand.rooms.mytime.pages import Had, OwnTimePage, SaidLine, Stretch, Theirs, WeeksPage
from bothand.rooms.mytime.records import Interest, Week
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.shell.parts import Pages
from bothand.vault.body import Opened
from bothand.vault.records import month_of

DAYS_BACK, DAYS_AHEAD, A_PAGE, MOST_PAGES, TOLD_WEEKS, MOST_HAD = 6, 13, 26, 400, 12, 2


@require_safe
def show_own_time(request: HttpRequest) -> HttpResponse:
    """The week's word, the time I take in the next two weeks, what it is for; and the other's as they said it."""
    space, today = access.open_mine(request), opening.find_today(request)
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    standing = space.standing(Interest, Weekly)
    months = sorted({month_of(first), month_of(last)})
    near = opening.find_near(space, months)
    weeks, more = opening.find_weeks(space, rules.list_mondays(today, TOLD_WEEKS + 1), near, months)
    this = next((one for one in weeks if one.day == rules.find_monday(today)), None)
    interests = [one for one in standing.items if isinstance(one.record, Interest)]
    times = _gather_times(request, opening.pick_times(near, standing), today)
    page = OwnTimePage(
        week=labels.describe_week(this) if this else (),
        stretches=times.mine,
        groups=present.group_interests(interests),
        theirs=times.theirs,
        had=times.had,
        left=times.left,
        told=labels.describe_summary(rules.summarise_weeks(weeks)),
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
    if access.find_partner(request) is None:
        return _Times(present.present_times(coming, None, {}, ""))
    partner = frame_of(request, "mine").partner
    said, lines = opening.find_announced(request, today, last)
    who = access.visitor_of_request(request)
    copies = {one.id: one.record.word for one in said if one.author == who.account}
    other = [one for one in said if one.author != who.account]
    now = wall_clock.now().astimezone(wall_clock.zone_of(who.settings.zone)).replace(tzinfo=None)
    over = [one for one in find_busy(taken, today - timedelta(days=DAYS_BACK), today) if one.ends <= now]
    return _Times(
        mine=present.present_times(coming, lines, copies, partner),
        theirs=present.present_theirs(find_busy(other, today, last), lines, who.settings.zone, partner),
        had=present.present_past(over[-MOST_HAD:]),
        # Only of the months that were looked at: what was said of others may stand.
        left=present.present_lines(
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


@require_safe
def list_weeks(request: HttpRequest) -> HttpResponse:
    """Half a year of weeks a page: wished against had, and what was in the way."""
    space, today = access.open_mine(request), opening.find_today(request)
    asked = request.GET.get("page", "")
    number = min(int(asked), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    days = rules.page_weeks(today, space.since, number, A_PAGE)
    # By their days: the months they lie in hold a hundred other pages each, which need not be opened.
    found = space.on_days(Week, days)
    path = reverse("mytime_weeks")
    older = f"{path}?page={number + 1}" if days and days[-1] > rules.find_monday(space.since) else ""
    page = WeeksPage(
        rows=present.present_rows(found.items, today),
        told=labels.describe_summary(rules.summarise_weeks(one.record for one in found.items)),
        pages=Pages(newer=f"{path}?page={number - 1}" if number else "", older=older),
        unopened=found.unopened,
    )
    return render(request, page)
