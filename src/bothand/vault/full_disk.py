"""A disk that takes nothing more: full, turned read-only, or failing."""

import sqlite3
from typing import Final

_CODES: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR})
_PRIMARY_CODE: Final = 0xFF
"""SQLite's codes carry details above these bits."""


def takes_nothing(error: BaseException) -> bool:
    """Whether a database error comes from the disk, and not from what was asked."""
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return isinstance(cause, sqlite3.Error) and code & _PRIMARY_CODE in _CODES
