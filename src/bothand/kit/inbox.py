"""*Between you*: one quiet line for each shared act of the other, and for what waits for an answer of mine.

Nothing is kept of news: the lines follow from what lies in *ours*, as each room says it reads (`kit.news`), and from one
mark in *mine* (`accounts.visits`). What this process remembers (`accounts.looks`) only spares opening the same rows again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final

from django.db import DatabaseError
from django.http import HttpRequest

from bothand.accounts import looks, visits, wall_clock
from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone, Locked, SignedOut
from bothand.accounts.looks import Look
from bothand.kit import registry
from bothand.kit.manifest import Asked
from bothand.kit.news import Around, News, Told
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.months import months_between
from bothand.vault.records import Record, Shelf, month_of
from bothand.vault.space import Lot
from bothand.vault.table import Head
from bothand.vault.timeline import Beside, find_beside

_BY_MONTH: Final = (Shelf.WRITTEN, Shelf.ACCUMULATES)
LASTS: Final = timedelta(days=31)
"""So long a line of what happened stands on *Today* at most, looked at or not. The page has the rest, by month."""
AHEAD: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of *Between you*. It carries a day and no hour; `moment` orders and is never shown.

    `mark` stands for exactly this line, so that it can be remembered without its words.
    """

    text: str
    path: str
    waits: bool
    settled: bool
    day: date
    moment: int = field(repr=False)
    mark: bytes = field(repr=False)


@cache
def all_told() -> dict[type[Record], tuple[Told, ...]]:
    """How each kind is told, by all rooms; what the meeting place makes is told by the room that asked."""
    found: dict[type[Record], tuple[Told, ...]] = {}
    for room in registry.all_rooms():
        for kind, how in room.between.items():
            if isinstance(how, Told):
                found[kind] = (*found.get(kind, ()), how)
    return found


def look_around(visit: Visit) -> Around | None:
    """What there is to look at; None for one alone. Raises SignedOut, Locked."""
    ours = visit.ours_if_two
    if ours is None:
        return None
    mine = visit.mine
    return Around(
        me=visit.me,
        name=visit.partner_name,
        ours=ours,
        today=visit.today,
        zone=visit.zone,
        standing=cache(lambda: ours.query(shelf=Shelf.STANDS)),
        own=cache(lambda: mine.query(shelf=Shelf.STANDS)),
        note=lambda: visits.read_note(mine),
    )


def look_about(asked: Asked) -> Around | None:
    """The same for *Today*, which has read what stands already."""
    if asked.ours is None:
        return None
    return Around(
        me=asked.account,
        name=asked.partner,
        ours=asked.ours,
        today=asked.today,
        zone=asked.settings.zone,
        standing=asked.between,
        own=asked.standing,
        note=lambda: visits.find_note(asked.standing().items),
    )


def list_today(around: Around) -> list[Line]:
    """What *Today* shows: what waits, then what is new since the other's acts were last looked at, the newest first."""
    look = looks.find_look(around.me)
    lines, floor = _read_lines(around, look, _find_heads(around)), _find_floor(around)
    fresh = [
        one
        for one in lines
        if one.waits or (one.moment > floor and not one.settled and one.mark not in look.cleared)
    ]
    return sort_lines([*fresh, *_list_due_lines(around)])


@dataclass(frozen=True, slots=True)
class History:
    """One month of lines, and the months beside it; `waiting` is what waits, told with the newest month."""

    months: Beside
    lines: tuple[Line, ...]
    waiting: tuple[Line, ...]


def read_history(around: Around, wanted: str = "") -> History:
    """What the other did in a month, as far as it still lies in *ours*; the newest month by default."""
    ours, this_month = around.ours, month_of(around.today)
    standing = ours.query(shelf=Shelf.STANDS)
    lines = _tell_all(around, standing.items)
    found = {this_month, *(month_of(one.day) for one in lines)}
    found.update(*(ours.find_months(shelf) for shelf in _BY_MONTH))
    # Time that was announced lies in its own month, which may be to come: it is told with the newest.
    ahead = sorted(month for month in found if month > this_month)
    months = find_beside(sorted(found.difference(ahead)), min(wanted, this_month))
    newest = months.shown == this_month
    read = [months.shown, *(ahead if newest else ())]
    dated = [ours.query(shelf=shelf, months=read) for shelf in _BY_MONTH]
    around.unopened = standing.unopened + sum(lot.unopened for lot in dated)
    lines += _tell_all(around, [one for lot in dated for one in lot.items])
    waiting = [one for one in lines if one.waits] + _list_due_lines(around) if newest else []
    of_month = [one for one in lines if one not in waiting and (newest or month_of(one.day) == months.shown)]
    shown = [one for one in of_month if month_of(one.day) >= months.shown]
    return History(months, tuple(sort_lines(shown)), tuple(sort_lines(waiting)))


def sort_lines(lines: Iterable[Line]) -> list[Line]:
    """What waits first, then the newest; one line for what reads the same."""
    ordered = sorted(lines, key=lambda one: (one.waits, one.moment, one.mark), reverse=True)
    return list({(one.text, one.path): one for one in reversed(ordered)}.values())[::-1]


def note_look(around: Around, lines: Iterable[Line], *, clears: bool) -> None:
    """Remember, in memory alone, that all there is was looked at; `clears` on the page that is there for nothing else."""
    look, on_page = looks.find_look(around.me), tuple(lines)
    marks = frozenset(one.mark for one in on_page)
    look.seen, look.dot = look.seen | marks, False
    # Up to the newest line there was, and not up to now: what comes in this very second is told yet.
    look.looked = max((one.moment for one in on_page), default=look.looked)
    if clears:
        look.cleared = marks


def has_news(request: HttpRequest) -> bool:
    """Whether there is a line that was on no page yet: the dot. One query, unless something changed in *ours*.

    What does not open makes no dot: the page that needs it says so.
    """
    try:
        around = look_around(Visit(request))
        return around is not None and _has_unseen(around)
    except (SignedOut, Locked, Alone, DidNotOpen, NewerVersion, DatabaseError):
        return False


def _has_unseen(around: Around) -> bool:
    look = looks.find_look(around.me)
    heads = _find_heads(around)
    if heads != look.rows:
        _read_lines(around, look, heads)
    return look.dot


def _find_heads(around: Around) -> dict[bytes, Head]:
    months = months_between(around.today - LASTS, around.today + timedelta(days=3))
    ahead = months_between(around.today + LASTS, around.today + AHEAD)
    return around.ours.heads(months, ahead=[one for one in ahead if one not in months])


def _read_lines(around: Around, look: Look, found: dict[bytes, Head]) -> list[Line]:
    """The lines of these weeks: only rows that are new, changed, or told something before are opened."""
    ids = [one for one, head in found.items() if look.rows.get(one) != head or one in look.telling]
    lot: Lot[Any] = around.ours.query(ids=ids) if ids else Lot(())
    around.unopened = lot.unopened
    lines = _tell_all(around, lot.items)
    since = _seconds(around, around.today - LASTS)
    telling = {one.mark[:16] for one in lines if one.waits or one.moment >= since}
    lasting = {one.id for one in lot.items if any(how.lasting for how in all_told().get(one.kind.type, ()))}
    floor = _find_floor(around)
    look.seen &= {one.mark for one in lines}
    look.dot = any(one.moment > floor and not one.settled and one.mark not in look.seen for one in lines)
    look.rows = found
    look.telling = frozenset(one for one in ids if one in lasting or _mark_of(one) in telling)
    return lines


def _tell_all(around: Around, items: Sequence[Opened[Any]]) -> list[Line]:
    told = all_told()
    theirs = [one for one in items if one.author != around.me and one.kind.type in told]
    around.load_beside(
        each for one in theirs for how in told[one.kind.type] for each in how.beside(one, around)
    )
    return [
        _line(around, news, one.id, int(one.changed.timestamp()))
        for one in theirs
        for how in told[one.kind.type]
        for news in how.tell(one, around)
    ]


def _line(around: Around, news: News, record_id: bytes, changed: int) -> Line:
    changed_on = around.day_of(datetime.fromtimestamp(changed, wall_clock.zone_of(around.zone)))
    day = news.day or (changed_on if changed else around.today)
    moment = changed if day == changed_on else _seconds(around, day)
    mark = _mark_of(record_id) + fold_parts(b"line", news.text.encode(), day.isoformat().encode())
    return Line(
        text=news.text,
        path=news.path,
        waits=news.waits,
        settled=news.settled,
        day=day,
        moment=moment,
        mark=mark,
    )


def _mark_of(record_id: bytes) -> bytes:
    return fold_parts(b"line of", record_id)


def _seconds(around: Around, day: date) -> int:
    """The beginning of a day where I live, in seconds since 1970."""
    return int(datetime.combine(day, time.min, wall_clock.zone_of(around.zone)).timestamp())


def _find_floor(around: Around) -> int:
    """Up to when acts are told no more."""
    note = around.note() or visits.VisitNote()
    return max(note.shown, _seconds(around, around.today - LASTS))


def _list_due(around: Around) -> Iterator[News]:
    for room in registry.all_rooms():
        if room.due:
            yield from room.due(around)


def _list_due_lines(around: Around) -> list[Line]:
    return [_line(around, news, f"due {news.path}".encode(), 0) for news in _list_due(around)]
