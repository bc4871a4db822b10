"""The meeting place: where two people's answers meet in memory, and only their result goes on.

Each keeps their own copy in *mine*, with a fresh key that is written there first. Who is ready lays down a copy; it
lies in this process's memory and nowhere else. When both lie there, the result alone is made, with a MAC under each
one's fresh key: each can check that it came from here and not from the other.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from bothand.vault.context import Purpose, bind_context, fold_parts
from bothand.vault.randomness import new_id, random_bytes
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.seal import derive_key, digest, open_sealed, seal

KEY_BYTES: Final = 32


@kind(4, shelf=Shelf.STANDS)
class OwnCopy(Record, frozen=True, kw_only=True):
    """In *mine*: what I put in, and the fresh key that proves what came of it.

    sort     what is asked
    topic    which asking of it, the same for both
    copy     this copy's id
    payload  my answer, as the piece that asks encodes it
    """

    sort: str
    topic: bytes
    copy: bytes
    key: bytes
    payload: bytes


@kind(5, shelf=Shelf.STANDS, by_meeting=True)
class Result(Record, frozen=True, kw_only=True):
    """In *ours*: what came of two copies. Authors, copies and MACs are in the same order."""

    topic: bytes
    authors: tuple[bytes, bytes]
    copies: tuple[bytes, bytes]
    body: bytes
    macs: tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Laid:
    """A copy as it lies in memory."""

    account: bytes
    copy: bytes
    key: bytes
    payload: bytes


Combine = Callable[[bytes, bytes], bytes]
"""From two payloads, in the order of their accounts' ids, to the result's body."""


def new_copy(sort: str, topic: bytes, payload: bytes) -> OwnCopy:
    """A copy to keep in *mine* before it is laid down."""
    return OwnCopy(sort=sort, topic=topic, copy=new_id(), key=random_bytes(KEY_BYTES), payload=payload)


def topic_of(space: bytes, sort: str, number: int) -> bytes:
    """Sixteen bytes both come to by themselves: the space, what is asked, and how often it was before."""
    return fold_parts(b"topic", space, sort.encode(), number.to_bytes(4, "big"))


class MeetingPlace:
    """Copies of both, by space and topic. One per process; a couple is served by one process."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._couples: dict[bytes, Lock] = {}
        self._lying: dict[tuple[bytes, bytes], dict[bytes, Laid]] = {}

    def lay(
        self,
        space: bytes,
        account: bytes,
        own: OwnCopy,
        combine: Combine,
        put: Callable[[Result, bytes], object],
    ) -> bool:
        """Lay a copy down; when the other's lies there too, make the result, put it in, and wipe both.

        `put(result, id)` writes it into *ours*; the copies are wiped only when it returned. Whether a result was made.
        """
        with self._lock_of(space):
            lying = self._lying.setdefault((space, own.topic), {})
            lying[account] = Laid(account, own.copy, own.key, own.payload)
            if len(lying) < 2:
                return False
            first, second = sorted(lying.values(), key=lambda laid: laid.account)
            result = make_result(own.topic, first, second, combine(first.payload, second.payload))
            put(result, result_id(result))
            del self._lying[space, own.topic]
            return True

    def take_back(self, space: bytes, account: bytes, topic: bytes) -> None:
        """Take a copy away again; there may be none."""
        with self._lock_of(space):
            lying = self._lying.get((space, topic), {})
            lying.pop(account, None)
            if not lying:
                self._lying.pop((space, topic), None)

    def leave(self, space: bytes, account: bytes) -> None:
        """Take away everything somebody laid down in a space."""
        for known, topic in list(self._lying):
            if known == space:
                self.take_back(space, account, topic)

    def clear(self) -> None:
        """Everything, as after a restart."""
        with self._guard:
            self._lying.clear()

    def _lock_of(self, space: bytes) -> Lock:
        with self._guard:
            return self._couples.setdefault(space, Lock())


def make_result(topic: bytes, first: Laid, second: Laid, made: bytes) -> Result:
    """The result with one MAC under each fresh key."""
    authors, copies = (first.account, second.account), (first.copy, second.copy)
    macs = tuple(_mac_of(laid.key, topic, authors, copies, made) for laid in (first, second))
    return Result(topic=topic, authors=authors, copies=copies, body=made, macs=(macs[0], macs[1]))


def result_id(result: Result) -> bytes:
    """The id it lies under: from both copies, so that the same meeting makes one row."""
    return fold_parts(b"result", *sorted(result.copies))


def seal_part(secret: bytes, part: bytes) -> bytes:
    """A part of a result that one of the two alone may open: sealed under a secret that lay in their payload."""
    return seal(derive_key(secret, "meeting part"), bind_context(Purpose.MEETING, bytes(16)), part)


def open_part(secret: bytes, sealed: bytes) -> bytes:
    """The part again. Raises DidNotOpen."""
    return open_sealed(derive_key(secret, "meeting part"), bind_context(Purpose.MEETING, bytes(16)), sealed)


def result_fits(result: Result, account: bytes, own: OwnCopy) -> bool:
    """Whether a result came from the meeting of exactly this copy with the other's."""
    if account not in result.authors or own.topic != result.topic:
        return False
    place = result.authors.index(account)
    expected = _mac_of(own.key, result.topic, result.authors, result.copies, result.body)
    return result.copies[place] == own.copy and hmac.compare_digest(result.macs[place], expected)


def _mac_of(
    key: bytes, topic: bytes, authors: tuple[bytes, bytes], copies: tuple[bytes, bytes], made: bytes
) -> bytes:
    return digest(key, b"result", topic, *authors, *copies, made)
