"""Who wrote what in *ours*: Ed25519 (RFC 8032) over context and body."""

from datetime import date, timedelta

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_SLACK = timedelta(days=1)


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


def public(private: bytes) -> bytes:
    """The 32 bytes that verify what `private` signs."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """64 bytes that only the holder of `private` can make."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def verifies(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the holder of this key signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
