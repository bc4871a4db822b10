"""WebAuthn's answers, taken apart and checked by python-fido2. `ceremony` loads this when the first passkey comes.

The library brings a list of all public suffixes: some ten megabytes that a house without passkeys need not hold.
"""

import logging
import struct
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
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

from bothand.vault.ceremony import ALGORITHMS, Credential, Made, Refused, Shown, Site

# It would tell the log which passkey came.
logging.getLogger("fido2").setLevel(logging.WARNING)

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
