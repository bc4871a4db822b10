"""Putting pages into *mine* and taking them out, with the short lists that stand beside them.

What changes more than one document does so in one transaction: a crash leaves the old or the new, whole.
"""

from collections.abc import Callable
from contextlib import suppress

from django.db import transaction

from bothand.rooms.journal.entries.records import GUIDING, Entry, Favourites, GuidingAnswers, Ids
from bothand.rooms.journal.entries.rules import add_id, remove_id
from bothand.rooms.journal.store import amend_only
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Lot, Space


def write_entry(space: Space, entry: Entry, record_id: bytes) -> Opened[Entry]:
    """Put a new page in. The same form sent twice gives the page that is there already.

    Raises Conflict when another page lies under that id, DidNotOpen when what lies there does not open.
    """
    with transaction.atomic():
        kept = _add_entry(space, entry, record_id)
        if entry.prompt_id == GUIDING:
            # A list that does not open stays as it lies, and the answer is kept: words come before lists.
            with suppress(DidNotOpen, NewerVersion):
                _amend_ids(space, GuidingAnswers, lambda ids: add_id(ids, kept.id))
    return kept


def delete_entry(space: Space, there: Opened[Entry]) -> None:
    """Take a page out, and out of the lists. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        for kind in (Favourites, GuidingAnswers):
            # An id that leads nowhere is passed over wherever the list is read.
            with suppress(DidNotOpen, NewerVersion):
                _amend_ids(space, kind, lambda ids: remove_id(ids, there.id))


def mark_entry(space: Space, record_id: bytes, *, on: bool) -> None:
    """Mark a page to be found again, or not. Raises DidNotOpen, NewerVersion."""
    change = add_id if on else remove_id
    with transaction.atomic():
        _amend_ids(space, Favourites, lambda ids: change(ids, record_id))


def find_favourites(space: Space) -> tuple[bytes, ...]:
    """The ids of marked pages. Raises DidNotOpen."""
    found = space.only(Favourites)
    return () if found is None else found.record.entries


def find_guiding_answers(space: Space) -> Lot[Entry]:
    """The answers to the guiding question. Raises DidNotOpen when their list does not open."""
    found = space.only(GuidingAnswers)
    return Lot(()) if found is None else space.query(Entry, ids=found.record.entries)


def say_the_same(one: Entry, other: Entry) -> bool:
    """Whether two pages say the same: when they were sent does not matter."""
    return (one.text, one.prompt_id) == (other.text, other.prompt_id)


def _add_entry(space: Space, entry: Entry, record_id: bytes) -> Opened[Entry]:
    try:
        return space.add(entry, record_id)
    except Conflict as conflict:
        there = conflict.theirs
        if there is None or there.kind.type is not Entry:
            # Gone this very moment, or no page at all: these words get a place of their own.
            return space.add(entry, new_id())
        if say_the_same(there.record, entry):
            found: Opened[Entry] = there
            return found
        raise


def _amend_ids(
    space: Space, kind: type[Ids], change: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]
) -> None:
    """Change a list of ids."""
    amend_only(space, kind, lambda ids: kind(entries=change(ids.entries)))
