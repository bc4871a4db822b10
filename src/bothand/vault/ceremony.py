"""The two ceremonies of WebAuthn: making a passkey, and showing that one has it.

Nobody is asked which make of device it is (no attestation), and a device must have seen its owner (user verification).
Where the question came from and that it is answered once is for the caller (`accounts.tickets`). Checking is python-fido2's
(`vault.webauthn`), which is loaded when the first passkey comes.
"""

from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

ALGORITHMS: Final = (-7, -8, -257)
"""ES256, EdDSA, RS256 (RFC 9053, RFC 8812): what devices make. None that the library knows besides is taken."""
LONGEST_ANSWER: Final = 16 * 1024


class Refused(Exception):
    """What a browser sent is not a passkey's answer to what was asked, here. Why is not said."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys belong: the name a browser knows us by, and the one address answers may come from."""

    name: str
    origin: str


class Made(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the script sends of a new passkey; bytes are in base64. `prf` is empty where the device gives no key."""

    client: bytes
    attestation: bytes
    prf: bytes = b""


class Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the script sends of a passkey in use."""

    id: bytes
    client: bytes
    data: bytes
    signature: bytes
    prf: bytes = b""


Answer = TypeVar("Answer", Made, Shown)


@dataclass(frozen=True, slots=True)
class Credential:
    """A new passkey: its id, id and public key as WebAuthn packs them, and what it has counted."""

    id: bytes
    packed: bytes
    counter: int


def read_made(text: str) -> Made:
    """What was sent of a new passkey. Raises Refused."""
    return _read(text, Made)


def read_shown(text: str) -> Shown:
    """What was sent of a passkey in use. Raises Refused."""
    return _read(text, Shown)


def credential_id(packed: bytes) -> bytes:
    """What a device calls a passkey that was taken up."""
    from bothand.vault import webauthn

    return webauthn.credential_id(packed)


def challenge_in(client: bytes) -> bytes:
    """The question that a browser says it answered. Raises Refused."""
    from bothand.vault import webauthn

    return webauthn.challenge_in(client)


def check_made(site: Site, challenge: bytes, made: Made) -> Credential:
    """The new passkey. Raises Refused: another question, site or address; nobody was verified; a key of an odd kind."""
    from bothand.vault import webauthn

    return webauthn.check_made(site, challenge, made)


def check_shown(site: Site, challenge: bytes, packed: bytes, shown: Shown) -> int:
    """That this passkey answered this question here; what it has counted. Raises Refused."""
    from bothand.vault import webauthn

    return webauthn.check_shown(site, challenge, packed, shown)


def _read(text: str, kind: type[Answer]) -> Answer:
    if len(text) > LONGEST_ANSWER:
        raise Refused
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeError):
        raise Refused from None
