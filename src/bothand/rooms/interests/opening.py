"""What a view needs of both spaces."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from bothand.couples import access, timing
from bothand.couples.errors import Alone
from bothand.rooms.interests import flow
from bothand.rooms.interests.records import Line, PutAway
from bothand.rooms.kit.times import Block, Taken, Weekly
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.ours import Ours
from bothand.vault.records import month
from bothand.vault.space import Lot, Space


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands in *ours* about some announcements, `standing`. `me` is this person's account, `away` what they put away."""

    found: tuple[Opened[Line], ...]
    standing: Mapping[bytes, Taken]
    me: bytes
    partner: bytes
    away: frozenset[bytes]

    def by_them(self, about: bytes) -> list[Opened[Line]]:
        """The other's about a time of mine, without those I put away."""
        return flow.beside(self._now(about), about, by=self.partner, away=self.away)

    def by_me(self, about: bytes) -> list[Opened[Line]]:
        """Mine about a time of theirs."""
        return flow.beside(self._now(about), about, by=self.me)

    def left_over(self) -> list[Opened[Line]]:
        """Mine about times that are said no more, or not as they were: nobody else sees them beside anything."""
        return flow.left_over(self.found, self.standing, by=self.me)

    def _now(self, about: bytes) -> list[Opened[Line]]:
        time = self.standing.get(about)
        return [one for one in self.found if time is not None and flow.said_of(one.record, time)]


def today(request: HttpRequest) -> date:
    """The day it is where this person lives."""
    return timing.today(access.visitor(request).settings.zone)


def taken(space: Space, record_id: bytes) -> Opened[Taken]:
    """A time by its id, taken once or every week. Raises Missing, DidNotOpen."""
    lot: Lot[Any] = space.several(Block, [record_id], Weekly)
    if lot.unopened:
        msg = "a time"
        raise DidNotOpen(msg)
    if not lot.items:
        raise Missing
    found: Opened[Taken] = lot.items[0]
    return found


def coming(
    space: Space, first: date, last: date, standing: Lot[Any] | None = None
) -> tuple[list[Opened[Taken]], int]:
    """The times that may fall on these days, and how many rows did not open beside `standing`, when that was given.

    Two questions to the space, or one where what stands was loaded. A time past midnight is of the day it begins on.
    """
    once = space.months(Block, sorted({month(first), month(last)}))
    every = space.standing(Weekly) if standing is None else standing
    weekly = [one for one in every.items if isinstance(one.record, Weekly)]
    return [*once.items, *weekly], once.unopened + (every.unopened if standing is None else 0)


def ours(request: HttpRequest) -> Ours:
    """The space of both, for pages that take two. Raises as `access.mine`, and Missing for one alone."""
    access.mine(request)
    try:
        return access.ours(request)
    except Alone:
        raise Missing from None


def ours_or_none(request: HttpRequest) -> Ours | None:
    """The space of both, or None for one alone. Raises as `access.mine`."""
    return None if access.partner(request) is None else ours(request)


def lines(request: HttpRequest, about: list[Opened[Taken]], *days: date) -> Lines:
    """What stands in *ours* about these, whoever wrote it, and in the months of some days: one question. Raises as `ours`."""
    partner = access.partner(request)
    assert partner is not None  # only asked for with two
    months = sorted({*flow.months_of(about), *(month(day) for day in days)})
    found = ours(request).months(Line, months).items if months else ()
    standing = {one.id: one.record for one in about}
    return Lines(found, standing, access.visitor(request).account, partner.account, put_away(request))


def put_away(request: HttpRequest) -> frozenset[bytes]:
    """The lines I don't want to see. A list that does not open hides nothing."""
    try:
        found = access.mine(request).only(PutAway)
    except DidNotOpen:
        return frozenset()
    return frozenset() if found is None else frozenset(found.record.entries)
