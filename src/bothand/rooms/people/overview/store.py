"""Everybody this person may see, read from both spaces."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.rooms.people.parts import Near, find_heads
from bothand.rooms.people.records import SharedPerson
from bothand.rooms.people.rules import fold_text
from bothand.vault.body import Opened


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


def _sort_by_name(found: Iterable[Opened[SharedPerson]]) -> list[Opened[SharedPerson]]:
    return sorted(found, key=lambda one: (fold_text(one.record.name), one.id))
