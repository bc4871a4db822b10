"""Who wrote what in *ours*: Ed25519 (RFC 8032) over context and body."""

import hashlib
from collections import OrderedDict
from datetime import date, timedelta
from threading import Lock
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bothand.vault.context import join_parts

_SLACK = timedelta(days=1)
MOST_KNOWN: Final = 20_000
"""Signatures that this process need not check again; some megabytes at most."""

_known: Final[OrderedDict[bytes, None]] = OrderedDict()
_lock: Final = Lock()


class VerifyKey(msgspec.Struct, frozen=True, array_like=True):
    """Somebody's public key and the days it held; `until` is empty while it does."""

    author: bytes
    key: bytes
    since: str
    until: str = ""

    def held_on(self, day: date) -> bool:
        """Whether the key was in use on a day; a day of slack either way, since clocks and zones differ."""
        if day + _SLACK < date.fromisoformat(self.since):
            return False
        return not self.until or day - _SLACK <= date.fromisoformat(self.until)


def public_key(private: bytes) -> bytes:
    """The 32 bytes that verify what `private` signs."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """64 bytes that only the holder of `private` can make."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def is_signed(key: bytes, message: bytes, signature: bytes, *, reader: bytes = b"") -> bool:
    """Whether the holder of this key signed exactly this.

    What held once holds for ever, so it is checked once a process and `reader`: a page that shows what stands between
    two opens each row of it. Only a hash over all of it is remembered, and only of what held; never the message. Each
    reader has their own, so that nobody's page is quicker because the other was here.
    """
    seen = hashlib.sha256(join_parts((reader, key, signature, message))).digest()
    with _lock:
        if seen in _known:
            _known.move_to_end(seen)
            return True
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    with _lock:
        _known[seen] = None
        if len(_known) > MOST_KNOWN:
            _known.popitem(last=False)
    return True
