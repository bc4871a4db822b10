"""Reading and writing what *talks* keeps. What changes more than one document does so in one transaction."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from typing import Final, TypeVar

import msgspec
from django.db import transaction

from bothand.domain.checkins import TALK_HEARD, TALK_SAFE
from bothand.rooms.talks import rounds, rules
from bothand.rooms.talks.heaps import Transcript
from bothand.rooms.talks.place import Pair, place_of_answers, place_of_preparation, place_of_table
from bothand.rooms.talks.records import (
    Close,
    Impression,
    Mention,
    Mentions,
    OpenTalk,
    Preparation,
    Reminder,
    Table,
    Talk,
    Topic,
)
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.records import Record
from bothand.vault.space import Lot, Space

R = TypeVar("R", bound=Record)
_TRIES: Final = 3
_MOST_LATER: Final = 20
NOT_KEPT: Final = (Conflict, DidNotOpen, NewerVersion)
"""Why something could not be put on a table: what lies there does not open, or it changed too often meanwhile."""


def read_tables(pair: Pair) -> tuple[Table, Table]:
    """What lies on the table: mine, theirs. A row that does not open reads as nothing on it."""
    return count_tables(pair)[:2]


def count_tables(pair: Pair) -> tuple[Table, Table, int]:
    """The same, and how many of the two did not open."""
    lot = pair.ours.several(Table, _places_of_tables(pair))
    return *sort_tables(lot.items, pair.ours.id, pair.me, pair.other), lot.unopened


def sort_tables(
    standing: Iterable[Opened[Table]], space: bytes, me: bytes, other: bytes
) -> tuple[Table, Table]:
    """Mine and theirs among what stands; each counts only where its author put it. What became a talk is no invitation."""
    found = {
        one.author: one.record
        for one in standing
        if isinstance(one.record, Table) and one.id == place_of_table(space, one.author)
    }
    mine, theirs = found.get(me, Table()), found.get(other, Table())
    met = {*mine.met, *theirs.met}
    return _drop_met(mine, met), _drop_met(theirs, met)


def _drop_met(table: Table, met: set[bytes]) -> Table:
    """What lies there, without an invitation that became a talk."""
    done = table.invite is not None and table.invite.id in met
    return msgspec.structs.replace(table, invite=None) if done else table


def change_table(pair: Pair, change: Callable[[Table], Table]) -> None:
    """Change what I have on the table; what another window put there meanwhile stays. Raises Conflict, DidNotOpen."""
    where = place_of_table(pair.ours.id, pair.me)
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


def put_document(space: Space, kind: type[R], where: bytes, record: R, revision: int) -> Opened[R]:
    """Keep the one record that lies at a place of its own. Raises Conflict when another window wrote it, DidNotOpen."""
    try:
        old = space.get(kind, where)
    except Missing:
        return space.add(record, where)
    if old.record == record:
        return old
    return space.replace(old.seen_at(revision), record)


def set_topic_aside(space: Space, topic: Topic, record_id: bytes) -> Opened[Topic]:
    """Put a topic aside. The same form sent twice makes one; other words under that id get a place of their own."""
    try:
        return space.add(topic, record_id)
    except Conflict as conflict:
        there = conflict.theirs
        if there is not None and there.kind.type is Topic and there.record.text == topic.text:
            found: Opened[Topic] = there
            return found
        return space.add(topic, new_id())


def set_words_aside(mine: Space, talk: Opened[Talk], text: str, need: str, day: date) -> Opened[Topic]:
    """What was typed in a talk and not sent: a topic of one's own about the same thing, with the words beside it."""
    topic = Topic(text=talk.record.text, since=day, thread=talk.record.thread or talk.id)
    with transaction.atomic():
        kept = mine.add(topic)
        mine.add(Preparation(topic=topic.text, need=need, rest=text), place_of_preparation(kept.id))
    return kept


def delete_topic(mine: Space, space: Space, there: Opened[Topic]) -> None:
    """End a topic, and take out the words that were found for it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        with suppress(Missing, DidNotOpen):
            mine.remove(mine.get(Preparation, place_of_preparation(there.id)))


def begin_talk(pair: Pair, talk: Talk, record_id: bytes) -> Opened[Talk]:
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


def close_talk(pair: Pair, mine: Space, found: Transcript, record: Close, revision: int) -> None:
    """Leave a talk with one's own closing words, and note for oneself that it was talked about. Raises Conflict."""
    talk = found.talk
    with transaction.atomic():
        put_document(pair.ours, Close, rules.place_of_close(talk.id, pair.me), record, revision)
        note_mention(mine, mention_of_talk(talk, talk.record.day))

        def cleared(table: Table) -> Table:
            open_now = None if table.open and table.open.talk == talk.id else table.open
            later = table.later
            if record.again:
                one = Reminder(talk.record.text, record.again, talk.id, talk.record.thread or talk.id)
                later = (*(each for each in later if each.thread != one.thread), one)[-_MOST_LATER:]
            return msgspec.structs.replace(table, open=open_now, later=later)

        change_table(pair, cleared)


def keep_impression(mine: Space, where: bytes, record: Impression, revision: int, line: Mention) -> None:
    """Keep how a talk was for oneself, and that it was; the ratings go to the mirror as well. Raises Conflict, DidNotOpen."""
    # Late: it loads numpy, and only this form needs it.
    from bothand.domain import standing

    rated = ((TALK_HEARD, record.heard), (TALK_SAFE, record.safe))
    given = tuple((item, level) for item, level in rated if level)
    with transaction.atomic():
        put_document(mine, Impression, where, record, revision)
        standing.keep_talk(mine, record.day, given, place_of_answers(record.talk))
        note_mention(mine, line)


def note_mention(mine: Space, line: Mention) -> None:
    """Note in *mine* that a topic came up. Raises Conflict, DidNotOpen."""
    for attempt in range(_TRIES):
        old = mine.only(Mentions)
        after = rounds.add_mention(old.record if old else None, line)
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


def find_closes(pair: Pair, talks: Iterable[Opened[Talk]]) -> dict[bytes, list[Opened[Close]]]:
    """The closings of several talks, by talk: one query."""
    ids = [rules.place_of_close(one.id, who) for one in talks for who in one.record.people]
    found: dict[bytes, list[Opened[Close]]] = {}
    for one in pair.ours.several(Close, ids).items:
        if one.id == rules.place_of_close(one.record.talk, one.author):
            found.setdefault(one.record.talk, []).append(one)
    return found


def find_talks(pair: Pair, months: list[str]) -> Lot[Talk]:
    """The talks that were begun in these months: one query."""
    return pair.ours.months(Talk, months)


def is_closed(pair: Pair, talk_id: bytes) -> bool:
    """Whether either has closed a talk."""
    places = [rules.place_of_close(talk_id, one) for one in (pair.me, pair.other)]
    return bool(pair.ours.several(Close, places).items)


def mention_of_talk(talk: Opened[Talk], day: date) -> Mention:
    """The line for one's own list about a talk."""
    return Mention(talk.record.thread or talk.id, talk.record.text, day, talk.id)


def _places_of_tables(pair: Pair) -> list[bytes]:
    return [place_of_table(pair.ours.id, one) for one in (pair.me, pair.other)]
