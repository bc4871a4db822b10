"""What one asks of the other, and the one-tap *no* to it: without a reason, for anything, in every room.

A room whose records in *ours* ask something of the other names it in its manifest (`Room.asks`). *boundaries* shows all
of it on one page, with a button each. A *no* is the other's own record beside what was asked: it holds until they take
it back, whatever the asking is changed to, and what was answered with it never counts as broken, crossed or refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from bothand.vault.body import Opened
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.space import Lot


@dataclass(frozen=True, slots=True)
class Ask:
    """Something asked of the other. `id` is its document in *ours*, `path` where it can be read whole.

    `there` is what the *no* is called where the room it stands in has one of its own: then it is said at `path`, and the
    page of all that is asked leads there and takes no other.
    """

    id: bytes
    words: str
    path: str
    there: str | Promise = ""


@kind(84, shelf=Shelf.STANDS)
class No(Record, frozen=True, kw_only=True):
    """In *ours*, by the one who was asked: *I can't*. `asked` is the document that asks. It says no more than that."""

    asked: bytes


def noes(lot: Lot[Any], author: bytes) -> dict[bytes, Opened[No]]:
    """What somebody said no to, by the id of what asked, among what stands in *ours*."""
    return {one.record.asked: one for one in lot.items if isinstance(one.record, No) and one.author == author}


def split(asks: Iterable[Ask], said: dict[bytes, Opened[No]]) -> tuple[tuple[Ask, ...], tuple[Ask, ...]]:
    """What is asked still, and what was answered with no."""
    known = tuple(asks)
    return tuple(one for one in known if one.id not in said), tuple(one for one in known if one.id in said)
