"""What *people* seals: everybody of mine in one document, and in *ours* a copy for each whom I put there.

One document, since they are looked at as a whole: two thousand people open in some milliseconds, where two
thousand rows would take a hundred; and the database shows a size instead of a number of people. What they are made of
holds no circle, so the collector need not walk over it each time.
"""

from datetime import date

import msgspec

from bothand.vault.records import Record, Shelf, kind

GROUPS = ("friend", "family", "other")
GIVES = ("comfort", "advice", "fun", "help")
WISHES = {"": 0, "week": 7, "fortnight": 14, "month": 31, "season": 92, "year": 366}
"""How often I would like to see somebody, and the days of it; 0 for no wish."""
STAGES = ("ours", "meet", "own")


class Way(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A way to reach somebody.

    sort   "tel", "email", "adr", "url" or "im"
    value  as one reads it; of an address the parts in one line
    label  a name of one's own for it, "" for none
    types  what a contact file says of it: home, work, cell, pref
    parts  of an address: box, extended, street, city, region, code, country
    """

    sort: str
    value: str
    label: str = ""
    types: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What a page about everybody looks at.

    group     one of GROUPS
    gives     what they are for me, of GIVES
    wish      one of WISHES
    met       days on which I noted that we met or spoke, the newest first
    late      whether they don't mind a late call
    birthday  "1980-04-17", or "--04-17" where the year is not known; "" for none
    copy      the id of the copy in *ours* that is about them, b"" for none
    """

    id: bytes
    name: str
    group: str = "friend"
    gives: tuple[str, ...] = ()
    wish: str = ""
    met: tuple[date, ...] = ()
    late: bool = False
    birthday: str = ""
    copy: bytes = b""


class Person(Head, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Somebody around me.

    parts     of the name: family, given, additional, before, after; () where nobody said
    revision  counts changes, for two windows
    """

    note: str = ""
    ways: tuple[Way, ...] = ()
    parts: tuple[str, ...] = ()
    nickname: str = ""
    org: tuple[str, ...] = ()
    title: str = ""
    categories: tuple[str, ...] = ()
    uid: str = ""
    revision: int = 1


@kind(60, shelf=Shelf.CLOSED, one_in_all=True)
class People(Record, frozen=True, kw_only=True):
    """Everybody of mine. `apart` are pairs that look alike and are two people, as I said."""

    people: tuple[Person, ...] = ()
    apart: tuple[tuple[bytes, bytes], ...] = ()


class Dropped(msgspec.Struct, frozen=True, gc=False):
    """What of a contact file is not kept: the name of the line, how often, and of whom, where these are few."""

    line: str
    count: int
    whose: tuple[str, ...] = ()


@kind(61, shelf=Shelf.CLOSED, one_in_all=True)
class Waiting(Record, frozen=True, kw_only=True):
    """What a contact file brought and nobody chose from yet. `dropped` is what was left behind."""

    people: tuple[Person, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@kind(62, shelf=Shelf.STANDS)
class SharedPerson(Record, frozen=True, kw_only=True):
    """In *ours*: somebody one of us put there, with what was chosen for it and no more.

    stage  "ours" for somebody of both, "meet" for whom the author would like the other to meet, "own" for one of
           the author's own whom the other may know of
    words  what the author says of them
    """

    name: str
    stage: str
    group: str = "friend"
    words: str = ""
    birthday: str = ""
    ways: tuple[Way, ...] = ()


# The same documents, read only as far as a page about everybody needs them (docs/decisions/house.md): a page may take thirty
# times as long as a bare one, and decoding two thousand people whole takes longer.


class Near(Head, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Somebody in a page about everybody. Ways to reach them stay packed: of two thousand a page shows three."""

    packed: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"\x90"), name="ways")

    @property
    def ways(self) -> tuple[Way, ...]:
        """As those of a Person."""
        return _ways.decode(self.packed)


_ways = msgspec.msgpack.Decoder(tuple[Way, ...])


class Heads(msgspec.Struct, frozen=True):
    """A People, as far as pages about everybody need it."""

    people: tuple[Near, ...] = ()


class Id(msgspec.Struct, frozen=True, gc=False):
    """Who somebody is."""

    id: bytes


class Ids(msgspec.Struct, frozen=True):
    """A People or Waiting, as far as one needs to know who is in it."""

    people: tuple[Id, ...] = ()
    apart: tuple[tuple[bytes, bytes], ...] = ()
    dropped: tuple[Dropped, ...] = ()


class Some(msgspec.Struct, frozen=True):
    """A Waiting, as far as one needs to know whether anybody is in it."""

    people: msgspec.Raw = msgspec.Raw(b"\x90")


class Packed(msgspec.Struct, frozen=True):
    """A People or Waiting, each in it still packed: opened where they are shown, by `unpack_person`."""

    people: tuple[msgspec.Raw, ...] = ()


_person = msgspec.msgpack.Decoder(Person)


def unpack_person(one: msgspec.Raw) -> Person:
    """Somebody whole."""
    return _person.decode(one)
