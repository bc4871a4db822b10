"""What *journal* seals as it reads in an export, and what follows when an import brings a second list."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.domain.needs import Needs
from bothand.kit import areas
from bothand.kit.manifest import Readable
from bothand.rooms.journal.entries.present import quote_question
from bothand.rooms.journal.entries.records import Entry, Ids
from bothand.rooms.journal.sessions.present import find_session, find_title
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession


def readable_entry(entry: Entry) -> Readable:
    """A page as it reads in an export."""
    when = date_format(entry.day, "l, j F Y") + (f", {entry.at}" if entry.at else "")
    asked = " ".join(quote_question(entry.prompt_id, ""))
    about = ((gettext("The question"), asked),) if asked else ()
    return Readable(heading=when, pairs=(*about, (gettext("Your words"), entry.text)))


def readable_session(record: WrittenSession) -> Readable:
    """A session as it reads in an export: each step with what was written beside it."""
    session = find_session(record.session)
    when = date_format(record.day, "l, j F Y") + (f", {record.at}" if record.at else "")
    steps = session.steps if session else ()
    pairs = [
        (steps[number] if number < len(steps) else gettext("A step"), words)
        for number, words in enumerate(record.written)
        if words
    ]
    if record.small_words:
        pairs.append((session.bad_day if session else gettext("The small version"), record.small_words))
    return Readable(heading=f"{when}: {find_title(record.session)}", pairs=tuple(pairs))


def readable_sessions(known: SessionList) -> Readable:
    """The list of sessions as it reads in an export."""
    return Readable(
        heading=gettext("Your sessions"),
        pairs=(),
        links=tuple((find_title(session), one) for one, session in known.begun),
    )


def readable_needs(record: Needs) -> Readable:
    """What somebody needs as it reads in an export, each beside its area of life."""
    return Readable(
        heading=gettext("What you need"),
        pairs=tuple(
            (str(areas.NAMES.get(one.area, "")) or gettext("A need"), one.words) for one in record.held
        ),
    )


def readable_favourites(ids: Ids) -> Readable:
    """The marks as they read in an export."""
    return _readable_ids(gettext("Pages you marked"), ids)


def readable_answers(ids: Ids) -> Readable:
    """The answers to the guiding question as they read in an export."""
    return _readable_ids(gettext("Your answers to the guiding question"), ids)


def merge_ids(present: Ids, incoming: Ids) -> Ids:
    """Both lists in one, when an import brings a second."""
    fresh = tuple(one for one in incoming.entries if one not in present.entries)
    return type(present)(entries=present.entries + fresh)


def _readable_ids(heading: str, ids: Ids) -> Readable:
    return Readable(heading=heading, pairs=(), links=tuple((gettext("Page"), one) for one in ids.entries))
