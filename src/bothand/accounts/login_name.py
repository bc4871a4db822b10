"""Login names: never stored, only their HMAC under a secret that lies in the data folder."""

import unicodedata
from typing import Final

from django.conf import settings

from bothand.vault.context import Purpose
from bothand.vault.kdf import SALT_BYTES
from bothand.vault.seal import digest

LONGEST: Final = 64


def normalize_name(login: str) -> str:
    """A login name as it is compared: NFKC, no case, no space around it."""
    return unicodedata.normalize("NFKC", login).casefold().strip()


def sealed_name(login: str) -> bytes:
    """The 32 bytes that stand for a login name."""
    return digest(
        settings.BOTHAND_NAMES_KEY, b"login", normalize_name(login).encode("utf-8", "surrogatepass")
    )


def shared_salt(sealed: bytes, purpose: Purpose) -> bytes:
    """The salt of everybody who signs in with this name: one stretching tries them all, so its time tells not how many.

    It is as good as one by chance: another in each house and for each name, and the names key makes it unforeseeable.
    """
    return digest(settings.BOTHAND_NAMES_KEY, b"salt", purpose.name.encode(), sealed)[:SALT_BYTES]
