"""The two ceremonies of WebAuthn, checked by python-fido2: making a passkey, and showing that one has it.

Nobody is asked which make of device it is (no attestation), and a device must have seen its owner (user verification).
Where the question came from and that it is answered once is for the caller (`accounts.tickets`).
"""

import logging
import struct
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorAssertionResponse,
    AuthenticatorAttestationResponse,
    AuthenticatorData,
    CollectedClientData,
    PublicKeyCredentialRpEntity,
    RegistrationResponse,
    UserVerificationRequirement,
)

# It would tell the log which passkey came.
logging.getLogger("fido2").setLevel(logging.WARNING)

ALGORITHMS: Final = (-7, -8, -257)
"""ES256, EdDSA, RS256 (RFC 9053, RFC 8812): what devices make. None that the library knows besides is taken."""
LONGEST_ANSWER: Final = 16 * 1024
_MALFORMED: Final = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
    UnsupportedAlgorithm,
)
"""What reading a stranger's bytes can end in, in the library's CBOR, JSON and keys."""


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
    return AttestedCredentialData(packed).credential_id


def challenge_in(client: bytes) -> bytes:
    """The question that a browser says it answered. Raises Refused."""
    try:
        return CollectedClientData(client).challenge
    except _MALFORMED:
        raise Refused from None


def check_made(site: Site, challenge: bytes, made: Made) -> Credential:
    """The new passkey. Raises Refused: another question, site or address; nobody was verified; a key of an odd kind."""
    try:
        found = _server(site).register_complete(
            _state(challenge),
            RegistrationResponse(
                raw_id=b"",
                response=AuthenticatorAttestationResponse(
                    client_data=_own_frame(made.client),
                    attestation_object=AttestationObject(made.attestation),
                ),
            ),
        )
        credential = found.credential_data
        if credential is None or credential.public_key.ALGORITHM not in ALGORITHMS:
            raise Refused
        # A key on which nothing can ever be checked would be found out at the door only.
        CoseKey.parse(dict(credential.public_key))
    except _MALFORMED:
        raise Refused from None
    return Credential(credential.credential_id, bytes(credential), found.counter)


def check_shown(site: Site, challenge: bytes, packed: bytes, shown: Shown) -> int:
    """That this passkey answered this question here; what it has counted. Raises Refused."""
    try:
        data = AuthenticatorData(shown.data)
        _server(site).authenticate_complete(
            _state(challenge),
            [AttestedCredentialData(packed)],
            AuthenticationResponse(
                raw_id=shown.id,
                response=AuthenticatorAssertionResponse(
                    client_data=_own_frame(shown.client),
                    authenticator_data=data,
                    signature=shown.signature,
                ),
            ),
        )
    except _MALFORMED:
        raise Refused from None
    return data.counter


def _own_frame(client: bytes) -> CollectedClientData:
    """What the browser says of itself; refused when another site's page had ours in a frame."""
    found = CollectedClientData(client)
    if found.cross_origin:
        raise Refused
    return found


def _server(site: Site) -> Fido2Server:
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=site.name, name=site.name),
        verify_origin=lambda origin: origin == site.origin,
    )


def _state(challenge: bytes) -> dict[str, object]:
    return {
        "challenge": websafe_encode(challenge),
        "user_verification": UserVerificationRequirement.REQUIRED,
    }


def _read(text: str, kind: type[Answer]) -> Answer:
    if len(text) > LONGEST_ANSWER:
        raise Refused
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeError):
        raise Refused from None
