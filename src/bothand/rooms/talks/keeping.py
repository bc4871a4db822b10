"""Reading and writing what *talks* keeps. What changes more than one document does so in one transaction."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

import msgspec
from django.db import transaction

from bothand.rooms.talks import flow, rounds
from bothand.rooms.talks.flow import Course, Event
from bothand.rooms.talks.place import Pair, table_place, words_place
from bothand.rooms.talks.records import (
    Close,
    Felt,
    Later,
    Open,
    Prepared,
    Round,
    Rounds,
    Table,
    Talk,
    Topic,
    Turn,
)
from bothand.vault.body import Opened
from bothand.vault.chance import new_id
from bothand.vault.errors import Conflict, DidNotOpen, Missing
from bothand.vault.records import Record
from bothand.vault.space import Lot, Space

R = TypeVar("R", bound=Record)
_TRIES: Final = 3
_MOST_LATER: Final = 20


class Full(Exception):
    """There is no room for another turn in this talk."""


@dataclass(frozen=True, slots=True)
class Heap:
    """A talk with all that both wrote. `numbers` are the places of turns that are taken, by author."""

    talk: Opened[Talk]
    events: tuple[Event, ...]
    closes: dict[bytes, Opened[Close]]
    numbers: dict[bytes, int]
    unopened: int

    @property
    def course(self) -> Course:
        """How it was begun."""
        one = self.talk.record
        return Course(one.way, one.devices, one.first, one.people)

    @property
    def state(self) -> flow.State:
        """How it stands."""
        return flow.state(self.course, self.events, closed=bool(self.closes))


def tables(pair: Pair) -> tuple[Table, Table]:
    """What lies on the table: mine, theirs. A row that does not open reads as nothing on it."""
    return on_the_table(pair.ours.several(Table, _places(pair)).items, pair.ours.id, pair.me, pair.other)


def on_the_table(
    standing: Iterable[Opened[Table]], space: bytes, me: bytes, other: bytes
) -> tuple[Table, Table]:
    """Mine and theirs among what stands; each counts only where its author put it."""
    found = {
        one.author: one.record
        for one in standing
        if isinstance(one.record, Table) and one.id == table_place(space, one.author)
    }
    return found.get(me, Table()), found.get(other, Table())


def set_table(pair: Pair, change: Callable[[Table], Table]) -> None:
    """Change what I have on the table; what another window put there meanwhile stays. Raises Conflict, DidNotOpen."""
    where = table_place(pair.ours.id, pair.me)
    for attempt in range(_TRIES):
        old = pair.ours.at(where)
        if old is not None and old.author != pair.me:
            msg = "author of a table"
            raise DidNotOpen(msg)
        before = Table() if old is None else old.record
        after = change(before)
        try:
            if old is None:
                pair.ours.add(after, where)
            elif after != before:
                pair.ours.replace(old, after)
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            return


def put(space: Space, kind: type[R], where: bytes, record: R, revision: int) -> Opened[R]:
    """Keep the one record that lies at a place of its own. Raises Conflict when another window wrote it, DidNotOpen."""
    try:
        old = space.get(kind, where)
    except Missing:
        return space.add(record, where)
    if old.record == record:
        return old
    return space.replace(replace(old, revision=revision), record)


def park(space: Space, topic: Topic, record_id: bytes) -> Opened[Topic]:
    """Put a topic aside. The same form sent twice makes one; other words under that id get a place of their own."""
    try:
        return space.add(topic, record_id)
    except Conflict as conflict:
        there = conflict.theirs
        if there is not None and there.kind.type is Topic and there.record.text == topic.text:
            found: Opened[Topic] = there
            return found
        return space.add(topic, new_id())


def end(mine: Space, space: Space, there: Opened[Topic]) -> None:
    """End a topic, and take out the words that were found for it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        with suppress(Missing, DidNotOpen):
            mine.remove(mine.get(Prepared, words_place(there.id)))


def begin(pair: Pair, talk: Talk, record_id: bytes) -> Opened[Talk]:
    """Begin a talk, and lay it on my table. Raises Conflict, DidNotOpen."""
    with transaction.atomic():
        try:
            kept = pair.ours.add(talk, record_id)
        except Conflict as conflict:
            there = conflict.theirs
            if there is None or there.kind.type is not Talk or there.deleted:
                raise
            kept = there
        now = Open(kept.id, kept.record.text)
        set_table(pair, lambda table: msgspec.structs.replace(table, open=now, invite=None))
    return kept


def heap(pair: Pair, talk_id: bytes) -> Heap:
    """A talk with all that both wrote. Raises Missing, DidNotOpen."""
    talk = pair.ours.get(Talk, talk_id)
    people = talk.record.people
    if pair.me not in people:
        raise Missing
    turns, unopened = _turns(pair, talk_id, people)
    closes = {
        one.author: one
        for one in pair.ours.several(Close, [flow.close_place(talk_id, one) for one in people]).items
        if one.id == flow.close_place(talk_id, one.author)
    }
    numbers = {who: 1 + max((n for (author, n) in turns if author == who), default=-1) for who in people}
    events = tuple(_event(one) for one in turns.values())
    return Heap(talk, events, closes, numbers, unopened)


def add_turn(pair: Pair, found: Heap, turn: Turn, number: int) -> None:
    """Put a turn in. `number` is the place that the page offered: sent twice, it is kept once.

    Two of mine at once get a place each. Raises Full, DidNotOpen.
    """
    turn = msgspec.structs.replace(turn, step=flow.next_step(found.events))
    first = number if 0 <= number <= found.numbers[pair.me] else found.numbers[pair.me]
    for place in range(first, flow.MOST_TURNS):
        try:
            pair.ours.add(turn, flow.place(found.talk.id, pair.me, place))
        except Conflict as conflict:
            there = conflict.theirs
            mine = (
                there is not None
                and there.kind.type is Turn
                and not there.deleted
                and there.author == pair.me
            )
            if mine and flow.same(_event(there), _event(replace(there, record=turn))):
                return
        else:
            return
    raise Full


def close(pair: Pair, mine: Space, found: Heap, record: Close, revision: int) -> None:
    """Leave a talk with one's own closing words, and note for oneself that it was talked about. Raises Conflict."""
    talk = found.talk
    with transaction.atomic():
        put(pair.ours, Close, flow.close_place(talk.id, pair.me), record, revision)
        note_round(mine, round_of(talk, talk.record.day))

        def cleared(table: Table) -> Table:
            open_now = None if table.open and table.open.talk == talk.id else table.open
            later = table.later
            if record.again:
                one = Later(talk.record.text, record.again, talk.id, talk.record.thread or talk.id)
                later = (*(each for each in later if each.thread != one.thread), one)[-_MOST_LATER:]
            return msgspec.structs.replace(table, open=open_now, later=later)

        set_table(pair, cleared)


def keep_felt(mine: Space, where: bytes, record: Felt, revision: int, line: Round) -> None:
    """Keep how a talk was for oneself, and that it was. Raises Conflict, DidNotOpen."""
    with transaction.atomic():
        put(mine, Felt, where, record, revision)
        note_round(mine, line)


def note_round(mine: Space, line: Round) -> None:
    """Note in *mine* that a topic came up. Raises Conflict, DidNotOpen."""
    for attempt in range(_TRIES):
        old = mine.only(Rounds)
        after = rounds.with_line(old.record if old else None, line)
        try:
            if old is None:
                mine.add(after)
            elif after != old.record:
                mine.replace(old, after)
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            return


def take_out(pair: Pair, found: Heap) -> None:
    """Take all that I wrote in a talk out of *ours*: the turns, and my closing words."""
    lot = pair.ours.several(Turn, [one.id for one in found.events if one.author == pair.me])
    with transaction.atomic():
        for one in lot.items:
            pair.ours.remove(one)
        mine = found.closes.get(pair.me)
        if mine is not None and mine.record.text:
            pair.ours.replace(mine, msgspec.structs.replace(mine.record, text=""))


def closes_of(pair: Pair, talks: Iterable[Opened[Talk]]) -> dict[bytes, list[Opened[Close]]]:
    """The closings of several talks, by talk: one query."""
    ids = [flow.close_place(one.id, who) for one in talks for who in one.record.people]
    found: dict[bytes, list[Opened[Close]]] = {}
    for one in pair.ours.several(Close, ids).items:
        if one.id == flow.close_place(one.record.talk, one.author):
            found.setdefault(one.record.talk, []).append(one)
    return found


def talks_of(pair: Pair, months: list[str]) -> Lot[Talk]:
    """The talks that were begun in these months: one query."""
    return pair.ours.months(Talk, months)


def is_over(pair: Pair, talk_id: bytes) -> bool:
    """Whether either has closed a talk."""
    places = [flow.close_place(talk_id, one) for one in (pair.me, pair.other)]
    return bool(pair.ours.several(Close, places).items)


def round_of(talk: Opened[Talk], day: date) -> Round:
    """The line for one's own list about a talk."""
    return Round(talk.record.thread or talk.id, talk.record.text, day, talk.id)


def _places(pair: Pair) -> list[bytes]:
    return [table_place(pair.ours.id, one) for one in (pair.me, pair.other)]


def _turns(
    pair: Pair, talk_id: bytes, people: tuple[bytes, bytes]
) -> tuple[dict[tuple[bytes, int], Opened[Turn]], int]:
    """All turns by author and number: a query for each `SLOTS` of them."""
    found: dict[tuple[bytes, int], Opened[Turn]] = {}
    unopened = 0
    for first in range(0, flow.MOST_TURNS, flow.SLOTS):
        known = {
            flow.place(talk_id, who, number): (who, number)
            for who in people
            for number in range(first, first + flow.SLOTS)
        }
        lot = pair.ours.several(Turn, list(known))
        unopened += lot.unopened
        last = -1
        for one in lot.items:
            who, number = known[one.id]
            if one.author == who and one.record.talk == talk_id:
                found[who, number] = one
            last = max(last, number)
        if last < first + flow.SLOTS - 8:
            break
    return found, unopened


def _event(one: Opened[Turn]) -> Event:
    turn = one.record
    return Event(
        id=one.id,
        author=one.author,
        voice=turn.voice,
        step=turn.step,
        at=int(one.created.timestamp()),
        act=turn.act,
        about=turn.about,
        text=turn.text,
        need=turn.need,
        feelings=turn.feelings,
        until=turn.until,
        today=turn.today,
    )
