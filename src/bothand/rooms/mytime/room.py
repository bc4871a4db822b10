"""The manifest of *mytime*."""

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.domain.times import Block, Taken, Weekly
from bothand.domain.wishes import Wish
from bothand.kit.manifest import Readable, Room
from bothand.rooms.mytime import labels, rules
from bothand.rooms.mytime.asks import list_asks
from bothand.rooms.mytime.records import Interest, Line, PutAway, Week
from bothand.rooms.mytime.today import list_parts


def readable_interest(interest: Interest) -> Readable:
    """Something I love as it reads in an export."""
    note = ((gettext("Your note"), interest.note),) if interest.note else ()
    return Readable(interest.words, ((gettext("How it is"), str(labels.SORTS.get(interest.sort, ""))), *note))


def readable_week(week: Week) -> Readable:
    """A week as it reads in an export."""
    return Readable(labels.name_week(week.day), labels.describe_week(week))


def readable_wish(wish: Wish) -> Readable:
    """A wish for the week as it reads in an export."""
    return Readable(gettext("A wish for the week"), ((wish.words, labels.describe_wish(wish)),))


def readable_time(taken: Taken) -> Readable:
    """Time taken as it reads in an export."""
    return Readable(
        gettext("Time taken"), ((gettext("When"), labels.format_time(taken)), (gettext("For"), taken.word))
    )


def readable_line(line: Line) -> Readable:
    """A line beside a time as it reads in an export."""
    day = date_format(line.day, "j F Y")
    told = str(labels.LINES.get(line.sort, ""))
    pairs = ((told, line.words),) if line.words else ((gettext("Answer"), told),)
    return Readable(gettext("About a time, %(day)s") % {"day": day}, pairs)


def readable_away(away: PutAway) -> Readable:
    """What I put away as it reads in an export: where it lies."""
    return Readable(
        gettext("Lines you put away"), tuple((gettext("Line"), one.hex()) for one in away.entries)
    )


def merge_put_away(present: PutAway, incoming: PutAway) -> PutAway:
    """Both lists in one, when an import brings a second."""
    return PutAway(entries=rules.merge_ids(present.entries, incoming.entries))


ROOM = Room(
    name="mytime",
    title=_("My time"),
    about=_("What you love, and the time you take for it."),
    place="mine",
    path="time/",
    urls="bothand.rooms.mytime.urls",
    kinds=(Interest, Week, Wish, PutAway, Block, Weekly, Line),
    today=list_parts,
    readable={
        Interest: readable_interest,
        Week: readable_week,
        Wish: readable_wish,
        PutAway: readable_away,
        Block: readable_time,
        Weekly: readable_time,
        Line: readable_line,
    },
    merge={PutAway: merge_put_away},
    takes={"wish": "mytime_new"},
    asks=list_asks,
)
