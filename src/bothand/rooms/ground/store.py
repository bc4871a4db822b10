"""Keeping a sheet: there is one of each kind, so what another window wrote meanwhile is never written over."""

from typing import TypeVar

from bothand.vault.errors import Conflict
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


def save_sheet(space: Space, record: R, revision: int) -> None:
    """Keep a sheet as it was written over `revision`, 0 where there was none. The same again changes nothing.

    Raises Conflict with the other where it was written meanwhile; DidNotOpen, NewerVersion where what lies there is left.
    """
    old = space.only(type(record))
    if old is None:
        space.add(record)
    elif old.record != record:
        try:
            space.replace(old.seen_at(revision), record)
        except Conflict as conflict:
            if conflict.theirs is not None:
                raise
            space.add(record)
