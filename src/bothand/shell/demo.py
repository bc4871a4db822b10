"""The mark of a demo, in the head of the database file itself: it goes along with a backup, and a restore takes it away.

SQLite keeps two numbers there for whoever owns the file: `application_id` (bytes 68 to 71) and `user_version` (60 to
63), both big-endian (the file format, section 1.3). The one says that all in it is invented, the other that it is whole.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

INVENTED: Final = 0x44656D6F
"""ASCII for *Demo*."""
WHOLE: Final = 1
_HEAD_BYTES: Final = 100


def is_demo(database: Path) -> bool:
    """Whether the database is a demo's. A file that is missing, short or of another kind is none."""
    return _read_number(database, 68) == INVENTED


def is_whole(database: Path) -> bool:
    """Whether a demo was made to its end."""
    return is_demo(database) and _read_number(database, 60) == WHOLE


def mark_demo(database: Path, *, whole: bool) -> None:
    """Write the mark. Nothing else may have the database open."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA application_id = {INVENTED}")
        connection.execute(f"PRAGMA user_version = {WHOLE if whole else 0}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _read_number(database: Path, at: int) -> int:
    try:
        with database.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return 0
    return int.from_bytes(head[at : at + 4], "big") if head.startswith(b"SQLite format 3\0") else 0
