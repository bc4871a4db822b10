"""Reading and writing topics. What changes more than one document does so in one transaction."""

from contextlib import suppress
from datetime import date

from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import access
from bothand.rooms.talks.conversation.records import Talk
from bothand.rooms.talks.invitations.store import TRIES
from bothand.rooms.talks.place import pair_if
from bothand.rooms.talks.topics import rules
from bothand.rooms.talks.topics.records import Mention, Mentions, Preparation, Topic
from bothand.rooms.talks.topics.rules import place_of_preparation
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing
from bothand.vault.randomness import new_id
from bothand.vault.space import Space


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


def erase_topic(mine: Space, space: Space, there: Opened[Topic]) -> None:
    """End a topic, and take out the words that were found for it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        with suppress(Missing, DidNotOpen):
            mine.remove(mine.get(Preparation, place_of_preparation(there.id)))


def note_mention(mine: Space, line: Mention) -> None:
    """Note in *mine* that a topic came up. Raises Conflict, DidNotOpen."""
    for attempt in range(TRIES):
        old = mine.only(Mentions)
        after = rules.add_mention(old.record if old else None, line)
        try:
            if old is None:
                mine.add(after)
            elif after != old.record:
                mine.replace(old, after)
        except Conflict:
            if attempt + 1 == TRIES:
                raise
        else:
            return


def find_topic(request: HttpRequest, record_id: bytes) -> tuple[Opened[Topic], Space]:
    """A topic in *mine* or in *ours*, and which. Raises Missing, DidNotOpen."""
    mine = access.open_mine(request)
    try:
        return mine.get(Topic, record_id), mine
    except Missing:
        pair = pair_if(request)
        if pair is None:
            raise
        return pair.ours.get(Topic, record_id), pair.ours


def find_own_topic(request: HttpRequest, record_id: bytes) -> tuple[Opened[Topic], Space]:
    """A topic that I put aside. Raises Missing for the other's, DidNotOpen."""
    there, space = find_topic(request, record_id)
    if there.author != access.visitor_of_request(request).account:
        raise Missing
    return there, space
