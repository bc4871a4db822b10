"""What a view needs of both spaces."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest

from bothand.accounts import access, wall_clock
from bothand.accounts.errors import Alone
from bothand.domain.times import Block, Taken, Weekly
from bothand.rooms.mytime import rules
from bothand.rooms.mytime.records import Line, PutAway, Week
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.ours import Ours
from bothand.vault.records import month_of
from bothand.vault.space import Lot, Space


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands in *ours* about some announcements, `standing`. `me` is this person's account, `away` what they put away.

    `unopened` counts rows of those months that did not open; some may be no lines.
    """

    found: tuple[Opened[Line], ...]
    standing: Mapping[bytes, Taken]
    me: bytes
    partner: bytes
    away: frozenset[bytes]
    unopened: int

    def by_them(self, about: bytes) -> list[Opened[Line]]:
        """The other's about a time of mine, without those I put away."""
        return rules.find_lines_about(self._now(about), about, by=self.partner, away=self.away)

    def by_me(self, about: bytes) -> list[Opened[Line]]:
        """Mine about a time of theirs."""
        return rules.find_lines_about(self._now(about), about, by=self.me)

    def declined(self, line: Opened[Line]) -> bool:
        """Whether the one whose time a line is about said *I can't* to it."""
        owner = self.partner if line.author == self.me else self.me
        return bool(rules.find_refusals(self.found, line.id, by=owner))

    def left_over(self) -> list[Opened[Line]]:
        """Mine about times that are said no more, or not as they were: nobody else sees them beside anything."""
        return rules.find_left_over(self.found, self.standing, by=self.me)

    def _now(self, about: bytes) -> list[Opened[Line]]:
        time = self.standing.get(about)
        return [one for one in self.found if time is not None and rules.is_said_of(one.record, time)]


def find_today(request: HttpRequest) -> date:
    """The day it is where this person lives."""
    return wall_clock.today_in(access.visitor_of_request(request).settings.zone)


def find_time(space: Space, record_id: bytes) -> Opened[Taken]:
    """A time by its id, taken once or every week. Raises Missing, DidNotOpen."""
    lot: Lot[Any] = space.several(Block, [record_id], Weekly)
    if lot.unopened:
        msg = "a time"
        raise DidNotOpen(msg)
    if not lot.items:
        raise Missing
    found: Opened[Taken] = lot.items[0]
    return found


def find_near(space: Space, months: Sequence[str]) -> Lot[Any]:
    """The times taken once, and the weeks, in these months: one question, and each row opened once."""
    found: Lot[Any] = space.months(Block, months, Week)
    return found


def pick_times(near: Lot[Any], standing: Lot[Any]) -> list[Opened[Taken]]:
    """The times among what was opened. One past midnight is of the day it begins on."""
    return [one for one in (*near.items, *standing.items) if isinstance(one.record, Block | Weekly)]


def find_weeks(
    space: Space, mondays: Sequence[date], near: Lot[Any], months: Sequence[str]
) -> tuple[list[Week], int]:
    """The weeks of these Mondays: from what is near in these months, and how many of the others did not open.

    The others are asked for by their days: the months they lie in hold a hundred other pages each.
    """
    there = [one.record for one in near.items if isinstance(one.record, Week) and one.record.day in mondays]
    others = space.on_days(Week, [day for day in mondays if month_of(day) not in months])
    return [*there, *(one.record for one in others.items)], others.unopened


def open_ours(request: HttpRequest) -> Ours:
    """The space of both, for pages that take two. Raises as `access.open_mine`, and Missing for one alone."""
    access.open_mine(request)
    try:
        return access.open_ours(request)
    except Alone:
        raise Missing from None


def open_ours_if_two(request: HttpRequest) -> Ours | None:
    """The space of both, or None for one alone. Raises as `access.open_mine`."""
    return None if access.find_partner(request) is None else open_ours(request)


def find_announced(request: HttpRequest, first: date, last: date) -> tuple[list[Opened[Taken]], Lines]:
    """What two said for these days, and the lines about it; what did not open is counted there. Raises as `open_ours`.

    Times and lines lie in the same months, and are opened together; a time of every week that began long ago has its
    lines in the month in which it began, so that one more question may be asked.
    """
    space, months = open_ours(request), sorted({month_of(first), month_of(last)})
    near: Lot[Any] = space.months(Block, months, Line)
    every = space.standing(Weekly)
    times = [*(one for one in near.items if isinstance(one.record, Block)), *every.items]
    there = [one for one in near.items if isinstance(one.record, Line)]
    older = find_lines(request, times, but=months)
    return times, replace(
        older,
        found=(*there, *older.found),
        unopened=near.unopened + every.unopened + older.unopened,
    )


def find_lines(request: HttpRequest, about: list[Opened[Taken]], *, but: Collection[str] = ()) -> Lines:
    """What stands in *ours* about these, whoever wrote it, but for some months: one question. Raises as `open_ours`."""
    partner = access.find_partner(request)
    assert partner is not None  # only asked for with two
    months = [one for one in rules.list_months(about) if one not in but]
    lot: Lot[Line] = open_ours(request).months(Line, months) if months else Lot(())
    standing = {one.id: one.record for one in about}
    me = access.visitor_of_request(request).account
    return Lines(lot.items, standing, me, partner.account, find_put_away(request), lot.unopened)


def find_put_away(request: HttpRequest) -> frozenset[bytes]:
    """The lines I don't want to see. A list that does not open hides nothing."""
    try:
        found = access.open_mine(request).only(PutAway)
    except DidNotOpen:
        return frozenset()
    return frozenset() if found is None else frozenset(found.record.entries)
