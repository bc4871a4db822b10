"""The meeting place: where two people's answers meet in memory, and only their result goes on.

Each keeps their own copy in *mine*, with a fresh key that is written there first. Who is ready lays down a copy; it
lies in this process's memory and nowhere else. When both lie there, the result alone is made, with a MAC under each
one's fresh key: each can check that it came from here and not from the other.

A copy is used once. In the transaction that puts the result in, each owner's own row is marked, by bytes that were sealed
when they laid down; and this process keeps every used copy until its owner says something else. Whoever takes a result
away, or keeps it from being written, gets the same result again, and never another one.
"""

import hmac
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Final

from django.db import transaction

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
    met      a result was made of it: it is never laid down again
    """

    sort: str
    topic: bytes
    copy: bytes
    key: bytes
    payload: bytes
    met: bool = False


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


Mark = Callable[[], bool]
"""Writes into the owner's own row, without a key, that a copy was used; False where the row is not as it was."""


@dataclass(frozen=True, slots=True)
class Used:
    """What became of two copies. `result` is None where nothing could be made of them."""

    result: Result | None
    marks: tuple[Mark, ...]


Combine = Callable[[bytes, bytes], bytes]
"""From two payloads, in the order of their accounts' ids, to the result's body."""


def new_copy(sort: str, topic: bytes, payload: bytes) -> OwnCopy:
    """A copy to keep in *mine* before it is laid down."""
    return OwnCopy(sort=sort, topic=topic, copy=new_id(), key=random_bytes(KEY_BYTES), payload=payload)


def topic_of(space: bytes, sort: str, number: int) -> bytes:
    """Sixteen bytes both come to by themselves: the space, what is asked, and how often it was before."""
    return fold_parts(b"topic", space, sort.encode(), number.to_bytes(4, "big"))


class NotPutError(Exception):
    """The result, or a mark, does not lie where it has to."""


class MeetingPlace:
    """Copies of both, by space and topic. One per process; a couple is served by one process."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._couples: dict[bytes, Lock] = {}
        self._lying: dict[tuple[bytes, bytes], dict[bytes, tuple[Laid, Mark]]] = {}
        self._used: dict[tuple[bytes, bytes, bytes], tuple[bytes, Used]] = {}

    def lay(
        self,
        question: tuple[bytes, bytes],
        laid: Laid,
        mark: Mark,
        combine: Combine,
        put: Callable[[Result, bytes], bool],
    ) -> bool:
        """Lay a copy down on a question, which is a space and a topic. Whether there is a result now.

        When the other's lies there too, the result is made and put in.
        `put(result, id)` writes it into *ours*, and says whether it lies there. Whatever fails once both lie there, the
        caller is told no more than that there is no result: else the failure would say that the other is ready.
        """
        space, topic = question
        with self._lock_of(space):
            copy, used = self._used.get((space, topic, laid.account), (b"", None))
            if used is not None and copy == laid.copy:
                return _put_used(used, put)
            self._used.pop((space, topic, laid.account), None)
            lying = self._lying.setdefault((space, topic), {})
            lying[laid.account] = (laid, mark)
            if len(lying) < 2:
                return False
            both = [lying[account] for account in sorted(lying)]
            del self._lying[space, topic]
            first, second = (one for one, _ in both)
            used = Used(_make_quietly(topic, first, second, combine), tuple(mark for _, mark in both))
            for one in (first, second):
                self._used[space, topic, one.account] = (one.copy, used)
            return _put_used(used, put)

    def holds(self, space: bytes, topic: bytes, account: bytes, copy: bytes) -> bool:
        """Whether this process knows a copy, lying or used."""
        with self._lock_of(space):
            lying = self._lying.get((space, topic), {}).get(account)
            used, _ = self._used.get((space, topic, account), (b"", None))
            return used == copy or (lying is not None and lying[0].copy == copy)

    def take_back(self, space: bytes, account: bytes, topic: bytes) -> None:
        """Take a copy away again; there may be none."""
        with self._lock_of(space):
            lying = self._lying.get((space, topic), {})
            lying.pop(account, None)
            if not lying:
                self._lying.pop((space, topic), None)
            self._used.pop((space, topic, account), None)

    def leave(self, space: bytes, account: bytes) -> None:
        """Take away everything somebody laid down in a space."""
        with self._guard:
            topics = {key[1] for key in (*self._lying, *self._used) if key[0] == space}
        for topic in topics:
            self.take_back(space, account, topic)

    def clear(self) -> None:
        """Everything, as after a restart."""
        with self._guard:
            self._lying.clear()
            self._used.clear()

    def _lock_of(self, space: bytes) -> Lock:
        with self._guard:
            return self._couples.setdefault(space, Lock())


def _make_quietly(topic: bytes, first: Laid, second: Laid, combine: Combine) -> Result | None:
    try:
        return make_result(topic, first, second, combine(first.payload, second.payload))
    except Exception:  # noqa: BLE001  whatever goes wrong here goes wrong only if both are ready, so it may not show
        return None


def _put_used(used: Used, put: Callable[[Result, bytes], bool]) -> bool:
    """Put a result in together with both marks, or nothing of it. Whether it lies there."""
    if used.result is None:
        return False
    with suppress(Exception):  # as above: a failure that shows would say that the other is ready
        with transaction.atomic():
            if not (all(mark() for mark in used.marks) and put(used.result, result_id(used.result))):
                raise NotPutError
        return True
    return False


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
