"""Why a division is fair, in words for one of the two."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.rooms.housework.divisions.pages import WhyLine
from bothand.rooms.housework.divisions.records import Divided, Feeling
from bothand.rooms.housework.labels import say_hours
from bothand.rooms.housework.rules import Phase

if TYPE_CHECKING:
    from bothand.engines.sharing import Effect, Reason

_LISTING: Final = frozenset({"liked", "spared", "cannot"})
"""The reasons whose tasks are listed below them."""
_TO_ME: Final[Mapping[tuple[Feeling, Feeling], Promise]] = {
    ("like", "neutral"): gettext_lazy("From %(name)s to you, because you like it."),
    ("like", "like"): gettext_lazy("From %(name)s to you. You both like it."),
    ("like", "dislike"): gettext_lazy("From %(name)s to you, because you like it and %(name)s doesn't."),
    ("neutral", "neutral"): gettext_lazy("From %(name)s to you."),
    ("neutral", "like"): gettext_lazy("From %(name)s to you, though %(name)s likes it."),
    ("neutral", "dislike"): gettext_lazy("From %(name)s to you, because %(name)s doesn't like it."),
    ("dislike", "neutral"): gettext_lazy("From %(name)s to you, though you don't like it."),
    ("dislike", "like"): gettext_lazy("From %(name)s to you, though %(name)s likes it and you don't."),
    ("dislike", "dislike"): gettext_lazy("From %(name)s to you. Neither of you likes it."),
}
_FROM_ME: Final[Mapping[tuple[Feeling, Feeling], Promise]] = {
    ("like", "neutral"): gettext_lazy("From you to %(name)s, though you like it."),
    ("like", "like"): gettext_lazy("From you to %(name)s. You both like it."),
    ("like", "dislike"): gettext_lazy("From you to %(name)s, though you like it and %(name)s doesn't."),
    ("neutral", "neutral"): gettext_lazy("From you to %(name)s."),
    ("neutral", "like"): gettext_lazy("From you to %(name)s, who likes it."),
    ("neutral", "dislike"): gettext_lazy("From you to %(name)s, though %(name)s doesn't like it."),
    ("dislike", "neutral"): gettext_lazy("From you to %(name)s, because you don't like it."),
    ("dislike", "like"): gettext_lazy("From you to %(name)s, because %(name)s likes it and you don't."),
    ("dislike", "dislike"): gettext_lazy("From you to %(name)s. Neither of you likes it."),
}


def name_part(phase: Phase, *, whole: bool) -> str:
    """A part of a task; nothing for a task that is owned whole."""
    return "" if whole else {"noticed": _("noticing"), "planned": _("planning"), "done": _("doing")}[phase]


def say_owners(held: Sequence[tuple[Phase, str]]) -> str:
    """Who has a task, or who notices, who plans, who does; "" stands for the reader."""
    owners = {owner for _phase, owner in held}
    if len(owners) == 1:
        return owners.pop()
    yours: Mapping[Phase, str] = {"noticed": _("you notice"), "planned": _("you plan"), "done": _("you do")}
    theirs: Mapping[Phase, str] = {
        "noticed": _("%(name)s notices"),
        "planned": _("%(name)s plans"),
        "done": _("%(name)s does"),
    }
    return ", ".join(theirs[one] % {"name": name} if name else yours[one] for one, name in held)


def read_owners(phases: Sequence[Phase], said: str, names: tuple[str, str]) -> tuple[int, ...] | None:
    """The owners of each of these parts as `say_owners` wrote them; None where that says something else."""
    for chosen in product((0, 1), repeat=len(phases)):
        if say_owners([(phase, names[owner]) for phase, owner in zip(phases, chosen, strict=True)]) == said:
            return chosen
    return None


def say_reasons(told: "Iterable[Reason]", name: str, *, parts: bool) -> tuple[WhyLine, ...]:
    """The reasons as sentences, each with the tasks it is about; those about other people's feelings do not exist.
    `parts`: some tasks go in parts.
    """
    return tuple(
        WhyLine(text=sentence, tasks=one.tasks if one.id in _LISTING else ())
        for one in told
        if (sentence := _say_reason(one, name, parts=parts))
    )


def _say_reason(one: "Reason", name: str, *, parts: bool) -> str:
    numbers = dict(one.numbers)
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
            return _("You do what you like:")
        case "spared":
            return _("You don't do what would be hardest for you:")
        case "cannot":
            return _(
                "You said that you can't do these. You don't get them, but your minutes stay the same; both of you see it:"
            )
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


def say_title(changes: int, division: Divided, *, even: bool, half: bool) -> str:
    """What a division comes to, in a sentence. `even`: as near as makes no odds; `half`: half each is what both want."""
    if division.rule == "by_hand":
        return _("Changed by hand")
    if not changes:
        return _("No task has to change hands.")
    count = {"count": changes}
    if even and half:
        return (
            ngettext(
                "With %(count)d change, it would be even.",
                "With %(count)d changes, it would be even.",
                changes,
            )
            % count
        )
    if even:
        return (
            ngettext(
                "With %(count)d change, it would be as you two agreed.",
                "With %(count)d changes, it would be as you two agreed.",
                changes,
            )
            % count
        )
    return (
        ngettext(
            "With %(count)d change, it would be as even as tasks allow.",
            "With %(count)d changes, it would be as even as tasks allow.",
            changes,
        )
        % count
    )


def say_move(*, to_me: bool, mine: Feeling, shown: Feeling, name: str) -> str:
    """From whom to whom something goes, and what I said of it; what the other said only where they chose to show it."""
    told = _TO_ME if to_me else _FROM_ME
    known: Feeling = "neutral" if shown == "cannot" else shown
    own: Feeling = "dislike" if mine == "cannot" else mine
    return str(told[own, known]) % {"name": name}


def say_settled(*, to_me: bool, name: str) -> str:
    """Who has alone what both have today."""
    if to_me:
        return _("Today with both of you, then with you.")
    return _("Today with both of you, then with %(name)s.") % {"name": name}


def say_effect(done: "Effect", place: int, name: str) -> str:
    """What a move by hand did, in minutes, and how it weighs by one's own answers."""
    mine, theirs = done.after.minutes[place], done.after.minutes[1 - place]
    said = _("Now you do %(mine)s a week and %(name)s does %(theirs)s.") % {
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


def say_other(division: Divided, place: int, name: str) -> str:
    """What the other division comes to, beside the link that leads to it."""
    minutes = {
        "mine": say_hours(division.minutes[place]),
        "theirs": say_hours(division.minutes[1 - place]),
        "name": name,
        "count": division.changes,
    }
    return (
        ngettext(
            "%(count)d change: %(mine)s for you, %(theirs)s for %(name)s.",
            "%(count)d changes: %(mine)s for you, %(theirs)s for %(name)s.",
            division.changes,
        )
        % minutes
    )
