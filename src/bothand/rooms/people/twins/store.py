"""Who may be one and the same, among thousands: what each can be known by is computed once and kept in *mine*.

To fold names, addresses and numbers of two thousand people takes longer than a page may. What is kept says of whom it
was computed, one by one: who was changed since, came or went is computed anew, so that it can never be behind.
"""

from contextlib import suppress
from hashlib import blake2b
from typing import Final

import msgspec
from django.http import HttpRequest

from bothand.accounts.access import Visit
from bothand.rooms.people.records import Ids, Packed, People, Person, unpack_person
from bothand.rooms.people.twins.records import Alike, Marks
from bothand.rooms.people.twins.rules import list_keys, pair_up
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.space import Space

PROGRAM: Final = 2
"""Another one computes everybody again: it goes up when `list_keys` changes."""
_SIZE: Final = 8


class Everybody(msgspec.Struct, frozen=True):
    """Everybody of mine, packed, each with their marks, and who was said to be two."""

    people: tuple[msgspec.Raw, ...]
    marks: tuple[Marks, ...]
    apart: tuple[tuple[bytes, bytes], ...]

    def like(self, shown: list[Person]) -> list[Person | None]:
        """Who of mine each of these may be, as `matcher` says."""
        wanted = [_split_marks(_mark_person(one)) for one in shown]
        joined = _split_marks(b"".join(one.marks for one in self.marks))
        owners = [number for number, one in enumerate(self.marks) for _ in range(len(one.marks) // _SIZE)]
        # The first who is known by something stands last here, and so is the one that is kept.
        index = dict(zip(reversed(joined), reversed(owners), strict=True))
        first = [next((index[mark] for mark in marks if mark in index), None) for marks in wanted]
        return [None if number is None else unpack_person(self.people[number]) for number in first]

    def twins(self) -> list[tuple[Person, Person]]:
        """The pairs of `twins`."""
        pairs = pair_up([(one.id, _split_marks(one.marks)) for one in self.marks], self.apart)
        return [(unpack_person(self.people[one]), unpack_person(self.people[other])) for one, other in pairs]


def find_everybody(space: Space) -> Everybody:
    """Everybody of mine. What was computed before is used, what was not is computed. Raises DidNotOpen."""
    return _look_at(space, _find_marks(space))


def open_everybody(request: HttpRequest) -> tuple[Everybody, int]:
    """Everybody of mine, and 1 where they did not open. Raises as `access.open_mine`."""
    try:
        return find_everybody(Visit(request).mine), 0
    except DidNotOpen:
        return Everybody((), (), ()), 1


def keep_marks(space: Space) -> None:
    """Keep what everybody can be known by, after people were changed; who went leaves nothing in it."""
    known = _find_marks(space)
    marks = _look_at(space, known).marks
    if marks != tuple(known.values()):
        with suppress(Conflict, NewerVersion):
            space.derive(Alike(program=PROGRAM, people=marks))


def _look_at(space: Space, known: dict[bytes, Marks]) -> Everybody:
    found = space.parts(People, Ids, Packed)
    if found is None:
        return Everybody((), (), ())
    ids, packed = found
    assert isinstance(ids, Ids)
    assert isinstance(packed, Packed)
    marks = []
    for one, raw in zip(ids.people, packed.people, strict=True):
        of = int.from_bytes(_digest_bytes(raw))
        there = known.get(one.id)
        if there is None or there.of != of:
            there = Marks(one.id, of, _mark_person(unpack_person(raw)))
        marks.append(there)
    return Everybody(packed.people, tuple(marks), ids.apart)


def _find_marks(space: Space) -> dict[bytes, Marks]:
    try:
        found = space.only(Alike)
    except (DidNotOpen, NewerVersion):
        return {}
    if found is None or found.record.program != PROGRAM:
        return {}
    return {one.id: one for one in found.record.people}


def _mark_person(person: Person) -> bytes:
    return b"".join(_digest_bytes(key.encode()) for key in list_keys(person))


def _digest_bytes(data: bytes | msgspec.Raw) -> bytes:
    return blake2b(data, digest_size=_SIZE).digest()


def _split_marks(marks: bytes) -> list[int]:
    """Each mark as a number: read at once, and quicker to compare."""
    return memoryview(marks).cast("Q").tolist()
