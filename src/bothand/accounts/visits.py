"""What every unlocked visit of one of two writes into *mine*, alike, whether there is anything to remember or not.

Nothing on disk may show that somebody waits for an answer, or that something was noticed. So what has to be counted is
counted here: two rows, written at each unlocking, of which nobody else can tell what changed.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction

from bothand.accounts import wall_clock
from bothand.vault import table
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.ours import Closing, Ours, Stood, row_digest
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.space import Space

MOST_TIMES: Final = 3
"""How often a copy is laid down again after a restart, before its owner has to say so anew."""
MOST_COUNTED: Final = 40
_NAME_BYTES: Final = 8
Row = tuple[bytes, int, int, bytes]


@kind(300, version=2, shelf=Shelf.STANDS, one_in_all=True)
class VisitNote(Record, frozen=True, kw_only=True):
    """In *mine*: what is counted from visit to visit, and what its owner is told on *Today*.

    again     how often each copy that waits was laid down again, by the beginning of its id
    tired     copies that are laid down no more, because nothing came of them so often
    spent     copies of which something was made that is not there
    taken     pages of *ours* that stood at an earlier visit, and were taken away or put back since
    taken_on  the day on which that was last seen, as text; "" for never
    blind     the list of what stood did not open
    shown     up to when what the other did was looked at before this day, in seconds since 1970: *Between you* is of later
    day       the day of the last visit, as text, where its owner lives; `visited` is when it was, in seconds
    """

    again: tuple[tuple[bytes, int], ...] = ()
    tired: int = 0
    spent: int = 0
    taken: int = 0
    taken_on: str = ""
    blind: bool = False
    shown: int = 0
    day: str = ""
    visited: int = 0


@kind(301, shelf=Shelf.CLOSED, one_in_all=True)
class Standing(Record, frozen=True, kw_only=True):
    """In *mine*: what stood in *ours* at my last unlocked visit, as (id, epoch, revision, digest of the row).

    `closing` is what the other had signed by then of the newest epoch: after that, they have no part in what comes.

    Nothing in *ours* ever goes without a mark, or back to an earlier revision; what does was done to the database.
    """

    space: bytes
    rows: tuple[Row, ...]
    closing: Closing = ""


def note_visit(
    mine: Space,
    ours: Ours,
    *,
    begun: Collection[bytes],
    known: Sequence[bytes],
    spent: int,
    today: date,
    looked: int | None,
) -> frozenset[bytes]:
    """Write both rows; those of the copies in `begun` that may be laid down again now.

    `known` are all copies that wait, `spent` counts those that were used and have no result. None may be laid down where
    the count could not be written: it is looked at again before it is believed.

    `today` is the day where the owner of *mine* lives, `looked` when they last looked at *Between you*, as `looks` knows.
    """
    with transaction.atomic():
        return _write_visit(mine, ours, begun=begun, known=known, spent=spent, today=today, looked=looked)


def _write_visit(
    mine: Space,
    ours: Ours,
    *,
    begun: Collection[bytes],
    known: Sequence[bytes],
    spent: int,
    today: date,
    looked: int | None,
) -> frozenset[bytes]:
    try:
        old = mine.only(VisitNote)
    except (DidNotOpen, NewerVersion):
        # It is left as it lies; *Today* says that something did not open.
        return frozenset()
    before = VisitNote() if old is None else old.record
    again, allowed = _count_again(before, begun, known)
    taken, blind = _list_standing(mine, ours)
    note = VisitNote(
        again=again,
        tired=len(set(begun)) - len(allowed),
        spent=spent,
        taken=before.taken + taken,
        taken_on=wall_clock.now().date().isoformat() if taken else before.taken_on,
        blind=blind,
        shown=find_shown(before, today, looked),
        day=today.isoformat(),
        visited=int(wall_clock.now().timestamp()),
    )
    return allowed if _write_note(mine, old, note) else frozenset()


def find_note(items: Sequence[Opened[Any]]) -> VisitNote | None:
    """The note among what stands in *mine*; None before the first visit as one of two."""
    return next((one.record for one in items if isinstance(one.record, VisitNote)), None)


def find_shown(before: VisitNote, today: date, looked: int | None) -> int:
    """Up to when the other's acts are told no more, from the first visit of a new day on; within a day it stays.

    Where it is not known whether anybody looked, since the program was started anew, the last visit counts as a look.

    >>> note = VisitNote(shown=5, day="2026-11-29", visited=9)
    >>> [find_shown(note, date(2026, 11, 30), looked) for looked in (None, 0, 7)]
    [9, 5, 7]
    >>> find_shown(note, date(2026, 11, 29), 7)
    5
    """
    if before.day == today.isoformat():
        return before.shown
    return before.visited if looked is None else max(before.shown, looked)


def read_note(mine: Space) -> VisitNote | None:
    """The note of the last visit. Raises DidNotOpen."""
    found = mine.only(VisitNote)
    return None if found is None else found.record


def find_stood(mine: Space, ours: Ours) -> Stood | None:
    """What stood in *ours* at the first visit that found its epoch closed by the other; None where none has yet."""
    try:
        found = mine.only(Standing)
    except (DidNotOpen, NewerVersion):
        return None
    known = found is not None and found.record.space == ours.id and found.record.closing
    return fold_rows(found.record.rows) if known and found is not None else None


def is_tired(note: VisitNote | None, copy: bytes) -> bool:
    """Whether a copy was laid down again as often as it may be."""
    return note is not None and dict(note.again).get(copy[:_NAME_BYTES], 0) >= MOST_TIMES


def was_taken_lately(note: VisitNote, today: date, days: int) -> bool:
    """Whether pages of *ours* went missing a few days ago at most."""
    return bool(note.taken_on) and (today - date.fromisoformat(note.taken_on)).days < days


def _count_again(
    before: VisitNote, begun: Collection[bytes], known: Sequence[bytes]
) -> tuple[tuple[tuple[bytes, int], ...], frozenset[bytes]]:
    """How often each copy was laid down, counting this time; and those that may be now."""
    counted, allowed = dict(before.again), set()
    again: list[tuple[bytes, int]] = []
    for copy in known:
        name = copy[:_NAME_BYTES]
        times = counted.get(name, 0)
        if copy in begun and times < MOST_TIMES and len(again) < MOST_COUNTED:
            allowed.add(copy)
            times += 1
        if times:
            again.append((name, times))
    return tuple(again[:MOST_COUNTED]), frozenset(allowed)


def _list_standing(mine: Space, ours: Ours) -> tuple[int, bool]:
    """Write down what stands; how many pages went since the last visit, and whether the old list did not open."""
    now = tuple(sorted((row.id, row.epoch, row.revision, row_digest(row)) for row in table.all_rows(ours.id)))
    rows = now
    closing = ours.read_closing()
    try:
        old = mine.only(Standing)
        if closing and old is not None and old.record.closing and old.record.space == ours.id:
            # The list is what stood at the first visit that found it closed: the other has no part in what came since.
            rows = old.record.rows
        fresh = Standing(space=ours.id, rows=rows, closing=closing)
        if old is None:
            mine.add(fresh)
            return 0, False
        mine.replace(old, fresh)
    except Conflict:
        # Another device of mine was here in the same moment.
        return 0, False
    except (DidNotOpen, NewerVersion):
        return 0, True
    if old.record.space != ours.id:
        return 0, False
    there = fold_rows(now)
    return sum(_went_back(there.get(row[0]), row) for row in old.record.rows), False


def _went_back(now: tuple[int, int, bytes] | None, row: Row) -> bool:
    """Whether a row is gone, of an earlier revision, or another one under the same number."""
    _, epoch, revision, digest = row
    return now is None or now[:2] < (epoch, revision) or (now[:2] == (epoch, revision) and now[2] != digest)


def _write_note(mine: Space, old: Opened[VisitNote] | None, note: VisitNote) -> bool:
    try:
        if old is None:
            mine.add(note)
        else:
            mine.replace(old, note)
    except Conflict:
        return False
    found = mine.only(VisitNote)
    return found is not None and found.record == note


def fold_rows(rows: Sequence[Row]) -> Stood:
    """What stood, by id: epoch, revision and digest."""
    return {record_id: (epoch, revision, digest) for record_id, epoch, revision, digest in rows}
