"""Login names: never stored, only their HMAC under a secret that lies in the data folder."""

import unicodedata
from typing import Final

from django.conf import settings

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
