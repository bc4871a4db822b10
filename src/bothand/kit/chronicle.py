"""What was written, as a person reads it: month by month, in its order, and each part within what it belongs to.

Read by an export and by what was ours after leaving. Ids lead from one piece to another here; nothing shows them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from bothand.accounts.departure import Kept, kept_id
from bothand.accounts.person_name import show_name
from bothand.kit import registry
from bothand.kit.manifest import Readable, Room
from bothand.vault.body import Opened, decode_record
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import Dated, Record, kind_numbered

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to another piece: `number` is its place in the chronicle."""

    label: str
    heading: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something that was written. `number` is its own in the whole, `by` the other's name where they wrote it.

    `day` is None for what belongs to no day: what stands. `parts` are in the order in which they were written.
    """

    number: int
    room: str
    heading: str
    pairs: Pairs
    day: date | None
    by: str
    by_me: bool
    links: tuple[Link, ...]
    parts: tuple["Piece", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The pieces of a month, in their order; `first` is its first day, None for what belongs to no day."""

    first: date | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A document with its words, before it has its place."""

    id: bytes
    readable: Readable
    room: Room
    day: date | None
    created: datetime
    by: str
    by_me: bool


def find_reader(kind: type[Record]) -> Room | None:
    """The room that says how a kind reads; None for what only the program reads."""
    return next((room for room in registry.all_rooms() if kind in room.readable), None)


def read_record(record: Any) -> Readable | None:
    """A record as it reads, or None where no room says it."""
    room = find_reader(type(record))
    return None if room is None else room.readable[type(record)](record)


def read_kept(kept: Kept) -> tuple[Record, Readable | None]:
    """What was ours: the record, and as it reads. Raises DidNotOpen, NewerVersion."""
    kind_numbered(kept.kind)
    record = decode_record(kept.kind, kept.data)
    return record, read_record(record)


def build_chronicle(
    documents: Iterable[Opened[Any]], *, by_change: bool = False
) -> tuple[tuple[Piece, ...], int]:
    """The pieces of these documents, the oldest first, and how many did not open.

    Copies of what was ours read as what they are copies of: on the day of their last change, if they go `by_change`,
    else on their own. What only the program reads is left out.
    """
    found, unopened = [], 0
    for one in documents:
        try:
            read = _read_document(one, by_change=by_change)
        except (DidNotOpen, NewerVersion):
            unopened += 1
            continue
        if read is not None:
            found.append(read)
    return _place_pieces(found), unopened


def group_months(pieces: Iterable[Piece]) -> tuple[Month, ...]:
    """The pieces by month, the months in the order of the pieces; those of no day come first."""
    months: dict[date | None, list[Piece]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda piece: piece.day is not None):
        months[piece.day.replace(day=1) if piece.day else None].append(piece)
    return tuple(Month(first=first, pieces=tuple(held)) for first, held in months.items())


def _read_document(one: Opened[Any], *, by_change: bool) -> _Found | None:
    record, by, by_me, changed = one.record, "", False, None
    if isinstance(record, Kept):
        by, by_me, changed = show_name(record.by), record.by_me, record.day if by_change else None
        record = read_kept(record)[0]
    room = find_reader(type(record))
    if room is None:
        return None
    readable = room.readable[type(record)](record)
    day = changed or (record.day if isinstance(record, Dated) else readable.day)
    return _Found(one.id, readable, room, day, one.created, by, by_me)


@dataclass(frozen=True, slots=True)
class _Order:
    """What was found, in its order; where each document has its place, and which parts belong to which whole."""

    found: list[_Found]
    places: dict[bytes, int]
    parts: dict[int, list[int]]

    def find_place(self, document: bytes) -> int:
        """A document's number, 0 where it is not here. What was ours is named by the id it had, and lies under another."""
        return self.places.get(document) or self.places.get(kept_id(document), 0)

    def build_piece(self, number: int) -> Piece:
        one = self.found[number - 1]
        links = tuple(
            Link(label=label, heading=self.found[place - 1].readable.heading, number=place)
            for label, document in one.readable.links
            if (place := self.find_place(document))
        )
        return Piece(
            number=number,
            room=str(one.room.title),
            heading=one.readable.heading,
            pairs=one.readable.pairs,
            day=one.day,
            by=one.by,
            by_me=one.by_me,
            links=links,
            parts=tuple(map(self.build_piece, self.parts[number])),
        )


def _place_pieces(found: list[_Found]) -> tuple[Piece, ...]:
    """In order, each with its number; parts go within what they belong to, if that is here."""
    found.sort(key=lambda one: (one.day or localdate(one.created), one.created, one.id))
    order = _Order(found, {one.id: number for number, one in enumerate(found, 1)}, defaultdict(list))
    for number, one in enumerate(found, 1):
        whole = order.find_place(one.readable.part_of) if one.readable.part_of else 0
        order.parts[0 if whole == number else whole].append(number)
    return tuple(map(order.build_piece, order.parts[0]))
