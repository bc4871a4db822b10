"""The list of one's own devices: each in two words, sealed under the account key."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bothand.accounts.accounts import Opened
from bothand.accounts.models import Session
from bothand.vault.context import Purpose, bind_context
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.seal import derive_key, open_sealed, seal

BROWSERS: Final = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A session in the list of one's own."""

    label: str
    used_on: date
    ends_on: date
    here: bool


def list_devices(opened: Opened, *, here: bytes) -> list[Listed]:
    """The sessions of an account, the one with the key `here` first."""
    rows = Session.objects.filter(account=opened.id).order_by("-used_on", "key")
    found = [
        Listed(_read_label(opened, row), row.used_on, row.ends_on, bytes(row.key) == here) for row in rows
    ]
    return sorted(found, key=lambda one: not one.here)


def name_browser(agent: str) -> str:
    """A browser and a system, in two words; the full text a browser sends is kept nowhere."""
    found = [next((name for sign, name in names if sign in agent), "") for names in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, found))


def seal_label(opened: Opened, key: bytes, agent: str) -> bytes:
    """What the session's row says of its device."""
    words = name_browser(agent)
    return seal(derive_key(opened.account_key, "label"), _bind_label(opened, key), words.encode())


def _read_label(opened: Opened, row: Session) -> str:
    try:
        bound = _bind_label(opened, bytes(row.key))
        return open_sealed(derive_key(opened.account_key, "label"), bound, bytes(row.label)).decode()
    except (DidNotOpen, NewerVersion):
        return ""


def _bind_label(opened: Opened, key: bytes) -> bytes:
    return bind_context(Purpose.SESSION_LABEL, opened.id, record=key[:16])
