"""The keyring: what an account key opens, and what opens everything else."""

from datetime import date

import msgspec

from bothand.vault.chance import new_id, random_bytes
from bothand.vault.context import Purpose, context
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.seal import KEY_BYTES, derive, open_sealed, seal

VERSION = 1


class SpaceKey(msgspec.Struct, frozen=True, array_like=True):
    """The key of one space in one epoch. `role` is "mine" or "ours"."""

    space: bytes
    epoch: int
    key: bytes
    role: str


class SigningKey(msgspec.Struct, frozen=True, array_like=True):
    """An Ed25519 private key (32 raw bytes) and the days it was in use; `until` is empty while it is."""

    key: bytes
    since: str
    until: str = ""


class Keyring(msgspec.Struct, frozen=True, kw_only=True):
    """Sealed under the account key.

    `generation` counts *end all sessions*: a session of an older one no longer opens. `recovery_code` stands only
    until its owner says it is written down, so that a reloaded page can show it again.
    """

    version: int = VERSION
    since: str
    generation: int = 1
    signing: tuple[SigningKey, ...]
    spaces: tuple[SpaceKey, ...]
    recovery_code: str = ""

    def mine(self) -> tuple[SpaceKey, ...]:
        """The keys of *mine*, oldest epoch first."""
        return tuple(sorted((one for one in self.spaces if one.role == "mine"), key=lambda one: one.epoch))


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Keyring)


def new_account_key() -> bytes:
    """A fresh account key."""
    return random_bytes(KEY_BYTES)


def new_keyring(today: date) -> Keyring:
    """A keyring for somebody new: one space of their own, one signing key."""
    return Keyring(
        since=today.isoformat(),
        signing=(SigningKey(random_bytes(KEY_BYTES), today.isoformat()),),
        spaces=(SpaceKey(new_id(), 1, random_bytes(KEY_BYTES), "mine"),),
    )


def with_new_keys(keyring: Keyring, today: date) -> Keyring:
    """After *somebody knew it*: a new key and epoch of *mine*, a new signing key, older sessions closed.

    The old key of *mine* is not kept: whoever takes this keyring seals everything anew (`space.reseal`).
    """
    (old,) = keyring.mine()
    fresh = SpaceKey(old.space, old.epoch + 1, random_bytes(KEY_BYTES), "mine")
    closed = tuple(
        msgspec.structs.replace(key, until=key.until or today.isoformat()) for key in keyring.signing
    )
    return msgspec.structs.replace(
        keyring,
        generation=keyring.generation + 1,
        signing=(*closed, SigningKey(random_bytes(KEY_BYTES), today.isoformat())),
        spaces=(*(one for one in keyring.spaces if one.role != "mine"), fresh),
        recovery_code="",
    )


def seal_keyring(account_key: bytes, account: bytes, keyring: Keyring, revision: int) -> bytes:
    """The bytes for the account's row at this revision. Raises NewerVersion for a keyring of a newer program."""
    if keyring.version > VERSION:
        msg = "keyring"
        raise NewerVersion(msg)
    bound = context(Purpose.KEYRING, account, revision=revision)
    return seal(derive(account_key, "keyring"), bound, _encoder.encode(keyring))


def open_keyring(account_key: bytes, account: bytes, sealed: bytes, revision: int) -> Keyring:
    """The keyring. Raises DidNotOpen as `open_sealed` does."""
    bound = context(Purpose.KEYRING, account, revision=revision)
    raw = open_sealed(derive(account_key, "keyring"), bound, sealed)
    try:
        return _decoder.decode(raw)
    except msgspec.MsgspecError:
        msg = "keyring"
        raise DidNotOpen(msg) from None
