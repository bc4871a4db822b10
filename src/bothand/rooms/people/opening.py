"""What a view needs of both spaces, opened once a request."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec
from django.http import HttpRequest

from bothand.accounts import access, wall_clock
from bothand.accounts.errors import Alone
from bothand.rooms.people import rules, store
from bothand.rooms.people.records import Heads, Ids, Near, Packed, People, Person, SharedPerson, Some, Waiting
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.ours import Ours


@dataclass(frozen=True, slots=True)
class Around:
    """Everybody this person may see: their own, and the copies in *ours*. `me` is their account."""

    people: tuple[Near, ...]
    shown: tuple[Opened[SharedPerson], ...]
    me: bytes
    unopened: int

    @property
    def of_both(self) -> list[Opened[SharedPerson]]:
        """Those of both, whoever put them there."""
        return _sort_by_name(one for one in self.shown if one.record.stage == "ours")

    @property
    def to_meet(self) -> list[Opened[SharedPerson]]:
        """Those whom one would like the other to meet."""
        return _sort_by_name(one for one in self.shown if one.record.stage == "meet")

    @property
    def theirs(self) -> list[Opened[SharedPerson]]:
        """Those of the partner's own whom they showed."""
        return _sort_by_name(
            one for one in self.shown if one.record.stage != "ours" and one.author != self.me
        )

    @property
    def own(self) -> list[Near]:
        """Those who are mine alone."""
        both = {one.id for one in self.shown if one.record.stage == "ours"}
        return [one for one in self.people if one.copy not in both]

    @property
    def sheets(self) -> list[Near]:
        """My own pages about people of both."""
        both = {one.id for one in self.shown if one.record.stage == "ours"}
        return [one for one in self.people if one.copy in both]


def find_around(request: HttpRequest) -> Around:
    """Everybody this person may see. What does not open is counted. Raises as `access.open_mine`."""
    people, unopened = find_heads(request)
    shown: tuple[Opened[SharedPerson], ...] = ()
    if access.find_partner(request) is not None:
        try:
            lot = access.open_ours(request).standing(SharedPerson)
        except Alone:
            return Around(people, (), access.visitor_of_request(request).account, unopened)
        shown, unopened = lot.items, unopened + lot.unopened
    return Around(people, shown, access.visitor_of_request(request).account, unopened)


def find_heads(request: HttpRequest) -> tuple[tuple[Near, ...], int]:
    """The same people as in `open_people`, as far as a page about everybody needs them. Raises as `access.open_mine`."""
    try:
        found = access.open_mine(request).parts(People, Heads)
    except DidNotOpen:
        return (), 1
    return () if found is None else found[0].people, 0


def has_waiting(request: HttpRequest) -> bool:
    """Whether anybody waits for a choice. Raises as `access.open_mine`."""
    try:
        found = access.open_mine(request).parts(Waiting, Some)
    except DidNotOpen:
        return False
    return found is not None and bytes(found[0].people) != b"\x90"


def find_packed(request: HttpRequest) -> tuple[Ids, tuple[msgspec.Raw, ...], int]:
    """Who waits for a choice, each still packed, and 1 where they did not open. Raises as `access.open_mine`."""
    try:
        found = access.open_mine(request).parts(Waiting, Ids, Packed)
    except DidNotOpen:
        return Ids(), (), 1
    if found is None:
        return Ids(), (), 0
    ids, packed = found
    assert isinstance(ids, Ids)
    assert isinstance(packed, Packed)
    return ids, packed.people, 0


def open_people(request: HttpRequest) -> tuple[People, int]:
    """My own people, and 1 where they did not open. Raises as `access.open_mine`."""
    try:
        return store.find_people(access.open_mine(request)), 0
    except DidNotOpen:
        return People(), 1


def open_person(request: HttpRequest, person_id: bytes) -> Person:
    """Somebody of mine. Raises as `access.open_mine`, Missing, DidNotOpen."""
    found = rules.find_person(store.find_people(access.open_mine(request)).people, person_id)
    if found is None:
        raise Missing
    return found


def find_copy_about(request: HttpRequest, there: Person) -> Opened[SharedPerson] | None:
    """The copy in *ours* that is about somebody, or None, also where it does not open. Raises as `access.open_mine`."""
    if not there.copy or access.find_partner(request) is None:
        return None
    return next(iter(open_ours(request).several(SharedPerson, [there.copy]).items), None)


def open_ours(request: HttpRequest) -> Ours:
    """The space of both, for pages that take two. Raises as `access.open_mine`, and Missing for one alone."""
    access.open_mine(request)
    try:
        return access.open_ours(request)
    except Alone:
        raise Missing from None


def find_today(request: HttpRequest) -> date:
    """The day it is where this person lives."""
    return wall_clock.today_in(access.visitor_of_request(request).settings.zone)


def _sort_by_name(found: Iterable[Opened[SharedPerson]]) -> list[Opened[SharedPerson]]:
    return sorted(found, key=lambda one: (rules.fold_text(one.record.name), one.id))
