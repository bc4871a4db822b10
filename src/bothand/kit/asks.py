"""What one asks of the other, and the answer in one tap: *gladly*, *part of it*, a question, or *no* without a reason.

A room whose records in *ours* ask something of the other names it in its manifest (`Room.asks`). *boundaries* shows all
of it on one page, with a button each. A *no* is the other's own record beside what was asked: it holds until they take
it back, whatever the asking is changed to, and what was answered with it never counts as broken, crossed or refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.http import HttpRequest
from django.utils.functional import Promise

from bothand.kit import shared_copy
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts
from bothand.vault.ours import Ours
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.space import Lot, Space


@dataclass(frozen=True, slots=True)
class Ask:
    """Something asked of the other. `id` is its document in *ours*, `path` where it can be read whole.

    `there` is what the *no* is called where the room it stands in has one of its own: then it is said at `path`, and the
    page of all that is asked leads there and takes no other. `kindly` says that it takes every answer of HOWS.
    """

    id: bytes
    words: str
    path: str
    there: str | Promise = ""
    kindly: bool = False


@dataclass(slots=True, kw_only=True)
class Asking:
    """What a room may look at to say what is asked.

    lot       everything that stands in *ours*, read once for all rooms
    by, of    the account of who asks, and of who is asked
    ours      for what does not stand: through `several` and `months`, so that rows that do not open are counted
    mine      of who is asked, for what they put away; None while it is locked
    today     the day it is where they live
    """

    lot: Lot[Any]
    by: bytes
    of: bytes
    ours: Ours
    mine: Space | None
    today: date
    unopened: int = 0

    def several(self, kind: type[Record], ids: Sequence[bytes], *more: type[Record]) -> list[Opened[Any]]:
        """Documents of *ours* with these ids. One query, none for no ids."""
        return self._counted(self.ours.query(kind, *more, ids=ids)) if ids else []

    def months(self, kind: type[Record], periods: Sequence[str], *more: type[Record]) -> list[Opened[Any]]:
        """Documents of *ours* in these months. One query, none for no months."""
        return self._counted(self.ours.query(kind, *more, months=periods)) if periods else []

    def _counted(self, found: Lot[Any]) -> list[Opened[Any]]:
        self.unopened += found.unopened
        return list(found.items)


GLADLY, PART, QUESTION, CANT = "gladly", "part", "question", "cant"
HOWS: Final = (GLADLY, PART, CANT, QUESTION)


@kind(84, version=2, shelf=Shelf.STANDS)
class Reply(Record, frozen=True, kw_only=True):
    """In *ours*, by the one who was asked: an answer in one tap, of HOWS. `asked` is the document that asks.

    It says no more than that; whoever wants to say more writes words beside it.
    """

    asked: bytes
    how: str = CANT


def find_replies(lot: Lot[Any], author: bytes) -> dict[bytes, Opened[Reply]]:
    """What somebody answered in one tap, by the id of what asked, among what stands in *ours*."""
    return {
        one.record.asked: one for one in lot.items if isinstance(one.record, Reply) and one.author == author
    }


def find_reply(lot: Lot[Any], asked: bytes, author: bytes) -> str:
    """What somebody answered in one tap to what was asked, of HOWS; "" where they did not."""
    reply = find_replies(lot, author).get(asked)
    return "" if reply is None else reply.record.how


def find_noes(lot: Lot[Any], author: bytes) -> dict[bytes, Opened[Reply]]:
    """What somebody said no to, by the id of what asked, among what stands in *ours*."""
    return {asked: one for asked, one in find_replies(lot, author).items() if one.record.how == CANT}


def no_place(asked: bytes) -> bytes:
    """What the place of one's own answer in one tap is derived from."""
    return fold_parts(b"no", asked)


def send_reply(request: HttpRequest, asked: bytes, how: str) -> None:
    """Answer what was asked, in the place of an earlier answer. Raises as `shared_copy.share_copy`."""
    shared_copy.share_copy(request, Reply(asked=asked, how=how), of=no_place(asked))


def take_back(request: HttpRequest, asked: bytes) -> None:
    """Take one's answer back, if there is one. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Reply, of=no_place(asked))
