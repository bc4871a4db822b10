"""How each kind of *goals* reads in an export, and what an import does with the list there is one of."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.kit.manifest import Readable
from bothand.rooms.goals.records import Entry, Goal, Trail
from bothand.rooms.goals.support.labels import name_offer, name_support
from bothand.rooms.goals.support.records import Fit, Fits, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import keep_known


def read_goal(one: Goal) -> Readable:
    """A goal as it reads in an export."""
    ended = ((gettext("Put away"), _write_day(one.ended)),) if one.ended else ()
    why = ((gettext("Why it matters to me"), one.why),) if one.why else ()
    return Readable(heading=one.text, pairs=(*why, (gettext("Since"), _write_day(one.begun)), *ended))


def read_entry(one: Entry) -> Readable:
    """An entry as it reads in an export, and in a copy that is shared."""
    return Readable(heading=_write_day(one.day), pairs=((gettext("How it goes"), one.text),))


def read_trail(one: Trail) -> Readable:
    """A goal's steps, and where to find its entries, as they read in an export."""
    steps = tuple(
        (_write_day(step.done) if step.done else gettext("A step"), step.text) for step in one.steps
    )
    pages = tuple((gettext("Page"), each.hex()) for each in one.entries)
    return Readable(heading=gettext("Steps and pages of a goal"), pairs=(*steps, *pages))


def read_wish(one: SupportWish) -> Readable:
    """What support is wanted, as it reads in an export."""
    return Readable(
        heading=gettext("Support I want"), pairs=_pair_support(one.wanted, one.unwanted, one.words)
    )


def read_shared_goal(one: SharedGoal) -> Readable:
    """A shared goal as it reads in an export."""
    why = ((gettext("Why it matters to me"), one.why),) if one.why else ()
    return Readable(heading=one.text, pairs=(*why, *_pair_support(one.wanted, one.unwanted, one.words)))


def read_offer(one: Offer) -> Readable:
    """An offer as it reads in an export."""
    words = ((gettext("In my own words"), one.words),) if one.words else ()
    return Readable(
        heading=gettext("Support that was offered"),
        pairs=(
            (gettext("What"), name_offer(one.support)),
            *words,
            (gettext("Since"), _write_day(one.since)),
        ),
    )


def read_fit(one: Fit) -> Readable:
    """What was said about support, as it reads in an export and in a copy that is shared."""
    how = gettext("It fitted") if one.fitted else gettext("It took over")
    words = ((gettext("What happened"), one.words),) if one.words else ()
    return Readable(
        heading=f"{name_offer(one.support)}, {_write_day(one.day)}",
        pairs=((gettext("How it was for me"), how), *words),
    )


def read_fits(one: Fits) -> Readable:
    """The list of what was said about support as it reads in an export: where to find it."""
    pages = tuple((gettext("Page"), each.hex()) for each in one.entries)
    return Readable(heading=gettext("How support was"), pairs=pages)


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
