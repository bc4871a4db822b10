"""What somebody needs, in their own words, as more than one room reads it.

*journal* writes this record, in *mine*; *agreements* puts the needs of a matter's area of life beside its owner's private
answers, for nobody else's eyes, and keeps here which way of a matter its owner marked as meeting one. That mark stands in
*mine* only: put beside the options of an agreement, it would name whose need speaks for one.
"""

from typing import Final

import msgspec

from bothand.vault.records import Record, Shelf, kind

MOST: Final = 40
"""Needs a person can keep."""

LONGEST: Final = 300
"""Letters of one."""

MOST_WAYS: Final = 100
"""Marks a need carries; beyond, the oldest go."""


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """A need, in one line.

    id     stays, whatever becomes of its words
    area   relationship.SHARED_AREAS, by its name; "" for none of them
    ways   the options of agreements that meet it, as `agreements` names them, the newest last
    """

    id: bytes
    words: str
    area: str = ""
    ways: tuple[str, ...] = ()


@kind(45, shelf=Shelf.STANDS, one_in_all=True)
class Needs(Record, frozen=True, kw_only=True):
    """My needs, in the order in which I wrote them."""

    held: tuple[Need, ...] = ()

    def one(self, need: bytes) -> Need | None:
        """A need by its id; None when it is not among them."""
        return next((each for each in self.held if each.id == need), None)

    def about(self, area: str) -> tuple[Need, ...]:
        """The needs of an area of life; none for none."""
        return tuple(each for each in self.held if area and each.area == area)


def add_needs(needs: Needs, fresh: Need) -> Needs:
    """With one more at the end; the same words about the same area stand there once.

    >>> one = Need(id=b"1", words="quiet")
    >>> add_needs(add_needs(Needs(), one), Need(id=b"2", words="quiet")).held == (one,)
    True
    """
    if any((each.words, each.area) == (fresh.words, fresh.area) for each in needs.held):
        return needs
    return Needs(held=(*needs.held, fresh))


def change_need(needs: Needs, need: bytes, words: str, area: str) -> Needs:
    """With a need in other words; what meets it stays marked."""
    return Needs(
        held=tuple(
            msgspec.structs.replace(each, words=words, area=area) if each.id == need else each
            for each in needs.held
        )
    )


def remove_need(needs: Needs, need: bytes) -> Needs:
    """Without a need."""
    return Needs(held=tuple(each for each in needs.held if each.id != need))


def met_by(needs: Needs, need: bytes, way: str) -> Needs:
    """With a way marked as meeting a need, once.

    >>> met_by(Needs(held=(Need(id=b"1", words="quiet"),)), b"1", "a").held[0].ways
    ('a',)
    """

    def marked(one: Need) -> Need:
        if one.id != need or way in one.ways:
            return one
        return msgspec.structs.replace(one, ways=(*one.ways, way)[-MOST_WAYS:])

    return Needs(held=tuple(map(marked, needs.held)))


def not_met_by(needs: Needs, need: bytes, way: str) -> Needs:
    """Without that mark."""
    return Needs(
        held=tuple(
            msgspec.structs.replace(each, ways=tuple(one for one in each.ways if one != way))
            if each.id == need
            else each
            for each in needs.held
        )
    )


def merge_needs(present: Needs, incoming: Needs) -> Needs:
    """Both in one, when an import brings a second: what stands here stays, and nothing of the other is lost.

    >>> here, there = Need(id=b"1", words="quiet", ways=("a",)), Need(id=b"1", words="calm", ways=("b",))
    >>> merge_needs(Needs(held=(here,)), Needs(held=(there, Need(id=b"2", words="rest")))).held
    (Need(id=b'1', words='quiet', area='', ways=('a', 'b')), Need(id=b'2', words='rest', area='', ways=()))
    """
    found = present
    for each in incoming.held:
        if found.one(each.id) is None:
            found = add_needs(found, each)
            continue
        for way in each.ways:
            found = met_by(found, each.id, way)
    return found
