"""Everybody, read only as far as a page about all of them needs it.

A page may take thirty times as long as a bare one. With two thousand people the first page takes forty times as long so,
and would take sixty if they were decoded whole (least processor time of 40 requests, in turn on one machine where a bare
page took 0.23 ms: 9.1 and 13.2 ms). The pages of who came twice and of a contact file took twice as long, with what
everybody can be known by computed anew as well (6.9 and 15.8, 10.2 and 19.7 ms).
So these pages decode structs with fewer fields, and open the rest of somebody where they show it. Every other page, and
every change, reads the people whole.
"""

import msgspec
from django.http import HttpRequest

from bothand.accounts.access import Visit
from bothand.rooms.people.records import Head, People, Person, Waiting, Way
from bothand.vault.errors import DidNotOpen


class Near(Head, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Somebody in a page about everybody. Ways to reach them stay packed: of two thousand a page shows three."""

    packed: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"\x90"), name="ways")

    @property
    def ways(self) -> tuple[Way, ...]:
        """As those of a Person."""
        return _ways.decode(self.packed)


_ways = msgspec.msgpack.Decoder(tuple[Way, ...])


class Heads(msgspec.Struct, frozen=True):
    """A Circle, as far as pages about everybody need it."""

    people: tuple[Near, ...] = ()


class Ids(msgspec.Struct, frozen=True):
    """A Circle or Waiting, as far as one needs to know who is in it."""

    people: tuple["Id", ...] = ()
    apart: tuple[tuple[bytes, bytes], ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


class Id(msgspec.Struct, frozen=True, gc=False):
    """Who somebody is."""

    id: bytes


class Some(msgspec.Struct, frozen=True):
    """A Waiting, as far as one needs to know whether anybody is in it."""

    people: msgspec.Raw = msgspec.Raw(b"\x90")


class Packed(msgspec.Struct, frozen=True):
    """A Circle or Waiting, each in it still packed: opened where they are shown, by `unpack_person`."""

    people: tuple[msgspec.Raw, ...] = ()


_person = msgspec.msgpack.Decoder(Person)


def unpack_person(one: msgspec.Raw) -> Person:
    """Somebody whole."""
    return _person.decode(one)


def find_heads(request: HttpRequest) -> tuple[tuple[Near, ...], int]:
    """The same people as in `open_people`, as far as a page about everybody needs them. Raises as `access.open_mine`."""
    try:
        found = Visit(request).mine.parts(People, Heads)
    except DidNotOpen:
        return (), 1
    return () if found is None else found[0].people, 0


def has_waiting(request: HttpRequest) -> bool:
    """Whether anybody waits for a choice. Raises as `access.open_mine`."""
    try:
        found = Visit(request).mine.parts(Waiting, Some)
    except DidNotOpen:
        return False
    return found is not None and bytes(found[0].people) != b"\x90"


def find_packed(request: HttpRequest) -> tuple[Ids, tuple[msgspec.Raw, ...], int]:
    """Who waits for a choice, each still packed, and 1 where they did not open. Raises as `access.open_mine`."""
    try:
        found = Visit(request).mine.parts(Waiting, Ids, Packed)
    except DidNotOpen:
        return Ids(), (), 1
    if found is None:
        return Ids(), (), 0
    ids, packed = found
    assert isinstance(ids, Ids)
    assert isinstance(packed, Packed)
    return ids, packed.people, 0
