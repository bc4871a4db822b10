"""Putting sessions into *mine*, going on with them, and taking them out.

A session and the list of sessions change in one transaction. Words come before lists: a list that does not open keeps
nobody from writing.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from django.db import transaction

from bothand.rooms.journal.sessions.records import SessionList, WrittenSession
from bothand.rooms.journal.sessions.rules import (
    add_session,
    find_waiting,
    find_words,
    finish_session,
    follow_button,
    remove_session,
    trace_text,
    write_words,
)
from bothand.rooms.journal.store import amend_only
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.retry import retry_on_conflict
from bothand.vault.space import Space


class WrittenTwice(Exception):
    """Something else was written beside the same step meanwhile: `there` is the session as it stands."""

    def __init__(self, there: Opened[WrittenSession]) -> None:
        super().__init__("written twice")
        self.there = there


def find_session_list(space: Space) -> SessionList:
    """The list of sessions. Raises DidNotOpen."""
    found = space.only(SessionList)
    return SessionList() if found is None else found.record


def begin_session(space: Space, record: WrittenSession) -> Opened[WrittenSession]:
    """Begin a session, or go on with the record of it that waits."""
    with suppress(DidNotOpen, NewerVersion, Missing):
        waiting = find_waiting(find_session_list(space), record.session)
        if waiting is not None:
            return space.get(WrittenSession, waiting)
    with transaction.atomic():
        kept = space.add(record, new_id())
        _amend_list(space, lambda there: add_session(there, kept.id, record.session))
    return kept


def write_step(
    space: Space, record_id: bytes, place: int | None, text: str, *, shown: str, button: str, today: date
) -> Opened[WrittenSession]:
    """Keep what was written beside a step, or beside the small version (None), and go where the button leads.

    `shown` is the trace of what stood there when it was typed. What another window wrote beside another step stays.
    Raises WrittenTwice when it was beside this one, Missing, DidNotOpen, NewerVersion.
    """
    with transaction.atomic():
        return retry_on_conflict(
            lambda: _write_once(space, record_id, place, text, shown=shown, button=button, today=today)
        )


def delete_session(space: Space, there: Opened[WrittenSession]) -> None:
    """Take a session out, and out of the list. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        _amend_list(space, lambda known: remove_session(known, there.id))


def _write_once(
    space: Space, record_id: bytes, place: int | None, text: str, *, shown: str, button: str, today: date
) -> Opened[WrittenSession]:
    there = space.get(WrittenSession, record_id)
    now = find_words(there.record, place)
    if now != text and trace_text(now) != shown:
        raise WrittenTwice(there)
    changed = follow_button(write_words(there.record, place, text), place, button, today)
    kept = there if changed == there.record else space.replace(there, changed)
    if changed.done is not None:
        _amend_list(space, lambda known: finish_session(known, record_id))
    return kept


def _amend_list(space: Space, change: Callable[[SessionList], SessionList]) -> None:
    with suppress(DidNotOpen, NewerVersion):
        amend_only(space, SessionList, change)
