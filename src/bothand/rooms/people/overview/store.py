"""Everybody this person may see, read from both spaces."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest

from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone
from bothand.kit.folding import fold_text
from bothand.rooms.people.records import Near, SharedPerson
from bothand.rooms.people.store import find_heads
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
    if Visit(request).partner is not None:
        try:
            lot = Visit(request).ours.query(SharedPerson)
        except Alone:
            return Around(people, (), Visit(request).me, unopened)
        shown, unopened = lot.items, unopened + lot.unopened
    return Around(people, shown, Visit(request).me, unopened)


def _sort_by_name(found: Iterable[Opened[SharedPerson]]) -> list[Opened[SharedPerson]]:
    return sorted(found, key=lambda one: (fold_text(one.record.name), one.id))
