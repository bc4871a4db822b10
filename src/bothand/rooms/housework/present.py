"""From a home as it is kept to what a page shows."""

from collections.abc import Iterable
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.content.chores import KINDS, Chore
from bothand.kit import drafts
from bothand.rooms.housework.forms import TasksForm
from bothand.rooms.housework.labels import (
    KIND_TITLES,
    name_phase,
    say_apart,
    say_hours,
    say_weekly,
)
from bothand.rooms.housework.pages import AlonePage, Bars, OwnerButtons, TaskKind, TaskRow
from bothand.rooms.housework.process import HOUSEWORK, Standing
from bothand.rooms.housework.records import Task, task_id
from bothand.rooms.housework.rules import Phase, Said, count_minutes, say_who
from bothand.shell import field_html
from bothand.shell.process_page import Course, present_course

WIDTH: Final = 200
_ROOM: Final = 3, 5
"""So much of all minutes fills a bar: a fair half leaves room to grow."""


def present_alone() -> AlonePage:
    """For one without a partner: what can be done alone."""
    return AlonePage(hands=drafts.find_hands("page", text=_("What housework takes of my week:")))


def present_steps(standing: Standing, pair: Pair, *, shown: str = "") -> Course:
    """The steps as they stand for the reader; `shown` names the one that the page is about, where it lies behind them."""
    reached = HOUSEWORK.find_place(standing)
    return present_course(
        HOUSEWORK,
        reached,
        title=_("Housework"),
        partner=pair.partner.name,
        shown=HOUSEWORK.look_back(shown, reached) if shown else None,
    )


def draw_bars(mine: int, theirs: int, whole: int) -> Bars:
    """Two bars on one scale. `whole` are all minutes of the home, so that bars of one home can be compared.

    >>> draw_bars(120, 60, 300).my_width
    133
    """
    full = max(mine, theirs, whole * _ROOM[0] // _ROOM[1], 1)
    return Bars(
        mine=say_hours(mine),
        theirs=say_hours(theirs),
        my_width=WIDTH * mine // full,
        their_width=WIDTH * theirs // full,
    )


def present_kinds(form: TasksForm) -> tuple[TaskKind, ...]:
    """The tasks that are left to take in, by kind; in a home without tasks what nearly every home has comes first."""
    drawn = list(zip(form.left, field_html.options_of(form["tasks"]), strict=True))

    def draw_kind(
        title: str | Promise, taken: Iterable[tuple[Chore, field_html.Option]], *, opened: bool
    ) -> TaskKind:
        return TaskKind(title=title, options=tuple(option for _chore, option in taken), open=opened)

    common = [(chore, option) for chore, option in drawn if chore.common and form.is_fresh]
    others = [(chore, option) for chore, option in drawn if not (chore.common and form.is_fresh)]
    kinds = [draw_kind(_("In nearly every home"), common, opened=True)]
    kinds += [
        draw_kind(KIND_TITLES[kind], [each for each in others if each[0].kind == kind], opened=False)
        for kind in KINDS
    ]
    return tuple(kind for kind in kinds if kind.options)


def present_task(task: Task, pair: Pair, opened: str) -> TaskRow:
    """A task as the page of the home shows it; `opened` names the one whose details are open."""
    hex_id, name = task_id(task.name).hex(), pair.partner.name
    said: dict[Phase, Said] = {
        "noticed": say_who(task.noticed_by, pair.place),
        "planned": say_who(task.planned_by, pair.place),
        "done": say_who(task.done_by, pair.place),
    }
    sides: tuple[tuple[Said, str], ...] = (("me", _("me")), ("both", _("both")), ("other", name))
    weekly = say_weekly(count_minutes(task))
    thinking: tuple[Phase, ...] = ("noticed", "planned")
    return TaskRow(
        id=hex_id,
        name=task.name,
        weekly=_("%(weekly)s, may be split") % {"weekly": weekly} if task.split else weekly,
        apart=say_apart(said["noticed"], said["planned"], said["done"], name),
        doer=_write_owners("done", hex_id, said["done"], sides),
        beneath=tuple(
            OwnerButtons(title=name_phase(phase), buttons=_write_owners(phase, hex_id, said[phase], sides))
            for phase in thinking
        ),
        elsewhere=_write_owners("done", hex_id, said["done"], (("else", _("Somebody else does it")),)),
        path=reverse("housework_task", args=[hex_id]),
        open=opened == hex_id,
    )


def _write_owners(phase: Phase, hex_id: str, chosen: Said, sides: Iterable[tuple[Said, str]]) -> SafeString:
    """A row of buttons that each say whose a part of a task is."""
    return format_html_join(
        "",
        '<button name="own" value="{0}-{1}-{2}" id="{0}-{1}-{2}" aria-pressed="{3}">{4}</button>',
        ((phase, hex_id, who, "true" if who == chosen else "false", label) for who, label in sides),
    )
