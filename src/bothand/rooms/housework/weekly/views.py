"""The weekly list of each, to print."""

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from bothand.kit.pairs import for_pair
from bothand.kit.weekly import WeeklyTask
from bothand.rooms.housework.labels import say_hours, say_times
from bothand.rooms.housework.present import present_alone
from bothand.rooms.housework.weekly.pages import ListedTask, ListPage
from bothand.rooms.housework.weekly.store import find_weekly
from bothand.shell.page import render


@require_safe
@for_pair(present_alone)
def show_list(request: HttpRequest) -> HttpResponse:
    """What each of them does every week."""
    week = find_weekly(request)
    page = ListPage(
        since=date_format(week.since, "j F Y") if week.since else "",
        mine=_present_tasks(week.mine),
        theirs=_present_tasks(week.theirs),
        my_time=_add_up(week.mine),
        their_time=_add_up(week.theirs),
        nobody=week.nobody,
    )
    return render(request, page)


def _present_tasks(tasks: tuple[WeeklyTask, ...]) -> tuple[ListedTask, ...]:
    """Those that come most often first."""
    return tuple(
        ListedTask(title=task.title, often=say_times(task.times), about=task.about)
        for task in sorted(tasks, key=lambda task: -task.times)
    )


def _add_up(tasks: tuple[WeeklyTask, ...]) -> str:
    return say_hours(sum(task.minutes for task in tasks))
