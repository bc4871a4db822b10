"""Reading and writing what *talks* keeps. What changes more than one document does so in one transaction."""

from typing import TypeVar

from bothand.vault.body import Opened
from bothand.vault.errors import Missing
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


def put_document(space: Space, kind: type[R], where: bytes, record: R, revision: int) -> Opened[R]:
    """Keep the one record that lies at a place of its own. Raises Conflict when another window wrote it, DidNotOpen."""
    try:
        old = space.get(kind, where)
    except Missing:
        return space.add(record, where)
    if old.record == record:
        return old
    return space.replace(old.seen_at(revision), record)
