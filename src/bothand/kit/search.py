"""Searching across all rooms: whatever a room opens by an address is looked through in the words of its export.

A room names the kinds (`Room.opens`) and says where a document is read; what it says is what `Room.readable` says of it,
so that nothing is searched that its owner could not read as well. The work is bounded by what there is: each shelf is read
once, and no document is asked for by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.functional import Promise

from bothand.kit.finding import Excerpt, Finder, excerpt_around
from bothand.kit.manifest import Readable
from bothand.vault.body import Opened
from bothand.vault.records import Record, Shelf, kind_of
from bothand.vault.space import Lot, Space

BY_MONTH: Final = (Shelf.ACCUMULATES, Shelf.WRITTEN)


@dataclass(frozen=True, slots=True)
class Searched:
    """A kind that is looked through: its room's name, how it reads, and where a document of it stands."""

    room: str | Promise
    read: Callable[[Any], Readable]
    find_path: Callable[[Opened[Any]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document in which the words stand. `shared`: it lies in *ours*."""

    room: str | Promise
    heading: str
    excerpt: Excerpt
    path: str
    when: datetime
    shared: bool


def read_all(space: Space, kinds: Iterable[type[Record]]) -> Lot[Any]:
    """Every document of these kinds in a space: a query for each shelf without months, two for one by month."""
    shelves: dict[Shelf, list[type[Record]]] = {}
    for kind in kinds:
        shelves.setdefault(kind_of(kind).shelf, []).append(kind)
    lots = [
        space.all_of(listed[0], *listed[1:]) if shelf in BY_MONTH else space.query(*listed, shelf=shelf)
        for shelf, listed in shelves.items()
    ]
    return Lot(
        tuple(one for lot in lots for one in lot.items),
        sum(lot.unopened for lot in lots),
    )


def find_hits(
    lot: Lot[Any], searched: Mapping[type[Record], Searched], term: str, *, shared: bool
) -> Iterator[Hit]:
    """The documents that hold a term, folded by `kit.folding.fold_text`, in no order."""
    finder = Finder(term)
    for opened in lot.items:
        known = searched.get(type(opened.record))
        if known is None:
            continue
        readable = known.read(opened.record)
        words = "\n".join((readable.heading, *(text for _label, text in readable.pairs)))
        if finder.is_in(words):
            yield Hit(
                room=known.room,
                heading=readable.heading,
                excerpt=excerpt_around("\n".join(text for _label, text in readable.pairs), term),
                path=known.find_path(opened),
                when=opened.created,
                shared=shared,
            )
