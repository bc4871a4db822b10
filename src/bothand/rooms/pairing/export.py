"""How records read: the rooms say it, and this finds the room."""

from bothand.kit import registry
from bothand.kit.manifest import Readable, Room
from bothand.rooms.pairing.records import SharedPage
from bothand.vault.errors import Missing
from bothand.vault.records import Record


def find_sharing_room(kind: type[Record]) -> Room:
    """The room that lets copies of a kind be shared. Raises Missing where none does."""
    for room in registry.all_rooms():
        if kind in room.shares:
            return room
    raise Missing


def read_shared_page(page: SharedPage) -> Readable:
    """A shared page as it reads."""
    return Readable(heading=page.heading, pairs=page.pairs)
