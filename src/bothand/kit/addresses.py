"""Parts of an address, read strictly: what is none leads where nothing is."""

import re
from datetime import date

from bothand.vault.errors import Missing
from bothand.vault.months import FIRST_YEAR, LAST_YEAR

_ID = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def id_of(text: str) -> bytes:
    """The id of a document. Raises Missing.

    >>> len(id_of("00" * 16))
    16
    """
    if not _ID.fullmatch(text):
        raise Missing
    return bytes.fromhex(text)


def day_of(text: str) -> date:
    """A day that somebody alive may have written on, or will. Raises Missing.

    >>> day_of("2026-11-24")
    datetime.date(2026, 11, 24)
    """
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Missing
    return found


def month_of(text: str) -> str:
    """A month as shelves name it. Raises Missing.

    >>> month_of("2026-11")
    '2026-11'
    """
    day_of(f"{text}-01")
    return text
