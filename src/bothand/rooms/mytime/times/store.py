"""Times, their announcements and the lines beside them: read together, and put where they belong. Several documents at
once: one transaction.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.http import HttpRequest
from msgspec.structs import replace

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone
from bothand.domain.times import Block, Taken, Weekly
from bothand.kit import shared_copy
from bothand.rooms.mytime.times.records import CANT, Line, PutAway
from bothand.rooms.mytime.times.rules import (
    find_left_over,
    find_lines_about,
    find_refusals,
    is_said_of,
    list_months,
    make_announcement,
)
from bothand.rooms.mytime.weeks.records import Week
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.ours import Ours
from bothand.vault.records import Record, month_of
from bothand.vault.retry import retry_on_conflict
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
        return find_lines_about(self._now(about), about, by=self.partner, away=self.away)

    def by_me(self, about: bytes) -> list[Opened[Line]]:
        """Mine about a time of theirs."""
        return find_lines_about(self._now(about), about, by=self.me)

    def declined(self, line: Opened[Line]) -> bool:
        """Whether the one whose time a line is about said *I can't* to it."""
        owner = self.partner if line.author == self.me else self.me
        return bool(find_refusals(self.found, line.id, by=owner))

    def left_over(self) -> list[Opened[Line]]:
        """Mine about times that are said no more, or not as they were: nobody else sees them beside anything."""
        return find_left_over(self.found, self.standing, by=self.me)

    def _now(self, about: bytes) -> list[Opened[Line]]:
        time = self.standing.get(about)
        return [one for one in self.found if time is not None and is_said_of(one.record, time)]


def find_time(space: Space, record_id: bytes) -> Opened[Taken]:
    """A time by its id, taken once or every week. Raises Missing, DidNotOpen."""
    lot: Lot[Any] = space.query(Block, Weekly, ids=[record_id])
    if lot.unopened:
        msg = "a time"
        raise DidNotOpen(msg)
    if not lot.items:
        raise Missing
    found: Opened[Taken] = lot.items[0]
    return found


def find_near(space: Space, months: Sequence[str]) -> Lot[Any]:
    """The times taken once, and the weeks, in these months: one question, and each row opened once."""
    found: Lot[Any] = space.query(Block, Week, months=months)
    return found


def pick_times(near: Lot[Any], standing: Lot[Any]) -> list[Opened[Taken]]:
    """The times among what was opened. One past midnight is of the day it begins on."""
    return [one for one in (*near.items, *standing.items) if isinstance(one.record, Block | Weekly)]


def open_ours(request: HttpRequest) -> Ours:
    """The space of both, for pages that take two. Raises as `access.open_mine`, and Missing for one alone."""
    access.open_mine(request)
    try:
        return Visit(request).ours
    except Alone:
        raise Missing from None


def open_ours_if_two(request: HttpRequest) -> Ours | None:
    """The space of both, or None for one alone. Raises as `access.open_mine`."""
    return None if Visit(request).partner is None else open_ours(request)


def find_announced(request: HttpRequest, first: date, last: date) -> tuple[list[Opened[Taken]], Lines]:
    """What two said for these days, and the lines about it; what did not open is counted there. Raises as `open_ours`.

    Times and lines lie in the same months, and are opened together; a time of every week that began long ago has its
    lines in the month in which it began, so that one more question may be asked.
    """
    space, months = open_ours(request), sorted({month_of(first), month_of(last)})
    near: Lot[Any] = space.query(Block, Line, months=months)
    every = space.query(Weekly)
    times = [*(one for one in near.items if isinstance(one.record, Block)), *every.items]
    there = [one for one in near.items if isinstance(one.record, Line)]
    older = find_lines(request, times, but=months)
    return times, replace_fields(
        older,
        found=(*there, *older.found),
        unopened=near.unopened + every.unopened + older.unopened,
    )


def find_lines(request: HttpRequest, about: list[Opened[Taken]], *, but: Collection[str] = ()) -> Lines:
    """What stands in *ours* about these, whoever wrote it, but for some months: one question. Raises as `open_ours`."""
    partner = Visit(request).partner
    assert partner is not None  # only asked for with two
    months = [one for one in list_months(about) if one not in but]
    lot: Lot[Line] = open_ours(request).query(Line, months=months) if months else Lot(())
    standing = {one.id: one.record for one in about}
    me = Visit(request).me
    return Lines(lot.items, standing, me, partner.account, find_put_away(request), lot.unopened)


def find_put_away(request: HttpRequest) -> frozenset[bytes]:
    """The lines I don't want to see. A list that does not open hides nothing."""
    try:
        found = Visit(request).mine.only(PutAway)
    except DidNotOpen:
        return frozenset()
    return frozenset() if found is None else frozenset(found.record.entries)


R = TypeVar("R", bound=Record)


def add_time(space: Space, record: R, record_id: bytes) -> bytes:
    """Put something new in. The same form sent twice makes one; raises Conflict where another lies under that id."""
    return space.add(record, record_id).id


def announce_time(request: HttpRequest, there: Opened[Taken], word: str) -> None:
    """Announce a time: a copy in *ours*, *busy* or with its owner's word. Raises as `shared_copy.share_copy`."""
    with transaction.atomic():
        zone = Visit(request).zone
        copy = shared_copy.share_copy(request, make_announcement(there.record, word, zone), of=there.id)
        if there.record.copy != copy.id:
            Visit(request).mine.replace(there, replace(there.record, copy=copy.id))


def withdraw_announcement(request: HttpRequest, there: Opened[Taken]) -> None:
    """Take an announcement back. The time itself stays as it is. Raises as `shared_copy.withdraw_copy`."""
    with transaction.atomic():
        _withdraw_copy(request, there)
        if there.record.copy:
            Visit(request).mine.replace(there, replace(there.record, copy=b""))


def delete_time(request: HttpRequest, there: Opened[Taken]) -> None:
    """Delete a time, and its announcement with it. Raises Conflict, and as `shared_copy.withdraw_copy`."""
    with transaction.atomic():
        Visit(request).mine.remove(there)
        if there.record.copy and Visit(request).partner is not None:
            _withdraw_copy(request, there)


def write_line(ours: Ours, account: bytes, line: Line) -> None:
    """Put what I say to the other's time beside it; a second one of the same sort takes the place of the first."""
    there = find_lines_about(
        ours.query(Line, months=[line.day.strftime("%Y-%m")]).items, line.about, by=account
    )
    for one in there:
        if one.record.sort == line.sort:
            if one.record != line:
                ours.replace(one, line)
            return
    ours.add(line)


def refusal_id(account: bytes, line: bytes) -> bytes:
    """Where somebody's *I can't* to a line beside a time of theirs lies."""
    return fold_parts(b"mytime refusal", account, line)


def say_cannot(ours: Ours, account: bytes, line: Opened[Line], *, on: bool) -> None:
    """Say *I can't* to a line that collides with a time of mine, or take that back. The time stands either way."""
    said, place = line.record, refusal_id(account, line.id)
    refusal = Line(day=said.day, about=line.id, sort=CANT, words="", start=said.start, end=said.end)
    there = ours.at(place)
    if there is None:
        if on:
            ours.add(refusal, place)
    elif on and there.deleted:
        ours.replace(there, refusal)
    elif not on and not there.deleted:
        ours.remove(there)


def put_line_away(space: Space, line_id: bytes) -> None:
    """Don't show me this line any more. Its author is told nothing. Raises DidNotOpen, NewerVersion."""

    def put_once() -> None:
        old = space.only(PutAway)
        with transaction.atomic():
            if old is None:
                space.add(PutAway(entries=(line_id,)))
            elif line_id not in old.record.entries:
                space.replace(old, PutAway(entries=(*old.record.entries, line_id)))

    retry_on_conflict(put_once)


def _withdraw_copy(request: HttpRequest, there: Opened[Taken]) -> None:
    kind = Block if isinstance(there.record, Block) else Weekly
    shared_copy.withdraw_copy(request, kind, of=there.id)
