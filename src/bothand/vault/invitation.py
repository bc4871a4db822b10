"""Invitations: what a link opens. The row holds them sealed under the link's secret, and signed by who invites."""

from typing import Final

import msgspec

from bothand.vault import body
from bothand.vault.context import Purpose, bind_context
from bothand.vault.errors import DidNotOpen
from bothand.vault.keyring import SpaceKey
from bothand.vault.randomness import random_bytes
from bothand.vault.seal import derive_key, open_sealed, seal
from bothand.vault.signature import VerifyKey, is_signed, sign

SECRET_BYTES: Final = 16
DAYS: Final = 7


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """What the link brings: the key of *ours* and the key that checks its sender's signatures.

    `fresh` says that it brings a new epoch of an *ours* that both know already.
    """

    space: SpaceKey
    inviter: VerifyKey
    since: str
    name: str
    hue: str
    fresh: bool = False


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Invited)


def new_secret() -> bytes:
    """128 random bits, for the link and nowhere else."""
    return random_bytes(SECRET_BYTES)


def row_id(secret: bytes) -> bytes:
    """Where the invitation lies: found by its secret, and telling nothing of it."""
    return derive_key(secret, "invitation id")[:16]


def close_invitation(secret: bytes, invited: Invited, signing: bytes) -> bytes:
    """The bytes for the row."""
    bound = bind_context(Purpose.INVITATION, bytes(16), record=row_id(secret))
    raw = _encoder.encode(invited)
    return seal(derive_key(secret, "invitation"), bound, body.wrap_body(raw, sign(signing, bound + raw)))


def open_invitation(secret: bytes, sealed: bytes) -> Invited:
    """What the link brings. Raises DidNotOpen."""
    bound = bind_context(Purpose.INVITATION, bytes(16), record=row_id(secret))
    raw, signature = body.unwrap_body(open_sealed(derive_key(secret, "invitation"), bound, sealed))
    try:
        invited = _decoder.decode(raw)
    except msgspec.MsgspecError:
        msg = "invitation"
        raise DidNotOpen(msg) from None
    if not is_signed(invited.inviter.key, bound + raw, signature):
        msg = "signature"
        raise DidNotOpen(msg)
    return invited
