"""Putting times, their announcements and lines where they belong. Several documents at once: one transaction."""

from typing import TypeVar

from django.db import transaction
from django.http import HttpRequest
from msgspec.structs import replace

from bothand.accounts import access
from bothand.domain.times import Block, Taken, Weekly
from bothand.kit import shared_copy
from bothand.rooms.mytime import rules
from bothand.rooms.mytime.records import CANT, Line, PutAway
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict
from bothand.vault.ours import Ours
from bothand.vault.records import Record, month_of
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


def add_time(space: Space, record: R, record_id: bytes) -> bytes:
    """Put something new in. The same form sent twice makes one; raises Conflict where another lies under that id."""
    return space.add(record, record_id).id


def announce_time(request: HttpRequest, there: Opened[Taken], word: str) -> None:
    """Announce a time: a copy in *ours*, *busy* or with its owner's word. Raises as `shared_copy.share_copy`."""
    with transaction.atomic():
        zone = access.visitor_of_request(request).settings.zone
        copy = shared_copy.share_copy(request, rules.make_announcement(there.record, word, zone), of=there.id)
        if there.record.copy != copy.id:
            access.open_mine(request).replace(there, replace(there.record, copy=copy.id))


def withdraw_announcement(request: HttpRequest, there: Opened[Taken]) -> None:
    """Take an announcement back. The time itself stays as it is. Raises as `shared_copy.withdraw_copy`."""
    with transaction.atomic():
        _withdraw_copy(request, there)
        if there.record.copy:
            access.open_mine(request).replace(there, replace(there.record, copy=b""))


def delete_time(request: HttpRequest, there: Opened[Taken]) -> None:
    """Delete a time, and its announcement with it. Raises Conflict, and as `shared_copy.withdraw_copy`."""
    with transaction.atomic():
        access.open_mine(request).remove(there)
        if there.record.copy and access.find_partner(request) is not None:
            _withdraw_copy(request, there)


def write_line(ours: Ours, account: bytes, line: Line) -> None:
    """Put what I say to the other's time beside it; a second one of the same sort takes the place of the first."""
    there = rules.find_lines_about(
        ours.months(Line, [line.day.strftime("%Y-%m")]).items, line.about, by=account
    )
    for one in there:
        if one.record.sort == line.sort:
            if one.record != line:
                ours.replace(one, line)
            return
    ours.add(line)


def say_cannot(ours: Ours, account: bytes, line: Opened[Line], *, on: bool) -> None:
    """Say *I can't* to a line that collides with a time of mine, or take that back. The time stands either way."""
    said = line.record
    there = rules.find_refusals(ours.months(Line, [month_of(said.day)]).items, line.id, by=account)
    if on and not there:
        ours.add(Line(day=said.day, about=line.id, sort=CANT, words="", start=said.start, end=said.end))
    elif not on:
        with transaction.atomic():
            for one in there:
                ours.remove(one)


def put_line_away(space: Space, line_id: bytes) -> None:
    """Don't show me this line any more. Its author is told nothing. Raises DidNotOpen, NewerVersion."""
    for attempt in range(3):
        old = space.only(PutAway)
        try:
            with transaction.atomic():
                if old is None:
                    space.add(PutAway(entries=(line_id,)))
                elif line_id not in old.record.entries:
                    space.replace(old, PutAway(entries=(*old.record.entries, line_id)))
        except Conflict:
            if attempt == 2:
                raise
        else:
            return


def _withdraw_copy(request: HttpRequest, there: Opened[Taken]) -> None:
    kind = Block if isinstance(there.record, Block) else Weekly
    shared_copy.withdraw_copy(request, kind, of=there.id)
