"""How each kind of *goals* reads in an export, and what an import does with the list there is one of."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.kit.manifest import Readable
from bothand.rooms.goals.records import Entry, Goal, Trail
from bothand.rooms.goals.support.labels import name_offer, name_support
from bothand.rooms.goals.support.records import Fit, Fits, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import keep_known


def read_goal(goal: Goal) -> Readable:
    """A goal as it reads in an export."""
    ended = ((gettext("Archived"), _write_day(goal.ended)),) if goal.ended else ()
    why = ((gettext("Why it matters to me"), goal.why),) if goal.why else ()
    return Readable(heading=goal.text, pairs=(*why, (gettext("Since"), _write_day(goal.begun)), *ended))


def read_entry(entry: Entry) -> Readable:
    """An entry as it reads in an export, and in a copy that is shared."""
    return Readable(
        heading=_write_day(entry.day),
        pairs=((gettext("How it is going"), entry.text),),
        links=((gettext("The goal"), entry.goal),),
    )


def read_trail(trail: Trail) -> Readable:
    """A goal's steps, and what was written about it, as they read in an export."""
    steps = tuple(
        (_write_day(step.done) if step.done else gettext("A step"), step.text) for step in trail.steps
    )
    return Readable(
        heading=gettext("Steps towards a goal"),
        pairs=steps,
        part_of=trail.goal,
        links=tuple((gettext("How it went"), each) for each in trail.entries),
    )


def read_wish(wish: SupportWish) -> Readable:
    """What support is wanted, as it reads in an export."""
    return Readable(
        heading=gettext("Support I want"),
        pairs=_pair_support(wish.wanted, wish.unwanted, wish.words),
        part_of=wish.goal,
    )


def read_shared_goal(goal: SharedGoal) -> Readable:
    """A shared goal as it reads in an export."""
    why = ((gettext("Why it matters to me"), goal.why),) if goal.why else ()
    return Readable(heading=goal.text, pairs=(*why, *_pair_support(goal.wanted, goal.unwanted, goal.words)))


def read_offer(offer: Offer) -> Readable:
    """An offer as it reads in an export."""
    words = ((gettext("In my own words"), offer.words),) if offer.words else ()
    return Readable(
        heading=gettext("Support that was offered"),
        pairs=(
            (gettext("What"), name_offer(offer.support)),
            *words,
            (gettext("Since"), _write_day(offer.since)),
        ),
        part_of=offer.goal,
    )


def read_fit(fit: Fit) -> Readable:
    """What was said about support, as it reads in an export and in a copy that is shared."""
    how = gettext("It helped") if fit.fitted else gettext("It took over")
    words = ((gettext("What happened"), fit.words),) if fit.words else ()
    return Readable(
        heading=f"{name_offer(fit.support)}, {_write_day(fit.day)}",
        pairs=((gettext("How it was for me"), how), *words),
        links=((gettext("The goal"), fit.goal),),
    )


def read_fits(fits: Fits) -> Readable:
    """The list of what was said about support as it reads in an export."""
    said = tuple((gettext("What you said"), each) for each in fits.entries)
    return Readable(heading=gettext("How support was"), pairs=(), links=said)


def merge_fits(present: Fits, incoming: Fits) -> Fits:
    """Both lists in one, when an import brings a second."""
    return Fits(entries=tuple(dict.fromkeys((*present.entries, *incoming.entries))))


def _pair_support(
    wanted: tuple[str, ...], unwanted: tuple[str, ...], words: str
) -> tuple[tuple[str, str], ...]:
    named = [
        (gettext("This would help me"), ", ".join(map(name_support, keep_known(wanted)))),
        (gettext("This would not"), ", ".join(map(name_support, keep_known(unwanted)))),
        (gettext("In my own words"), words),
    ]
    return tuple(pair for pair in named if pair[1])


def _write_day(day: date) -> str:
    return str(date_format(day, "j F Y"))
