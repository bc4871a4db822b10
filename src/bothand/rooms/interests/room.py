"""The manifest of *interests*."""

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.rooms.interests import flow, wish_pages, wording
from bothand.rooms.interests.asks import asks
from bothand.rooms.interests.pages import PAGES, ComingPart
from bothand.rooms.interests.records import Interest, Line, PutAway, Week
from bothand.rooms.interests.today import today
from bothand.rooms.kit.manifest import Readable, Room
from bothand.rooms.kit.times import Block, Taken, Weekly
from bothand.rooms.kit.wishes import Wish


def readable_interest(interest: Interest) -> Readable:
    """Something I love as it reads in an export."""
    note = ((gettext("Your note"), interest.note),) if interest.note else ()
    return Readable(
        interest.words, ((gettext("How it is"), str(wording.SORTS.get(interest.sort, ""))), *note)
    )


def readable_week(week: Week) -> Readable:
    """A week as it reads in an export."""
    return Readable(wording.week_name(week.day), wording.week_pairs(week))


def readable_wish(wish: Wish) -> Readable:
    """A wish for the week as it reads in an export."""
    return Readable(gettext("A wish for the week"), ((wish.words, wording.wish_line(wish)),))


def readable_time(taken: Taken) -> Readable:
    """Time taken as it reads in an export."""
    return Readable(
        gettext("Time taken"), ((gettext("When"), wording.when(taken)), (gettext("For"), taken.word))
    )


def readable_line(line: Line) -> Readable:
    """A line beside a time as it reads in an export."""
    day = date_format(line.day, "j F Y")
    told = str(wording.LINES.get(line.sort, ""))
    pairs = ((told, line.words),) if line.words else ((gettext("Answer"), told),)
    return Readable(gettext("About a time, %(day)s") % {"day": day}, pairs)


def readable_away(away: PutAway) -> Readable:
    """What I put away as it reads in an export: where it lies."""
    return Readable(
        gettext("Lines you put away"), tuple((gettext("Line"), one.hex()) for one in away.entries)
    )


def both_away(present: PutAway, incoming: PutAway) -> PutAway:
    """Both lists in one, when an import brings a second."""
    return PutAway(entries=flow.together(present.entries, incoming.entries))


ROOM = Room(
    name="interests",
    title=_("My time"),
    about=_("What you love, and the time you take for it."),
    place="mine",
    path="time/",
    urls="bothand.rooms.interests.urls",
    kinds=(Interest, Week, Wish, PutAway, Block, Weekly, Line),
    pages=(*PAGES, *wish_pages.PAGES),
    parts=(ComingPart,),
    today=today,
    readable={
        Interest: readable_interest,
        Week: readable_week,
        Wish: readable_wish,
        PutAway: readable_away,
        Block: readable_time,
        Weekly: readable_time,
        Line: readable_line,
    },
    merge={PutAway: both_away},
    takes={"wish": "interests_new"},
    asks=asks,
)
