"""A device that keeps passkeys, as software: what a browser would send of it, ready for our forms."""

import hashlib
import hmac
import json
from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fido2.cose import EdDSA
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN = "https://testserver"
SITE_NAME = "testserver"
FLAG = AuthenticatorData.FLAG


@dataclass(frozen=True, slots=True)
class Device:
    """One passkey of one device, always the same for the same `seed`.

    prf       whether it gives a key
    verifies  whether it saw its owner (a finger, a face, a PIN of its own) and not only a touch
    counter   what it has counted; 0 where it keeps no count
    """

    seed: str = "a device"
    prf: bool = True
    verifies: bool = True
    counter: int = 0
    origin: str = ORIGIN
    name: str = SITE_NAME
    changes: dict[str, object] = field(default_factory=dict)

    @property
    def id(self) -> bytes:
        return self._drawn("id")

    @property
    def secret(self) -> bytes:
        """What the PRF extension gives, or nothing."""
        return self._drawn("prf") if self.prf else b""

    def counted(self, counter: int) -> "Device":
        """The same device, later."""
        return replace(self, counter=counter)

    def make(self, question: bytes) -> str:
        """A new passkey, as the script sends it."""
        key = EdDSA.from_cryptography_key(self._key.public_key())
        packed = AttestedCredentialData.create(Aaguid.NONE, self.id, key)
        data = self._data(FLAG.AT, bytes(packed))
        attestation = AttestationObject.create("none", data, {})
        return sent(
            client=self._client("webauthn.create", question),
            attestation=bytes(attestation),
            **({"prf": self.secret} if self.prf else {}),
        )

    def show(self, question: bytes, **instead: bytes) -> str:
        """The passkey in use, as the script sends it; `instead` puts other bytes in the place of its own."""
        client, data = self._client("webauthn.get", question), bytes(self._data())
        parts = {
            "id": self.id,
            "client": client,
            "data": data,
            "signature": self._key.sign(data + hashlib.sha256(client).digest()),
            **({"prf": self.secret} if self.prf else {}),
        }
        return sent(**(parts | instead))

    @property
    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._drawn("key"))

    def _drawn(self, what: str) -> bytes:
        return hmac.digest(self.seed.encode(), what.encode(), "sha256")

    def _client(self, kind: str, question: bytes) -> bytes:
        asked = urlsafe_b64encode(question).rstrip(b"=").decode()
        said = {"type": kind, "challenge": asked, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said | self.changes).encode()

    def _data(self, flags: int = 0, packed: bytes = b"") -> AuthenticatorData:
        seen = FLAG.UP | (FLAG.UV if self.verifies else FLAG(0))
        name = hashlib.sha256(self.name.encode()).digest()
        return AuthenticatorData.create(name, seen | flags, self.counter, packed)


def sent(**parts: bytes) -> str:
    """Parts in base64, as a form's field holds them."""
    return json.dumps({name: b64encode(part).decode() for name, part in parts.items()})
