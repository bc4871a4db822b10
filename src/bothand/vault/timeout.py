"""How long the database is waited for, where a page must come at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


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


def _set_timeout(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
