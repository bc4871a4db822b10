"""A talk with all that both wrote: read as a whole, added to a turn at a time."""

from dataclasses import dataclass

import msgspec
from django.db import transaction

from bothand.rooms.talks import rules
from bothand.rooms.talks.place import Pair
from bothand.rooms.talks.records import Close, Talk, Turn
from bothand.rooms.talks.rules import Event, Setup
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion


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
    def course(self) -> Setup:
        """How it was begun."""
        one = self.talk.record
        return Setup(one.way, one.devices, one.first, one.people)

    @property
    def state(self) -> rules.State:
        """How it stands."""
        return rules.derive_state(self.course, self.events, closed=bool(self.closes))


def read_transcript(pair: Pair, talk_id: bytes) -> Transcript:
    """A talk with all that both wrote. Raises Missing, DidNotOpen."""
    talk = pair.ours.get(Talk, talk_id)
    people = talk.record.people
    if pair.me not in people:
        raise Missing
    turns, unopened = _read_turns(pair, talk_id, people)
    closes = {
        one.author: one
        for one in pair.ours.several(Close, [rules.place_of_close(talk_id, one) for one in people]).items
        if one.id == rules.place_of_close(talk_id, one.author)
    }
    numbers = {who: 1 + max((n for (author, n) in turns if author == who), default=-1) for who in people}
    events = tuple(_event_of_turn(one) for one in turns.values())
    return Transcript(talk, events, closes, numbers, unopened)


def add_turn(pair: Pair, found: Transcript, turn: Turn, number: int) -> None:
    """Put a turn in. `number` is the place that the page offered: sent twice, it is kept once.

    Two of mine at once get a place each. Raises Full.
    """
    turn = msgspec.structs.replace(turn, step=rules.next_step(found.events))
    first = number if 0 <= number <= found.numbers[pair.me] else found.numbers[pair.me]
    for place in range(first, rules.MOST_TURNS):
        try:
            pair.ours.add(turn, rules.place_of_turn(found.talk.id, pair.me, place))
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


def remove_own_words(pair: Pair, found: Transcript) -> None:
    """Take all that I wrote in a talk out of *ours*: the turns, and my closing words."""
    lot = pair.ours.several(Turn, [one.id for one in found.events if one.author == pair.me])
    with transaction.atomic():
        for one in lot.items:
            pair.ours.remove(one)
        mine = found.closes.get(pair.me)
        if mine is not None and mine.record.text:
            pair.ours.replace(mine, msgspec.structs.replace(mine.record, text=""))


def _read_turns(
    pair: Pair, talk_id: bytes, people: tuple[bytes, bytes]
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
        lot = pair.ours.several(Turn, list(known))
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
