"""Reading and writing topics. What changes more than one document does so in one transaction."""

from contextlib import suppress
from datetime import date

from django.db import transaction

from bothand.accounts.access import Visit
from bothand.rooms.talks.conversation.records import Talk
from bothand.rooms.talks.topics import rules
from bothand.rooms.talks.topics.records import Mention, Mentions, Preparation, Topic
from bothand.rooms.talks.topics.rules import place_of_preparation
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing
from bothand.vault.randomness import new_id
from bothand.vault.space import Space


def set_topic_aside(space: Space, topic: Topic, record_id: bytes) -> Opened[Topic]:
    """Set a topic aside. The same form sent twice makes one; other words under that id get a place of their own."""
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
    """Delete a topic, and take out the words that were found for it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        with suppress(Missing, DidNotOpen):
            mine.remove(mine.get(Preparation, place_of_preparation(there.id)))


def note_mention(mine: Space, line: Mention) -> None:
    """Note in *mine* that a topic came up. Raises Conflict, DidNotOpen."""
    mine.amend_only(Mentions, lambda mentions: rules.add_mention(mentions, line), Mentions())


def find_topic(visit: Visit, record_id: bytes) -> tuple[Opened[Topic], Space]:
    """A topic in *mine* or in *ours*, and which. Raises Missing, DidNotOpen."""
    mine = visit.mine
    try:
        return mine.get(Topic, record_id), mine
    except Missing:
        ours = visit.ours_if_two
        if ours is None:
            raise
        return ours.get(Topic, record_id), ours


def find_own_topic(visit: Visit, record_id: bytes) -> tuple[Opened[Topic], Space]:
    """A topic that I set aside. Raises Missing for the other's, DidNotOpen."""
    topic, space = find_topic(visit, record_id)
    if topic.author != visit.me:
        raise Missing
    return topic, space
