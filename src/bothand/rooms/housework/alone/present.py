"""From one's own work as it is kept to what its page shows."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.rooms.housework.alone.pages import FeltBar, OwnRow, OwnWorkPage
from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.alone.rules import FELT, count_felt, count_thinking, pair_up
from bothand.rooms.housework.divisions.records import Feeling
from bothand.rooms.housework.forms import TaskForm, TasksForm
from bothand.rooms.housework.labels import say_hours, say_weekly
from bothand.rooms.housework.present import WIDTH, present_kinds
from bothand.rooms.housework.records import MOST_TASKS, Task, task_id
from bothand.rooms.housework.rules import count_minutes

WORDS: Final[Mapping[Feeling, Promise]] = {
    "like": gettext_lazy("like it"),
    "neutral": gettext_lazy("don't mind"),
    "dislike": gettext_lazy("don't like it"),
}


def present_own_work(work: OwnWork, form: TasksForm, own: TaskForm) -> OwnWorkPage:
    """One's own tasks, how long they take in a week, and what is left to take in."""
    return OwnWorkPage(
        rows=tuple(_present_row(task, felt) for task, felt in pair_up(work)),
        bars=_draw_bars(work),
        said=_say_week(work),
        form=form,
        kinds=present_kinds(form),
        own=own,
        full=len(work.tasks) >= MOST_TASKS,
    )


def _present_row(task: Task, felt: Feeling) -> OwnRow:
    hex_id = task_id(task.name).hex()
    buttons = format_html_join(
        "",
        '<button name="feel" value="{0}-{1}" id="{1}-{0}" aria-pressed="{2}">{3}</button>',
        ((hex_id, each, "true" if each == felt else "false", WORDS[each]) for each in FELT),
    )
    return OwnRow(id=hex_id, name=task.name, weekly=say_weekly(count_minutes(task)), buttons=buttons)


def _draw_bars(work: OwnWork) -> tuple[FeltBar, ...]:
    minutes = {feeling: count_felt(work, feeling) for feeling in FELT}
    full = max(*minutes.values(), 1)
    titles = {"like": _("You like"), "neutral": _("You don't mind"), "dislike": _("You don't like")}
    return tuple(
        FeltBar(
            id=each, title=titles[each], time=say_hours(minutes[each]), width=WIDTH * minutes[each] // full
        )
        for each in FELT
    )


def _say_week(work: OwnWork) -> str:
    if not work.tasks:
        return ""
    return _("About %(time)s a week, of which %(thinking)s are noticing and planning.") % {
        "time": say_hours(sum(map(count_minutes, work.tasks))),
        "thinking": say_hours(count_thinking(work)),
    }
