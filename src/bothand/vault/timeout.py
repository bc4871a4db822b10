"""How long the database is waited for, where a page must come at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, connection


@contextmanager
def at_most(milliseconds: int) -> Iterator[None]:
    """Within the block, wait only so long for others who write; then django.db.OperationalError is raised.

    SQLite alone has such a wait; elsewhere nothing changes. Raises django.db.Error where no database can be opened.
    """
    if connection.vendor != "sqlite":
        yield
        return
    usual = round(1000 * float(connection.settings_dict["OPTIONS"]["timeout"]))
    _set_timeout(milliseconds)
    try:
        yield
    finally:
        _set_timeout(usual)


def is_busy(error: Error) -> bool:
    """Whether a database error says that somebody else writes, and that it may go well a moment later."""
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _set_timeout(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
