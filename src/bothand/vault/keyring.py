"""The keyring: what an account key opens, and what opens everything else."""

from datetime import date

import msgspec

from bothand.vault.context import Purpose, bind_context
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.one_time import OneTime
from bothand.vault.passkey import Passkey
from bothand.vault.randomness import new_id, random_bytes
from bothand.vault.seal import KEY_BYTES, derive_key, open_sealed, seal
from bothand.vault.signature import VerifyKey, public_key

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
    until its owner says it is written down, so that a reloaded page can show it again. `partners` are the verify
    keys that were pinned. `invitation` is the secret of the link that waits to be opened. `link_key` gives a copy in
    *ours* an id that only its owner can tell from the original's. `waits` says that keys were made anew and the
    other has yet to open a fresh link. `passkeys` are those that count, whatever rows lie in the database; `one_time` is
    the seed of codes that are asked for after the password.
    """

    version: int = VERSION
    since: str
    generation: int = 1
    signing: tuple[SigningKey, ...]
    spaces: tuple[SpaceKey, ...]
    recovery_code: str = ""
    partners: tuple[VerifyKey, ...] = ()
    ours_since: str = ""
    invitation: bytes = b""
    link_key: bytes = b""
    waits: bool = False
    passkeys: tuple[Passkey, ...] = ()
    one_time: OneTime | None = None

    def ours(self) -> tuple[SpaceKey, ...]:
        """The keys of *ours*, oldest epoch first; empty for one alone."""
        return tuple(sorted((one for one in self.spaces if one.role == "ours"), key=lambda one: one.epoch))

    def verify_keys(self, account: bytes) -> tuple[VerifyKey, ...]:
        """The keys that check signatures in *ours*: one's own and those of the other."""
        own = (VerifyKey(account, public_key(key.key), key.since, key.until) for key in self.signing)
        return (*own, *self.partners)

    @property
    def asks_twice(self) -> bool:
        """Whether the password alone does not sign in: there are codes, or a passkey that cannot open by itself."""
        return self.one_time is not None or any(not one.opens for one in self.passkeys)

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
        link_key=random_bytes(KEY_BYTES),
    )


def with_new_keys(keyring: Keyring, today: date) -> Keyring:
    """After *somebody knew it*: new keys and epochs, a new signing key, older sessions closed.

    The old key of *mine* is not kept: whoever takes this keyring seals everything anew (`space.reseal`). Those of
    *ours* are, since the other's pages are sealed under them; a fresh link brings the other the new one.
    """
    (old,) = keyring.mine()
    fresh = SpaceKey(old.space, old.epoch + 1, random_bytes(KEY_BYTES), "mine")
    closed = tuple(
        msgspec.structs.replace(key, until=key.until or today.isoformat()) for key in keyring.signing
    )
    changed = msgspec.structs.replace(
        keyring,
        generation=keyring.generation + 1,
        signing=(*closed, SigningKey(random_bytes(KEY_BYTES), today.isoformat())),
        spaces=(*(one for one in keyring.spaces if one.role != "mine"), fresh),
        recovery_code="",
        invitation=b"",
        passkeys=(),
        one_time=None,
    )
    return with_new_epoch(changed, waits=bool(changed.partners)) if changed.ours() else changed


def with_ours(keyring: Keyring, key: SpaceKey, since: date, partners: tuple[VerifyKey, ...] = ()) -> Keyring:
    """With a space of two in it."""
    return msgspec.structs.replace(
        keyring,
        spaces=(*keyring.spaces, key),
        ours_since=since.isoformat(),
        partners=(*keyring.partners, *partners),
    )


def with_new_epoch(keyring: Keyring, *, waits: bool, number: int = 0) -> Keyring:
    """With a new key of *ours*, in the epoch after the newest or in a given one."""
    newest = keyring.ours()[-1]
    fresh = SpaceKey(newest.space, number or newest.epoch + 1, random_bytes(KEY_BYTES), "ours")
    return msgspec.structs.replace(keyring, spaces=(*keyring.spaces, fresh), waits=waits)


def without_second_step(keyring: Keyring) -> Keyring:
    """A keyring that asks for the password alone. Passkeys that open by themselves stay."""
    opening = tuple(one for one in keyring.passkeys if one.opens)
    return msgspec.structs.replace(keyring, one_time=None, passkeys=opening)


def without_ours(keyring: Keyring) -> Keyring:
    """As for one alone again."""
    return msgspec.structs.replace(
        keyring,
        spaces=tuple(one for one in keyring.spaces if one.role != "ours"),
        partners=(),
        ours_since="",
        invitation=b"",
        waits=False,
    )


def seal_keyring(account_key: bytes, account: bytes, keyring: Keyring, revision: int) -> bytes:
    """The bytes for the account's row at this revision. Raises NewerVersion for a keyring of a newer program."""
    if keyring.version > VERSION:
        msg = "keyring"
        raise NewerVersion(msg)
    bound = bind_context(Purpose.KEYRING, account, revision=revision)
    return seal(derive_key(account_key, "keyring"), bound, _encoder.encode(keyring))


def open_keyring(account_key: bytes, account: bytes, sealed: bytes, revision: int) -> Keyring:
    """The keyring. Raises DidNotOpen as `open_sealed` does."""
    bound = bind_context(Purpose.KEYRING, account, revision=revision)
    raw = open_sealed(derive_key(account_key, "keyring"), bound, sealed)
    try:
        return _decoder.decode(raw)
    except msgspec.MsgspecError:
        msg = "keyring"
        raise DidNotOpen(msg) from None
