"""Taking in a copy. Nothing that is here is lost, and nothing that comes is dropped without a word."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec
from django.db import transaction

from bothand.kit import registry
from bothand.rooms.account.pages import Brought
from bothand.rooms.account.takeout.archive import (
    MEGABYTES,
    SECONDS,
    Arrived,
    NewerCopy,
    NotACopy,
    read_archive,
)
from bothand.shell.worker import run_in_worker
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.records import Dated, Record, Shelf, kind_numbered, kind_of
from bothand.vault.space import Space

EARLIEST: Final = date(1970, 1, 1)
"""No page of a copy is from before: a space looks through its months, so a made-up year must not cost millennia."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A copy that was read and checked whole. `first` is its earliest day, `unopened` what it says it lacks."""

    records: tuple[tuple[Arrived, Record], ...]
    first: date
    unopened: int


def unpack_archive(packed: bytes) -> Unpacked:
    """Read a copy without changing anything. Raises NotACopy, NewerCopy, TooLarge; OverBudget."""
    copy = run_in_worker(read_archive, packed, seconds=SECONDS, megabytes=MEGABYTES)
    records = tuple((one, _read_record(one)) for one in copy.documents)
    days = [record.day for _, record in records if isinstance(record, Dated)]
    first = min(days, default=copy.made.date())
    if first < EARLIEST:
        raise NotACopy
    return Unpacked(records, first, copy.unopened)


def bring_in(mine: Space, copy: Unpacked) -> Brought:
    """Put every document of a copy in, in one transaction.

    The same again is left as it is. Where something else lies under an id, both are kept; where a kind has one a
    day, what is here stays and is counted; where it has one in all, the room says what follows.
    """
    counts = {"added": 0, "present": 0, "kept_both": 0, "kept_yours": 0, "unreadable": copy.unopened}
    with transaction.atomic():
        for one, record in copy.records:
            counts[_put_record(mine, one, record)] += 1
    return Brought(**counts)


def _read_record(one: Arrived) -> Record:
    try:
        kind = kind_numbered(one.kind)
        if one.version > kind.version:
            raise NewerCopy
        bytes.fromhex(one.id)
        record: Record = msgspec.json.decode(one.record, type=kind.type)
    except NewerVersion:
        raise NewerCopy from None
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        if isinstance(error, NewerCopy):
            raise
        raise NotACopy from None
    if len(one.id) != 32:
        raise NotACopy
    return record


def _put_record(mine: Space, one: Arrived, record: Record) -> str:
    record_id = bytes.fromhex(one.id)
    if kind_of(type(record)).shelf is Shelf.DERIVED:
        # What is computed from the history is never believed from a file: its room says what it is computed from.
        record = _merge_record(record)(record, record)
    if mine.restore_into(record, record_id=record_id, created=one.created, changed=one.changed):
        return "added"
    try:
        present = mine.peek(record, record_id)
    except DidNotOpen:
        present = None
    if present is not None and present.record == record:
        return "present"
    return _put_beside(mine, one, record, present)


def _put_beside(mine: Space, one: Arrived, record: Record, present: Opened[Any] | None) -> str:
    kind = kind_numbered(one.kind)
    if kind.one_in_all and present is not None:
        merged = _merge_record(record)(present.record, record)
        if merged != present.record:
            mine.replace(present, merged)
        return "added"
    if kind.one_a_day or kind.one_in_all:
        return "kept_yours"
    mine.restore_into(record, record_id=new_id(), created=one.created, changed=one.changed)
    return "kept_both"


def _merge_record(record: Record) -> Any:
    for room in registry.all_rooms():
        if type(record) in room.merge:
            return room.merge[type(record)]
    return lambda present, _incoming: present
