"""Codes of six digits that an app on a phone makes anew every half minute (TOTP, RFC 6238).

The seed lies in the keyring: whoever has the database alone has none, and a code is looked at only after the password
opened the account.
"""

import base64
from hmac import compare_digest
from typing import Final

import msgspec
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from bothand.vault.randomness import random_bytes

DIGITS: Final = 6
SECONDS: Final = 30
SEED_BYTES: Final = 20
EARLIER: Final = 1
"""Steps by which a phone's clock may be behind or ahead (RFC 6238, 5.2 names one as the most)."""


class OneTime(msgspec.Struct, frozen=True, kw_only=True):
    """The seed, the day it was taken up, and the number of the last half minute whose code was used."""

    seed: bytes
    since: str
    last: int = 0


def new_seed() -> bytes:
    """160 bits, as RFC 4226 asks for."""
    return random_bytes(SEED_BYTES)


def spell_seed(seed: bytes) -> str:
    """The seed as apps take it by hand: base32 in groups of four."""
    letters = base64.b32encode(seed).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def app_address(seed: bytes, account: str, issuer: str) -> str:
    """What the picture says that an app reads."""
    return _totp(seed).get_provisioning_uri(account, issuer)


def find_step(kept: OneTime, typed: str, seconds: float) -> int | None:
    """The number of the half minute whose code this is, or None. One that is not after the last used is none.

    SHA-1 is what every app knows; HMAC does not rest on collisions (RFC 6238, Appendix B; NIST SP 800-107).
    """
    digits = "".join(typed.split())
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    now = int(seconds) // SECONDS
    found = None
    for step in range(max(0, now - EARLIER), now + EARLIER + 1):
        fits = compare_digest(_totp(kept.seed).generate(step * SECONDS), digits.encode())
        if fits and step > kept.last:
            found = step
    return found


def _totp(seed: bytes) -> TOTP:
    return TOTP(seed, DIGITS, SHA1(), SECONDS)  # noqa: S303  what apps know; see `find_step`
