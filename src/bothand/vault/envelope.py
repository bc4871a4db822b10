"""Envelopes: a small key sealed under something a person knows. To sign in is to open one; no other hash exists."""

import msgspec

from bothand.vault.context import Purpose, bind_context, fold_parts
from bothand.vault.errors import DidNotOpen
from bothand.vault.kdf import SALT_BYTES, Kdf, KdfParams
from bothand.vault.randomness import random_bytes
from bothand.vault.seal import derive_key, open_sealed, seal


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """As stored: parameters and salt in the clear, bound into the sealed part."""

    memory: int
    passes: int
    lanes: int
    salt: bytes
    sealed: bytes

    @property
    def params(self) -> KdfParams:
        """The parameters this envelope was made with."""
        return KdfParams(self.memory, self.passes, self.lanes)


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Envelope)


def close_envelope(
    kdf: Kdf,
    purpose: Purpose,
    owner: bytes,
    secret: str,
    content: bytes,
    *,
    pepper: bytes = b"",
    salt: bytes = b"",
) -> bytes:
    """Seal `content` under `secret` (and `pepper`, a key that lies elsewhere) for the account `owner`; `salt` is a fresh one unless given."""
    params, salt = kdf.params, salt or random_bytes(SALT_BYTES)
    key = derive_key(kdf.stretch(secret, salt, params) + pepper, f"envelope {purpose.name}")
    sealed = seal(key, _bind_envelope(purpose, owner, params, salt), content)
    return _encoder.encode(Envelope(params.memory, params.passes, params.lanes, salt, sealed))


def open_envelope(
    kdf: Kdf, purpose: Purpose, owner: bytes, secret: str, stored: bytes, *, pepper: bytes = b""
) -> bytes:
    """What is inside.

    Raises DidNotOpen for a wrong secret or a changed row (the two look alike), WeakKdf and Busy as `Kdf.stretch`.
    """
    envelope = read_envelope(stored)
    key = derive_key(kdf.stretch(secret, envelope.salt, envelope.params) + pepper, f"envelope {purpose.name}")
    return open_sealed(key, _bind_envelope(purpose, owner, envelope.params, envelope.salt), envelope.sealed)


def read_envelope(stored: bytes) -> Envelope:
    """The envelope as stored, unopened. Raises DidNotOpen when it is none."""
    try:
        return _decoder.decode(stored)
    except msgspec.MsgspecError:
        msg = "envelope"
        raise DidNotOpen(msg) from None


def _bind_envelope(purpose: Purpose, owner: bytes, params: KdfParams, salt: bytes) -> bytes:
    return bind_context(purpose, owner, record=fold_parts(params.encode(), salt))
