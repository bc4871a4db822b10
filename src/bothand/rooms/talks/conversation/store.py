"""A talk with all that both wrote: begun, read as a whole, added to a turn at a time, closed."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec
from django.db import transaction

from bothand.accounts.access import Pair
from bothand.domain.checkins import TALK_HEARD, TALK_SAFE
from bothand.kit.single import put_document
from bothand.rooms.talks.conversation import rules
from bothand.rooms.talks.conversation.records import Close, Impression, Talk, Turn
from bothand.rooms.talks.conversation.rules import Event, Setup, place_of_answers
from bothand.rooms.talks.invitations.records import OpenTalk, Reminder, Table
from bothand.rooms.talks.invitations.store import change_table, read_tables
from bothand.rooms.talks.topics.records import Mention
from bothand.rooms.talks.topics.store import note_mention
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.ours import Ours
from bothand.vault.space import Space


class TalkFullError(Exception):
    """There is no room for another turn in this talk."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A talk with all that both wrote. `numbers` are the places of turns that are taken, by author."""

    talk: Opened[Talk]
    events: tuple[Event, ...]
    closes: dict[bytes, Opened[Close]]
    numbers: dict[bytes, int]
    unopened: int

    @property
    def setup(self) -> Setup:
        """How it was begun."""
        one = self.talk.record
        return Setup(one.way, one.devices, one.first, one.people)

    @property
    def state(self) -> rules.State:
        """How it stands."""
        return rules.derive_state(self.setup, self.events, closed=bool(self.closes))


def read_transcript(ours: Ours, me: bytes, talk_id: bytes) -> Transcript:
    """A talk with all that both wrote. Raises Missing, DidNotOpen."""
    talk = ours.get(Talk, talk_id)
    people = talk.record.people
    if me not in people:
        raise Missing
    turns, unopened = _read_turns(ours, talk_id, people)
    closes = {
        one.author: one
        for one in ours.query(Close, ids=[rules.place_of_close(talk_id, one) for one in people]).items
        if one.id == rules.place_of_close(talk_id, one.author)
    }
    numbers = {who: 1 + max((n for (author, n) in turns if author == who), default=-1) for who in people}
    events = tuple(_event_of_turn(one) for one in turns.values())
    return Transcript(talk, events, closes, numbers, unopened)


def find_open_talks(ours: Ours, me: bytes, *tables: Table) -> list[Transcript]:
    """The talks that lie on these tables and are not closed: at most one of each person's."""
    found = []
    for talk in dict.fromkeys(table.open.talk for table in tables if table.open is not None):
        with suppress(Missing, DidNotOpen):
            found.append(read_transcript(ours, me, talk))
    return [one for one in found if one.state.stage is not rules.Stage.CLOSED]


def add_turn(pair: Pair, transcript: Transcript, turn: Turn, number: int) -> None:
    """Put a turn in. `number` is the place that the page offered: sent twice, it is kept once.

    Two of mine at once get a place each. Raises TalkFullError.
    """
    turn = msgspec.structs.replace(turn, step=rules.next_step(transcript.events))
    first = number if 0 <= number <= transcript.numbers[pair.me] else transcript.numbers[pair.me]
    for place in range(first, rules.MOST_TURNS):
        try:
            pair.ours.add(turn, rules.place_of_turn(transcript.talk.id, pair.me, place))
        except Conflict as conflict:
            there = conflict.theirs
            mine = (
                there is not None
                and there.kind.type is Turn
                and not there.deleted
                and there.author == pair.me
            )
            if mine and rules.says_the_same(
                _event_of_turn(there), _event_of_turn(msgspec.structs.replace(there, record=turn))
            ):
                return
        except (DidNotOpen, NewerVersion):
            # What lies there stays as it is; these words go to the next place.
            continue
        else:
            return
    raise TalkFullError


def remove_own_words(pair: Pair, transcript: Transcript) -> None:
    """Take all that I wrote in a talk out of *ours*: the turns, and my closing words."""
    lot = pair.ours.query(Turn, ids=[one.id for one in transcript.events if one.author == pair.me])
    with transaction.atomic():
        for one in lot.items:
            pair.ours.remove(one)
        mine = transcript.closes.get(pair.me)
        if mine is not None and mine.record.text:
            pair.ours.replace(mine, msgspec.structs.replace(mine.record, text=""))


def _read_turns(
    ours: Ours, talk_id: bytes, people: tuple[bytes, bytes]
) -> tuple[dict[tuple[bytes, int], Opened[Turn]], int]:
    """All turns by author and number: a query for each `SLOTS` of them."""
    found: dict[tuple[bytes, int], Opened[Turn]] = {}
    unopened = 0
    for first in range(0, rules.MOST_TURNS, rules.SLOTS):
        known = {
            rules.place_of_turn(talk_id, who, number): (who, number)
            for who in people
            for number in range(first, first + rules.SLOTS)
        }
        lot = ours.query(Turn, ids=list(known))
        unopened += lot.unopened
        last = -1
        for one in lot.items:
            who, number = known[one.id]
            if one.author == who and one.record.talk == talk_id:
                found[who, number] = one
            last = max(last, number)
        if last < first + rules.SLOTS - 8:
            break
    return found, unopened


def _event_of_turn(one: Opened[Turn]) -> Event:
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


_MOST_LATER: Final = 20


def start_talk(pair: Pair, talk: Talk, record_id: bytes) -> Opened[Talk]:
    """Begin a talk, and lay it on my table. Raises Conflict, DidNotOpen."""
    with transaction.atomic():
        try:
            kept = pair.ours.add(talk, record_id)
        except Conflict as conflict:
            there = conflict.theirs
            if there is None or there.kind.type is not Talk or there.deleted:
                raise
            kept = there
        now = OpenTalk(kept.id, kept.record.text)
        met = tuple(
            one.id
            for one in (table.invite for table in read_tables(pair))
            if one is not None and kept.record.thread in (one.id, one.thread or one.id)
        )
        change_table(
            pair,
            lambda table: msgspec.structs.replace(table, open=now, met=(*table.met, *met)[-_MOST_LATER:]),
        )
    return kept


def save_close(pair: Pair, mine: Space, transcript: Transcript, record: Close, revision: int) -> None:
    """Leave a talk with one's own closing words, and note for oneself that it was talked about. Raises Conflict."""
    talk = transcript.talk
    with transaction.atomic():
        put_document(pair.ours, record, rules.place_of_close(talk.id, pair.me), revision)
        note_mention(mine, mention_of_talk(talk, talk.record.day))

        def clear_table(table: Table) -> Table:
            open_now = None if table.open and table.open.talk == talk.id else table.open
            later = table.later
            if record.again:
                one = Reminder(talk.record.text, record.again, talk.id, talk.record.thread or talk.id)
                later = (*(each for each in later if each.thread != one.thread), one)[-_MOST_LATER:]
            return msgspec.structs.replace(table, open=open_now, later=later)

        change_table(pair, clear_table)


def save_impression(mine: Space, record: Impression, revision: int, line: Mention) -> None:
    """Keep how a talk was for oneself, and that it was; the ratings go to the check-in as well. Raises Conflict, DidNotOpen."""
    # Late: it loads numpy, and only this form needs it.
    from bothand.domain import standing

    rated = ((TALK_HEARD, record.heard), (TALK_SAFE, record.safe))
    given = tuple((item, level) for item, level in rated if level)
    with transaction.atomic():
        put_document(mine, record, rules.place_of_impression(record.talk), revision)
        standing.keep_talk(mine, record.day, given, place_of_answers(record.talk))
        note_mention(mine, line)


def find_closes(pair: Pair, talks: Iterable[Opened[Talk]]) -> dict[bytes, list[Opened[Close]]]:
    """The closings of several talks, by talk: one query."""
    ids = [rules.place_of_close(one.id, who) for one in talks for who in one.record.people]
    found: dict[bytes, list[Opened[Close]]] = {}
    for one in pair.ours.query(Close, ids=ids).items:
        if one.id == rules.place_of_close(one.record.talk, one.author):
            found.setdefault(one.record.talk, []).append(one)
    return found


def mention_of_talk(talk: Opened[Talk], day: date) -> Mention:
    """The line for one's own list about a talk."""
    return Mention(talk.record.thread or talk.id, talk.record.text, day, talk.id)
