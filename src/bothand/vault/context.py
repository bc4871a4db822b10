"""What each sealed thing is bound to. Built here and nowhere else, so that no two things can share a context."""

import hashlib
import struct
from collections.abc import Iterable
from enum import IntEnum
from typing import Final

FORMAT: Final = 1
_LAYOUT: Final = struct.Struct(">BH16sI16sQ")
WIDTH: Final = _LAYOUT.size


class Purpose(IntEnum):
    """What a sealed thing is for. Numbers are never given twice."""

    DOCUMENT = 1
    KEYRING = 2
    BY_PASSWORD = 3
    BY_CODE = 4
    SESSION_ONE = 5
    SESSION_TWO = 6
    BY_PIN = 7
    INVITATION = 8
    MEETING = 9
    SESSION_LABEL = 10
    SESSION_NEXT = 31
    BY_PASSKEY = 32
    TICKET = 33
    FRESH_KEY = 300


def bind_context(
    purpose: Purpose, space: bytes, *, epoch: int = 0, record: bytes = bytes(16), revision: int = 0
) -> bytes:
    """Format, purpose, space, epoch, record id, revision, in `WIDTH` bytes.

    `space` and `record` are 16 bytes; for envelopes and sessions `space` is the account's id. Raises ValueError
    for any other length, struct.error for numbers that do not fit.

    >>> len(bind_context(Purpose.DOCUMENT, bytes(16))) == WIDTH
    True
    """
    if len(space) != 16 or len(record) != 16:
        msg = "space and record are 16 bytes each"
        raise ValueError(msg)
    return _LAYOUT.pack(FORMAT, purpose, space, epoch, record, revision)


def fold_parts(*parts: bytes) -> bytes:
    """Sixteen bytes that stand for all parts, for the `record` of a context. Lengths are part of it."""
    return hashlib.sha256(join_parts(parts)).digest()[:16]


def join_parts(parts: Iterable[bytes]) -> bytes:
    """All parts, each after its length, so that no others read the same."""
    return b"".join(map(frame_parts, parts))


def frame_parts(part: bytes) -> bytes:
    """A part after its length."""
    return len(part).to_bytes(4, "big") + part
