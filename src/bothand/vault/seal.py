"""Sealing and opening: Cobblestone-256 and HKDF-SHA256 of the one library, and nothing of our own beneath.

Cobblestone-256 (C2SP chunked-encryption) commits to its key, draws a salt for each message and binds a context.
"""

from collections.abc import Iterable
from typing import Final

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bothand.vault.context import FORMAT, frame_parts, join_parts
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.padding import pad, unpad

KEY_BYTES: Final = 32
_VERSION: Final = bytes([FORMAT])


def derive_key(key: bytes, use: str) -> bytes:
    """A key of 32 bytes for one use, by HKDF-SHA256 (RFC 5869) with the use as info."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"bothand 1 " + use.encode()).derive(
        key
    )


def seal(key: bytes, context: bytes, body: bytes) -> bytes:
    """Version byte, then the padded body sealed under `key`, bound to `context`."""
    encryptor = Cobblestone256Encryptor(key, context)
    return _VERSION + encryptor.update(pad(body)) + encryptor.finalize()


def open_sealed(key: bytes, context: bytes, sealed: bytes) -> bytes:
    """The body again.

    Raises NewerVersion for a format this program does not know, DidNotOpen for anything that is not exactly
    what was sealed under this key and context.
    """
    if not sealed:
        msg = "empty"
        raise DidNotOpen(msg)
    if sealed[0] > FORMAT:
        msg = "format"
        raise NewerVersion(msg)
    if sealed[:1] != _VERSION:
        msg = "format"
        raise DidNotOpen(msg)
    decryptor = Cobblestone256Decryptor(key, context)
    try:
        padded = decryptor.update(sealed[1:]) + decryptor.finalize()
    except (InvalidTag, ValueError):
        msg = "tag"
        raise DidNotOpen(msg) from None
    return unpad(padded)


def digest(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA256 over the parts; each part's length is part of it."""
    return _begin_hash(key, parts).finalize()


def digests(key: bytes, first: tuple[bytes, ...], last: Iterable[bytes]) -> list[bytes]:
    """The `digest` over the same first parts and each of some last ones."""
    begun, found = _begin_hash(key, first), []
    for one in last:
        on = begun.copy()
        on.update(frame_parts(one))
        found.append(on.finalize())
    return found


def _begin_hash(key: bytes, parts: tuple[bytes, ...]) -> HMAC:
    begun = HMAC(key, SHA256())
    begun.update(join_parts(parts))
    return begun
