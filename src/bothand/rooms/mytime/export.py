"""What *mytime* seals as it reads in an export, and what follows when an import brings a second list."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.domain.times import Taken
from bothand.domain.wishes import Wish
from bothand.kit.manifest import Readable
from bothand.rooms.mytime.interests.labels import SORTS
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.times.labels import LINES, format_time
from bothand.rooms.mytime.times.records import Line, PutAway
from bothand.rooms.mytime.times.rules import merge_ids
from bothand.rooms.mytime.weeks.labels import describe_week, name_week
from bothand.rooms.mytime.weeks.records import Week
from bothand.rooms.mytime.wishes.labels import describe_wish


def readable_interest(interest: Interest) -> Readable:
    """Something I love as it reads in an export."""
    note = ((gettext("Your note"), interest.note),) if interest.note else ()
    return Readable(interest.words, ((gettext("How it is"), str(SORTS.get(interest.sort, ""))), *note))


def readable_week(week: Week) -> Readable:
    """A week as it reads in an export."""
    return Readable(name_week(week.day), describe_week(week))


def readable_wish(wish: Wish) -> Readable:
    """A wish for the week as it reads in an export."""
    return Readable(gettext("A wish for the week"), ((wish.words, describe_wish(wish)),))


def readable_time(taken: Taken) -> Readable:
    """Time taken as it reads in an export."""
    return Readable(
        gettext("Time taken"), ((gettext("When"), format_time(taken)), (gettext("For"), taken.word))
    )


def readable_line(line: Line) -> Readable:
    """A line beside a time as it reads in an export."""
    day = date_format(line.day, "j F Y")
    told = str(LINES.get(line.sort, ""))
    pairs = ((told, line.words),) if line.words else ((gettext("Answer"), told),)
    return Readable(
        gettext("About a time, %(day)s") % {"day": day}, pairs, links=((gettext("Answers"), line.about),)
    )


def readable_away(away: PutAway) -> Readable:
    """What I put away as it reads in an export."""
    return Readable(
        gettext("Notes you removed"), (), links=tuple((gettext("Note"), one) for one in away.entries)
    )


def merge_put_away(present: PutAway, incoming: PutAway) -> PutAway:
    """Both lists in one, when an import brings a second."""
    return PutAway(entries=merge_ids(present.entries, incoming.entries))
