"""Invitations: what a link opens. The row holds them sealed under the link's secret, and signed by who invites.

A fresh link, between two who know each other, is sealed under a key of *ours* that both have held as well, and signed by
each key the sender ever had: whoever can only write rows makes none that opens.
"""

from collections.abc import Sequence
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

    A fresh one brings a new epoch of an *ours* that both know already: then `space` has no key, and `fresh` holds it,
    sealed under the key of the epoch `under`.
    """

    space: SpaceKey
    inviter: VerifyKey
    since: str
    name: str
    hue: str
    fresh: bytes = b""
    under: int = 0


class Fresh(msgspec.Struct, frozen=True, array_like=True):
    """What a fresh link brings."""

    space: SpaceKey
    inviter: VerifyKey


class _SignedFresh(msgspec.Struct, frozen=True, array_like=True):
    fresh: bytes
    signatures: tuple[bytes, ...]


_fresh: Final = msgspec.msgpack.Decoder(Fresh)
_signed_fresh: Final = msgspec.msgpack.Decoder(_SignedFresh)
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


def close_fresh(under: SpaceKey, fresh: Fresh, signing: Sequence[bytes]) -> bytes:
    """What a fresh link brings, sealed under a key both have held, and signed by each of these keys."""
    bound = bind_context(Purpose.FRESH_KEY, under.space, epoch=under.epoch)
    raw = _encoder.encode(fresh)
    signatures = tuple(sign(key, bound + raw) for key in signing)
    return seal(derive_key(under.key, "fresh"), bound, _encoder.encode(_SignedFresh(raw, signatures)))


def open_fresh(under: SpaceKey, sealed: bytes, pinned: Sequence[VerifyKey]) -> Fresh:
    """What a fresh link brings. Raises DidNotOpen where it is not sealed under that key, or signed by no pinned one."""
    bound = bind_context(Purpose.FRESH_KEY, under.space, epoch=under.epoch)
    try:
        signed = _signed_fresh.decode(open_sealed(derive_key(under.key, "fresh"), bound, sealed))
        fresh = _fresh.decode(signed.fresh)
    except msgspec.MsgspecError:
        msg = "fresh key"
        raise DidNotOpen(msg) from None
    keys = [key.key for key in pinned if key.author == fresh.inviter.author]
    if not any(is_signed(key, bound + signed.fresh, one) for key in keys for one in signed.signatures):
        msg = "signature"
        raise DidNotOpen(msg)
    return fresh
