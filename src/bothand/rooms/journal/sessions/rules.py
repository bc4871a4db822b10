"""Pure: where a session stands, what was written in it, and what of it may go on to another room."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from bothand.content.sessions import Session
from bothand.kit.manifest import DraftName
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession

LONGEST_STEP: Final = 20_000
HANDED: Final[dict[str, tuple[tuple[DraftName, int], ...]]] = {
    "E01": (("wish", 4),),
    "E05": (("need", 2), ("boundary", 4)),
    "E06": (("boundary", 1),),
    "E07": (("wish", 4),),
    "E08": (("topic", 0),),
    "E10": (("goal", 4),),
}
"""What a session may have brought to light, as a draft for another room, and beside which step it was written."""

OF_SAFETY: Final = frozenset({"E05", "E06", "E08"})
"""Exercises whose closing names the page on safety: the way there stands beside it."""


def list_steps(session: Session | None, record: WrittenSession) -> tuple[str, ...]:
    """What is asked, step by step. Of a session that is no longer among the texts, only what was written is left."""
    return ("",) * max(1, len(record.written)) if session is None else session.steps


def find_place(asked: str, steps: int, otherwise: int) -> int:
    """The step that an address or a form names, counted from 0; `otherwise`, or the nearest, for anything odd.

    >>> find_place("2", 5, 0), find_place("9", 5, 0), find_place("x", 5, 7)
    (2, 4, 4)
    """
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else otherwise
    return max(0, min(number, steps - 1))


def find_words(record: WrittenSession, place: int | None) -> str:
    """What was written beside a step, or beside the small version (None); "" for nothing."""
    if place is None:
        return record.small_words
    return record.written[place] if place < len(record.written) else ""


def write_words(record: WrittenSession, place: int | None, text: str) -> WrittenSession:
    """The session with this beside a step, or beside the small version (None); going on leads there again."""
    if place is None:
        return msgspec.structs.replace(record, small_words=text)
    written = [*record.written, *[""] * (place + 1 - len(record.written))]
    written[place] = text
    while written and not written[-1]:
        written.pop()
    return msgspec.structs.replace(record, written=tuple(written), place=place)


def follow_button(record: WrittenSession, place: int | None, button: str, today: date) -> WrittenSession:
    """The session after one of a step's buttons: where it goes on, in which version, and whether it is finished.

    Finishing once more keeps the first day. Any other button leaves it where it is.
    """
    here = place or 0
    match button:
        case "next":
            return msgspec.structs.replace(record, place=here + 1)
        case "back":
            return msgspec.structs.replace(record, place=max(0, here - 1))
        case "small" | "whole":
            return msgspec.structs.replace(record, small=button == "small")
        case "finish":
            return msgspec.structs.replace(record, done=record.done or today)
    return record


def trace_text(text: str) -> str:
    """A mark of a text that was shown, so that a form can say what it was filled in over.

    >>> trace_text("one") == trace_text("one"), trace_text("one") == trace_text("two")
    (True, False)
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def list_drafts(record: WrittenSession) -> Iterator[tuple[DraftName, str]]:
    """What of a session may go on to another room: the draft's name and the words for it."""
    for name, place in HANDED.get(record.session, ()):
        if text := find_words(record, place):
            yield name, text


def add_session(known: SessionList, record_id: bytes, session_id: str) -> SessionList:
    """The list with a session that was begun."""
    if any(one == record_id for one, _ in known.begun):
        return known
    return SessionList(begun=(*known.begun, (record_id, session_id)), open=(*known.open, record_id))


def finish_session(known: SessionList, record_id: bytes) -> SessionList:
    """The list with a session that waits no longer."""
    return SessionList(begun=known.begun, open=tuple(one for one in known.open if one != record_id))


def remove_session(known: SessionList, record_id: bytes) -> SessionList:
    """The list without a session."""
    return SessionList(
        begun=tuple(one for one in known.begun if one[0] != record_id),
        open=tuple(one for one in known.open if one != record_id),
    )


def merge_sessions(present: SessionList, incoming: SessionList) -> SessionList:
    """Both lists in one, when an import brings a second: what is finished in one of them is finished.

    >>> merge_sessions(SessionList(begun=((b"a", "E01"),)), SessionList(begun=((b"a", "E01"), (b"b", "E02")), open=(b"a", b"b"))).open
    (b'b',)
    """
    known = {one for one, _ in present.begun}
    new = tuple(one for one in incoming.begun if one[0] not in known)
    fresh = {one for one, _ in new}
    return SessionList(
        begun=present.begun + new,
        open=present.open + tuple(one for one in incoming.open if one in fresh),
    )


def find_waiting(known: SessionList, session_id: str) -> bytes | None:
    """The record of this session that waits, the one begun last if there are several."""
    waiting = set(known.open)
    return next((one for one, of in reversed(known.begun) if of == session_id and one in waiting), None)


def find_neighbours(known: SessionList, record_id: bytes) -> tuple[bytes | None, bytes | None]:
    """The records of the same session begun before and after this one, where there are any."""
    session_id = next((of for one, of in known.begun if one == record_id), None)
    same = [one for one, of in known.begun if of == session_id]
    if session_id is None:
        return None, None
    place = same.index(record_id)
    return (same[place - 1] if place else None, same[place + 1] if place + 1 < len(same) else None)
