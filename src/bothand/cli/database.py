"""The database file as the commands see it: readable or not, whole or not."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

# Reading every page takes a second for 500 MB; beyond this, starting does not wait for it (`doctor` does).
CHECKED_AT_START: Final = 200 * 1024 * 1024
Migration = tuple[str, str]


class DamagedError(Exception):
    """SQLite cannot read the file, or says that it is not whole."""


def read_only(path: Path) -> str:
    """The URI under which SQLite opens the file without changing it, while others go on writing.

    It may leave an empty log beside it; run by root, SQLite gives that to the owner of the database.
    """
    return f"{path.resolve().as_uri()}?mode=ro"


@contextmanager
def open_for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises DamagedError for what SQLite finds wrong meanwhile."""
    try:
        with closing(sqlite3.connect(read_only(path), uri=True, timeout=10)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise DamagedError(str(error)) from error


def check_whole(path: Path, *, all_of_it: bool) -> None:
    """Raises DamagedError when pages are missing or do not fit together; `all_of_it` checks indexes too."""
    with open_for_reading(path) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        in_wal = path.with_name(path.name + "-wal").exists()
        if not in_wal and pages * page_size > path.stat().st_size:
            raise DamagedError("the file is shorter than it says")
        check = "PRAGMA integrity_check(1)" if all_of_it else "PRAGMA quick_check(1)"
        if all_of_it or path.stat().st_size <= CHECKED_AT_START:
            (verdict,) = connection.execute(check).fetchone()
            if verdict != "ok":
                raise DamagedError(str(verdict))


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Whether there is a table of this name."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None
