"""From something a person knows to a key: Argon2id (RFC 9106). An argument everywhere, so that tests can be quick.

The floor stands in code: no stored row and no setting can lower it. So does the ceiling: a stored row that somebody
changed must not make this machine work for hours, or take all its memory, before it finds that nothing opens.
"""

import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from bothand.vault.errors import Busy, WeakKdf

SALT_BYTES: Final = 16
AT_ONCE: Final = 2
WAITING: Final = 2
PATIENCE: Final = 2.0
"""So long do at most so many wait for a place; everybody else is told at once, since each waits in a page's thread."""
_turnstile: Final = threading.BoundedSemaphore(AT_ONCE)
_lane: Final = threading.BoundedSemaphore(AT_ONCE + WAITING)


@dataclass(frozen=True, slots=True, order=True)
class KdfParams:
    """Memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int

    def encode(self) -> bytes:
        """Twelve bytes, for the context that binds them."""
        return b"".join(number.to_bytes(4, "big") for number in (self.memory, self.passes, self.lanes))

    def is_within_bounds(self) -> bool:
        """Whether no number lies below the floor or above the ceiling."""
        return (
            FLOOR.memory <= self.memory <= CEILING.memory
            and FLOOR.passes <= self.passes <= CEILING.passes
            and FLOOR.lanes <= self.lanes <= CEILING.lanes
        )


FLOOR: Final = KdfParams(memory=64 * 1024, passes=3, lanes=1)
CEILING: Final = KdfParams(memory=256 * 1024, passes=12, lanes=4)
"""Sixteen times the floor's work at most."""


class Kdf(Protocol):
    """What stretches a secret. `params` are those for new envelopes."""

    @property
    def params(self) -> KdfParams: ...

    def stretch(self, secret: str, salt: bytes, params: KdfParams) -> bytes:
        """32 bytes from the secret. Raises WeakKdf outside of the bounds, Busy when too many wait."""
        ...


@dataclass(frozen=True, slots=True)
class Argon2idKdf:
    """The one that serves people."""

    params: KdfParams = FLOOR

    def stretch(self, secret: str, salt: bytes, params: KdfParams) -> bytes:
        """Argon2id of the NFKC form of `secret`; two at a time, since each takes 64 MiB."""
        if not params.is_within_bounds():
            msg = "stored parameters lie below the floor or above the ceiling"
            raise WeakKdf(msg)
        with _place():
            argon = Argon2id(
                salt=salt, length=32, iterations=params.passes, lanes=params.lanes, memory_cost=params.memory
            )
            return argon.derive(normalize_secret(secret))


@contextmanager
def _place() -> Iterator[None]:
    """One of the places. Raises Busy when as many wait as may, or none is free soon."""
    if not _lane.acquire(blocking=False):
        msg = "too many wait"
        raise Busy(msg)
    try:
        if not _turnstile.acquire(timeout=PATIENCE):
            msg = "too many at once"
            raise Busy(msg)
        try:
            yield
        finally:
            _turnstile.release()
    finally:
        _lane.release()


def normalize_secret(secret: str) -> bytes:
    """The bytes of a typed secret: NFKC, so that two keyboards that make the same letters open the same door."""
    return unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
