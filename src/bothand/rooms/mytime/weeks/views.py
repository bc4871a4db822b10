"""Weeks: one by one's own word, and half a year of them side by side."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion, drafts
from bothand.kit.addresses import day_of, month_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.month_links import link_window, pick_window
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.rooms.mytime.rules import format_hours
from bothand.rooms.mytime.weeks.forms import WeekForm
from bothand.rooms.mytime.weeks.labels import describe_summary, describe_week, name_week
from bothand.rooms.mytime.weeks.pages import WeekPage, WeeksPage
from bothand.rooms.mytime.weeks.present import find_week_address, join_pairs, present_rows
from bothand.rooms.mytime.weeks.records import Week
from bothand.rooms.mytime.weeks.rules import A_WEEK, find_monday, list_days, summarise_weeks
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.months import months_between
from bothand.vault.records import kind_of
from bothand.vault.space import Space

BEFORE = timedelta(weeks=6)
A_PAGE = 6
"""Months in which something lies."""


@READ_OR_WRITE
def edit_week(request: HttpRequest) -> HttpResponse:
    """The week that runs, or the one of the Monday that `?of=` names; a form says which it was shown for."""
    space, today = Visit(request).mine, Visit(request).today
    asked = (request.POST if request.method == "POST" else request.GET).get("of", "")
    day = day_of(asked) if asked else find_monday(today)
    there = space.find_day(Week, day)
    # A week that was answered under a wrong clock can be read and changed, wherever it lies.
    if there is None and (day.weekday() or day > today):
        raise Missing
    if request.method != "POST":
        wished = None if there else _find_last_wish(space, day)
        form = WeekForm.showing(there.record if there else None, there.revision if there else 0, wished)
        return render(request, _week_page(form, day, there))
    form = WeekForm(request.POST)
    if form.is_valid():
        try:
            return _save_week(request, space, form.week(day), form.cleaned_data["revision"])
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, _week_page(form, day, None), status=422)


def _save_week(request: HttpRequest, space: Space, mine: Week, revision: int) -> HttpResponse:
    """Keep a week over the one that was shown; of two, both are shown. Raises DidNotOpen, NewerVersion."""
    there = space.find_day(Week, mine.day)
    try:
        if there is None:
            space.add(mine)
        elif there.record != mine:
            space.replace(there.seen_at(revision), mine)
    except Conflict as conflict:
        if conflict.theirs is None:
            # Deleted in another window this very moment: what was said last holds.
            space.add(mine)
        elif conflict.theirs.record != mine:
            return render(request, _show_versions(mine, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("mytime_own"))


@READ_OR_WRITE
def delete_week(request: HttpRequest, day: str) -> HttpResponse:
    """Delete what was said of a week, after asking."""
    space, meant = Visit(request).mine, day_of(day)
    found = space.find_day(Week, meant)
    if found is None and request.method != "POST":
        raise Missing
    if request.method != "POST":
        return render(request, _confirm_deletion(found))
    if found is not None:
        try:
            space.remove(found.seen_at(Revision().to_python(request.POST.get("revision"))))
        except Conflict as conflict:
            return render(request, _confirm_deletion(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('mytime_own')}?done={deletion.deletion_flag()}")


def _find_last_wish(space: Space, day: date) -> int | None:
    """What I wished in the weeks before, so that it need not be typed again."""
    lot = space.query(Week, months=months_between(day - BEFORE, day))
    found = [one.record for one in lot.items if one.record.wished is not None]
    return max(found, key=lambda one: one.day).wished if found else None


def _week_page(form: WeekForm, day: date, there: Opened[Week] | None) -> WeekPage:
    words = there.record.words if there else ""
    return WeekPage(
        form=form,
        name=name_week(day),
        of=day.isoformat(),
        before=find_week_address(day - A_WEEK),
        delete=reverse("mytime_week_delete", args=[day.isoformat()]) if there else "",
        afraid=there is not None and "afraid" in there.record.obstacles,
        hands=drafts.find_hands("boundary", "topic", text=words) if words else (),
    )


def _show_versions(mine: Week, theirs: Opened[Week]) -> TwoWritesPage:
    again = {
        "of": mine.day.isoformat(),
        "revision": str(theirs.revision),
        "had": mine.had,
        "minutes": format_hours(mine.minutes),
        "wished": format_hours(mine.wished),
        "words": mine.words,
    }
    return TwoWritesPage(
        pairs=(
            Both(
                label=name_week(mine.day),
                name="week",
                mine=join_pairs(describe_week(mine)),
                theirs=join_pairs(describe_week(theirs.record)),
            ),
        ),
        action=reverse("mytime_week"),
        back_to=reverse("mytime_own"),
        hidden=(
            *(Hidden(name=name, value=value) for name, value in again.items()),
            *(Hidden(name="obstacles", value=one) for one in mine.obstacles),
        ),
        typed=False,
    )


def _confirm_deletion(found: Opened[Week] | None, *, changed: bool = False) -> DeletePage:
    assert found is not None  # who deletes a week was shown one
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    day = found.record.day.isoformat()
    return DeletePage(
        title=_("Delete what you said about this week?"),
        lines=(
            *lines,
            join_pairs(describe_week(found.record)).replace("\n", "; "),
            _("It is deleted at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("mytime_week_delete", args=[day]),
        button=_("Delete"),
        back=_("Keep it"),
        back_to=find_week_address(found.record.day),
        hidden=(Hidden(name="revision", value=str(found.revision)),),
        care=True,
    )


@require_safe
def list_weeks(request: HttpRequest) -> HttpResponse:
    """Half a year of weeks a page: wished against had, and what was in the way. `?to=` names its last month."""
    space, today = Visit(request).mine, Visit(request).today
    wanted = month_of(request.GET["to"]) if "to" in request.GET else ""
    window = pick_window(space.find_months(kind_of(Week).shelf), wanted, A_PAGE)
    # By their days: the months they lie in hold a hundred other pages each, which need not be opened.
    found = space.on_days(Week, list_days(window.shown))
    page = WeeksPage(
        rows=present_rows(found.items, today),
        told=describe_summary(summarise_weeks(one.record for one in found.items)),
        pages=link_window(window, reverse("mytime_weeks")),
        unopened=found.unopened,
    )
    return render(request, page)
