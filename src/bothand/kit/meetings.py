"""What people lay down at the meeting place, and how it is read again."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from bothand.accounts.meeting_place import Meeting
from bothand.vault.meeting_place import OwnCopy

T = TypeVar("T", bound=msgspec.Struct)


def encode_payload(answer: msgspec.Struct) -> bytes:
    """An answer or a result as it is carried."""
    return msgspec.msgpack.encode(answer)


def decode_payload(payload: bytes, kind: type[T]) -> T:
    """From what was carried. Raises msgspec.MsgspecError."""
    return msgspec.msgpack.decode(payload, type=kind)


def find_kept_answer(meeting: Meeting | None, kind: type[T]) -> T | None:
    """What I answered last, whether or not anything came of it; None where it cannot be read."""
    if meeting is None or not meeting.own:
        return None
    latest = meeting.answer or max(meeting.own, key=lambda copy: copy.changed)
    try:
        return decode_payload(latest.record.payload, kind)
    except msgspec.MsgspecError:
        return None


def find_copy(meeting: Meeting, topic: bytes) -> OwnCopy:
    """My answer that went into the result of a topic."""
    return next(copy.record for copy in meeting.own if copy.record.topic == topic)


def take_back_others(meetings: Mapping[str, Meeting], sort: str) -> None:
    """Take back what waits under any other of these questions: it is about what reads otherwise now."""
    for other, meeting in meetings.items():
        if other != sort and meeting.answer is not None:
            meeting.take_back()
