"""The clock of this machine beside what the data folder knows: one check, for `serve` and `doctor`."""

import datetime as dt
import sqlite3

from bothand import RELEASED
from bothand.accounts import clock_check
from bothand.cli.database import DamagedError, OutOfReachError, has_table, open_for_reading
from bothand.cli.folder import DataFolder


def find_wrong_clock(folder: DataFolder, now: dt.datetime) -> str:
    """A sentence on a clock that is plainly wrong, and what follows from it; "" where nothing speaks against it.

    `now` is aware. Pages ask the same of what they open (`shell.frame`).
    """
    known = list(known_moments(folder))
    later = clock_check.find_later(now, known)
    if later is None:
        return ""
    why = (
        f"something was kept in {folder.path} later than that, on {later:%d %B %Y}"
        if later in known
        else f"this program was made on {RELEASED:%d %B %Y}"
    )
    return (
        f"The clock says {now:%d %B %Y, %H:%M} UTC, but {why}. Set the clock: days, locking and the end of sessions follow "
        "it. What is kept meanwhile lies under the wrong day; what two share cannot be written before the first day of "
        "their keys."
    )


def known_moments(folder: DataFolder) -> list[dt.datetime]:
    """Moments that have been already, as files and rows tell without a key."""
    path = folder.database
    found = [
        dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
        for file in (path, path.with_name(path.name + "-wal"))
        if file.exists()
    ]
    if not path.exists() or not path.stat().st_size:
        return found
    try:
        with open_for_reading(path) as connection:
            return [*found, *_rows_moments(connection)]
    except (DamagedError, OutOfReachError):
        return found


def _rows_moments(connection: sqlite3.Connection) -> list[dt.datetime]:
    """When the database was made or upgraded, and the last day somebody was here."""
    told = []
    for table, column in (("django_migrations", "applied"), ("accounts_session", "used_on")):
        if has_table(connection, table):
            told += connection.execute(f"SELECT max({column}) FROM {table}").fetchone()  # noqa: S608  names from above
    return [dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC) for text in told if text]
