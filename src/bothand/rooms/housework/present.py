"""From a home as it is kept to what a page shows."""

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.kit import choices, drafts
from bothand.rooms.housework.labels import name_owner, say_weekly
from bothand.rooms.housework.pages import AlonePage, OwnersRow, TaskRow
from bothand.rooms.housework.records import Task, Who, task_id
from bothand.rooms.housework.rules import say_who


def present_alone() -> AlonePage:
    """For one without a partner: what can be done alone."""
    return AlonePage(hands=drafts.find_hands("page", text=_("What housework takes of my week:")))


def present_task(task: Task, pair: Pair) -> TaskRow:
    """A task as the page of the home shows it. It needs the engine, and so numpy."""
    from bothand.rooms.housework.divisions.rules import show_weekly

    notices, plans, does = (
        name_owner(say_who(who, pair.place), pair.partner.name)
        for who in (task.noticed_by, task.planned_by, task.done_by)
    )
    phases = (_("notices"), notices), (_("plans"), plans), (_("does"), does)
    weekly = say_weekly(show_weekly(task))
    return TaskRow(
        name=task.name,
        weekly=f"{weekly} · {_('may be split')}" if task.split else weekly,
        path=reverse("housework_task", args=[task_id(task.name).hex()]),
        today=(does or "–",)
        if notices == plans == does
        else tuple(f"{phase}: {owner or '–'}" for phase, owner in phases),
    )


def present_owners(task: Task, pair: Pair) -> OwnersRow:
    """A task with the choices of whose each part of it is."""
    labels = [("", "–"), ("me", _("you")), ("other", pair.partner.name), ("both", _("both alike"))]

    def write_owners(who: Who) -> SafeString:
        return choices.write_options(labels, say_who(who, pair.place))

    return OwnersRow(
        id=task_id(task.name).hex(),
        name=task.name,
        noticed=write_owners(task.noticed_by),
        planned=write_owners(task.planned_by),
        done=write_owners(task.done_by),
    )
