"""What came of my answers about a matter, and what both want to see of it."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from bothand.accounts import meeting_place
from bothand.accounts.meeting_place import Meeting
from bothand.kit.meetings import decode_payload, find_copy
from bothand.rooms.agreements.packages.records import (
    Found,
    MorePackages,
    OwnPart,
    ShownSuit,
    shown_id,
)
from bothand.rooms.agreements.ratings.records import RATE, RATINGS, VIEW, Answers
from bothand.rooms.agreements.ratings.rules import is_rating, is_wish
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.meeting_place import OwnCopy, Result, open_part
from bothand.vault.ours import Ours

# The engines need numpy, which takes its time: it is there when two answers meet, and not when the server starts.


def make_result(first: bytes, second: bytes) -> bytes:
    """What comes of two people's answers about a matter."""
    from bothand.rooms.agreements.packages import rules

    return rules.combine_answers(first, second)


def make_view(first: bytes, second: bytes) -> bytes:
    """What both see once both want to see more."""
    from bothand.rooms.agreements.packages import rules

    return rules.combine_wishes(first, second)


meeting_place.register_meeting(RATE, make_result, is_rating)
meeting_place.register_meeting(VIEW, make_view, is_wish)


@dataclass(frozen=True, slots=True)
class Round:
    """A result with the answers of mine that went into it. `payload` is these answers as they were laid down."""

    topic: bytes
    found: Found
    answers: Answers
    payload: bytes
    own: OwnPart | None
    day: Opened[Result]


def find_last_round(meeting: Meeting | None, place: int) -> Round | None:
    """The newest result of this question, as one of the two may read it; None without one."""
    if meeting is None or not meeting.results:
        return None
    result = meeting.results[-1]
    return read_round(result, find_copy(meeting, result.record.topic), place)


def read_round(result: Opened[Result], copy: OwnCopy, place: int) -> Round | None:
    """A result and the copy it fits. None where they cannot be read."""
    try:
        found, answers = decode_payload(result.record.body, Found), decode_payload(copy.payload, Answers)
        own = decode_payload(open_part(answers.secret, found.own[place]), OwnPart) if found.own else None
    except (msgspec.MsgspecError, DidNotOpen):
        return None
    return Round(result.record.topic, found, answers, copy.payload, own, result)


def find_more(meeting: Meeting | None) -> MorePackages | None:
    """What both wanted to see, or None."""
    if meeting is None or not meeting.results:
        return None
    try:
        found = decode_payload(meeting.results[-1].record.body, MorePackages)
    except msgspec.MsgspecError:
        return None
    return found if found.packages else None


def find_shown(ours: Ours, topic: bytes, accounts: Iterable[bytes]) -> dict[bytes, Opened[ShownSuit]]:
    """How well a result suits those who chose to show it, by account. Only what its author may have written counts."""
    places = {shown_id(topic, account): account for account in accounts}
    shown = ours.query(ShownSuit, ids=list(places)).items
    return {one.author: one for one in shown if one.author == places[one.id] and _is_suit(one.record)}


def _is_suit(shown: ShownSuit) -> bool:
    return {shown.suits, shown.now} <= set(RATINGS)
