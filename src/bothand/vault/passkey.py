"""Passkeys: what a device keeps and gives out only to who unlocks it; as the keyring lists them, and what one opens.

With WebAuthn's PRF extension a passkey gives 32 bytes that nobody else has. HKDF makes a key of them, which seals the
account key as the password does. The list stands in the keyring, under the account key: a passkey that somebody with the
database adds, or puts back after it was removed, is not in it and is refused.
"""

from typing import Final

import msgspec

from bothand.vault.context import Purpose, bind_context, fold_parts
from bothand.vault.errors import DidNotOpen
from bothand.vault.seal import derive_key, open_sealed, seal

PRF_BYTES: Final = 32
MOST: Final = 10
"""Passkeys an account can have: each lies in the keyring, which every request opens."""


class Passkey(msgspec.Struct, frozen=True, kw_only=True):
    """One in the list. `credential` is the id and public key as WebAuthn packs them.

    `opens` says whether it gives a key, or is a second step only. `counter` is what the device had counted when it was
    last used; most keep none and say 0 for ever.
    """

    id: bytes
    credential: bytes
    name: str
    since: str
    counter: int = 0
    opens: bool = False


def row_id(credential_id: bytes) -> bytes:
    """Under which id a passkey is listed and its row is found: a hash of what the device calls it."""
    return fold_parts(b"passkey", credential_id)


def user_handle(account_key: bytes) -> bytes:
    """What a device knows an account by. It says nothing about any row, and changes with the account key."""
    return derive_key(account_key, "passkey user")[:16]


def seal_under_passkey(prf: bytes, account: bytes, passkey: bytes, account_key: bytes) -> bytes:
    """The account key, sealed under what the passkey of this row id gives. Raises ValueError for anything but 32 bytes."""
    return seal(_key_from(prf), _bind(account, passkey), account_key)


def open_by_passkey(prf: bytes, account: bytes, passkey: bytes, sealed: bytes) -> bytes:
    """The account key again. Raises DidNotOpen, NewerVersion."""
    try:
        key = _key_from(prf)
    except ValueError:
        msg = "passkey"
        raise DidNotOpen(msg) from None
    return open_sealed(key, _bind(account, passkey), sealed)


def _key_from(prf: bytes) -> bytes:
    if len(prf) != PRF_BYTES:
        msg = "the PRF extension gives 32 bytes"
        raise ValueError(msg)
    return derive_key(prf, "passkey")


def _bind(account: bytes, passkey: bytes) -> bytes:
    return bind_context(Purpose.BY_PASSKEY, account, record=fold_parts(passkey))
