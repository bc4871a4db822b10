"""Why a division is fair, in words for one of the two."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.rooms.housework.divisions.records import Divided
from bothand.rooms.housework.labels import say_hours

if TYPE_CHECKING:
    from bothand.engines.sharing import Effect, Phase, Reason

MOST_NAMED = 4


def name_phase(one: "Phase") -> str:
    """A part of a task; nothing for a task that is owned whole."""
    return {"noticing": _("noticing"), "planning": _("planning"), "doing": _("doing")}.get(one.value, "")


def name_task(task: str, phases: "Iterable[Phase]" = ()) -> str:
    """A task in a sentence, with the parts of it that are meant."""
    parts = ", ".join(filter(None, map(name_phase, phases)))
    return f"“{task}” ({parts})" if parts else f"“{task}”"


def say_shares(held: "Sequence[tuple[Phase, str]]") -> str:
    """Who notices, who plans, who does; "" stands for the reader."""
    yours = {"noticing": _("you notice"), "planning": _("you plan"), "doing": _("you do")}
    theirs = {
        "noticing": _("%(name)s notices"),
        "planning": _("%(name)s plans"),
        "doing": _("%(name)s does"),
    }
    return ", ".join(theirs[one.value] % {"name": name} if name else yours[one.value] for one, name in held)


def list_names(names: Sequence[str]) -> str:
    """A few names, and how many more there are."""
    shown = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return shown
    return ngettext("%(shown)s and %(more)d more", "%(shown)s and %(more)d more", more) % {
        "shown": shown,
        "more": more,
    }


def say_reasons(told: "Iterable[Reason]", name: str, *, parts: bool) -> tuple[str, ...]:
    """The reasons as sentences; those about other people's feelings do not exist. `parts`: some tasks go in parts."""
    return tuple(sentence for one in told if (sentence := _say_reason(one, name, parts=parts)))


def _say_reason(one: "Reason", name: str, *, parts: bool) -> str:
    numbers = dict(one.numbers)
    phases = one.phases or ((),) * len(one.tasks)
    tasks = list_names([name_task(task, each) for task, each in zip(one.tasks, phases, strict=True)])
    match one.id:
        case "minutes":
            return _(
                "You do %(mine)s a week and %(name)s does %(theirs)s: doing, noticing and planning together."
            ) % {
                "mine": say_hours(int(numbers["minutes"])),
                "theirs": say_hours(int(numbers["theirs"])),
                "name": name,
            }
        case "as_near_as_can_be":
            if parts:
                return _("Tasks and their parts can't come any closer to what you two agreed on.")
            return _("Whole tasks can't come any closer to what you two agreed on.")
        case "liked":
            return _("You do what you like: %(tasks)s.") % {"tasks": tasks}
        case "spared":
            return _("You don't do what would be hardest for you: %(tasks)s.") % {"tasks": tasks}
        case "cannot":
            return _(
                "You said that you can't do %(tasks)s. You don't get these tasks, but your minutes stay the same; both of you see it."
            ) % {"tasks": tasks}
        case "comes_to_you":
            return _("New for you: %(tasks)s.") % {"tasks": tasks}
        case "goes_from_you":
            return _("No longer yours: %(tasks)s.") % {"tasks": tasks}
        case "none_of_theirs":
            return _("You can't do anything on %(name)s's list, so the two lists can't be compared.") % {
                "name": name
            }
        case "lighter_list" if one.tasks:
            return _(
                "By your own answers, your list is no heavier for you than what you could do of the other one."
            )
        case "lighter_but_one" if one.tasks:
            return _(
                "By your own answers, your list is no heavier for you than what you could do of the other one, except for a single task."
            )
        case "lighter_list":
            return _("By your own answers, your list is no heavier for you than the other one would be.")
        case "lighter_but_one":
            return _(
                "By your own answers, your list is no heavier for you than the other one, except for a single task."
            )
        case "efficient":
            return _("It can't be made lighter for one of you without becoming heavier for the other.")
    return ""


def say_effect(done: "Effect", task: str, place: int, name: str) -> str:
    """What a move by hand did, in minutes, and how it weighs by one's own answers. `task` as `name_task`."""
    mine, theirs = done.after.minutes[place], done.after.minutes[1 - place]
    said = _("%(task)s changed hands. Now you do %(mine)s a week and %(name)s does %(theirs)s.") % {
        "task": task,
        "mine": say_hours(mine),
        "theirs": say_hours(theirs),
        "name": name,
    }
    weighs = done.burden[place]
    if weighs > 0:
        return said + " " + _("By your own answers, it is heavier for you.")
    if weighs < 0:
        return said + " " + _("By your own answers, it is lighter for you.")
    return said


def say_changes(count: int, *, parts: bool) -> str:
    """How much changes hands against today; a part of a task counts by itself."""
    if parts:
        return ngettext(
            "%(count)d task, or part of one, changes hands.",
            "%(count)d tasks or parts of tasks change hands.",
            count,
        ) % {"count": count}
    return ngettext("%(count)d task changes hands.", "%(count)d tasks change hands.", count) % {
        "count": count
    }


def name_rule(one: Divided) -> str:
    """How a division was made, as its heading."""
    if one.rule == "equal_minutes":
        return _("Minutes as even as possible")
    if one.rule == "fewest_changes":
        return _("Nearly as even, with fewer changes")
    return _("Changed by hand")
