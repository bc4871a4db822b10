"""How records read: the rooms say it, and this finds the room."""

from typing import Any

from bothand.accounts.departure import Kept
from bothand.kit import registry
from bothand.kit.manifest import Readable, Room
from bothand.rooms.pairing.records import SharedPage
from bothand.vault.body import decode_record
from bothand.vault.errors import Missing
from bothand.vault.records import Record, kind_numbered


def find_sharing_room(kind: type[Record]) -> Room:
    """The room that lets copies of a kind be shared. Raises Missing where none does."""
    for room in registry.all_rooms():
        if kind in room.shares:
            return room
    raise Missing


def read_record(record: Any) -> Readable | None:
    """A record as it reads, or None where no room says it: what only the program reads is not shown."""
    for room in registry.all_rooms():
        if type(record) in room.readable:
            return room.readable[type(record)](record)
    return None


def read_shared_page(page: SharedPage) -> Readable:
    """A shared page as it reads."""
    return Readable(heading=page.heading, pairs=page.pairs)


def read_kept(kept: Kept) -> Readable | None:
    """What was ours, as it read. Raises DidNotOpen, NewerVersion."""
    kind_numbered(kept.kind)
    return read_record(decode_record(kept.kind, kept.data))
