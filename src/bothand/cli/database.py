"""The database file as the commands see it: readable or not, whole or not."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

# Reading every page takes a second for 500 MB; beyond this, starting does not wait for it (`doctor` does).
CHECKED_AT_START: Final = 200 * 1024 * 1024
Migration = tuple[str, str]


# What SQLite says when it cannot get at a file, whatever is in it: rights, a disk that is full or read-only, other programs.
_OUT_OF_REACH: Final = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_AUTH,
    }
)
_PRIMARY_CODE: Final = 0xFF
"""SQLite's codes carry details above these bits."""


class DamagedError(Exception):
    """SQLite read the file, and it is no database or not whole."""


class OutOfReachError(Exception):
    """SQLite could not read or write the file. That says nothing about what is in it, so nothing may be put in its place."""


def read_only(path: Path) -> str:
    """The URI under which SQLite opens the file without changing it, while others go on writing.

    It may leave an empty log beside it; run by root, SQLite gives that to the owner of the database. Where no log can be
    made beside it, on a disk that is read-only, nobody else writes either, and none is looked for unless one is there.
    """
    still = is_read_only(path.parent) and not holds_log(path)
    return f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if still else ''}"


def is_read_only(folder: Path) -> bool:
    """Whether the disk that holds a folder takes no writes at all, whoever asks."""
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def holds_log(path: Path) -> bool:
    """Whether part of the last writes lies in the log beside the database."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


@contextmanager
def open_for_reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises DamagedError or OutOfReachError for what goes wrong meanwhile."""
    with (
        telling_damage(),
        closing(sqlite3.connect(read_only(path), uri=True, timeout=10)) as connection,
    ):
        yield connection


@contextmanager
def telling_damage() -> Iterator[None]:
    """Tell a damaged database from one that cannot be reached. Raises DamagedError, OutOfReachError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
        kind = OutOfReachError if code in _OUT_OF_REACH else DamagedError
        raise kind(str(error)) from error


def say_out_of_reach(path: Path, reason: object) -> str:
    """What is so, and what can be done, when a database cannot be reached. Never to put something else in its place."""
    if is_read_only(path.parent):
        if holds_log(path):
            return (
                f"The disk that holds {path.parent} is read-only, and part of the last writes lies in the log beside the "
                "database, which can be read only where a file can be made beside it. Copy the whole folder to another disk, "
                "and give that copy with --data. Nothing was changed."
            )
        return (
            f"The disk that holds {path.parent} is read-only. What lies there is not damaged by that: make a backup of it onto "
            "another disk, then look at why (a full or failing disk often turns read-only)."
        )
    return (
        f"The database {path} cannot be reached just now ({reason}). That is no sign of damage, so do not restore over it. "
        "Look whether the disk is full (df), whether this user may read and write there, and whether another program holds it."
    )


def check_whole(path: Path, *, all_of_it: bool) -> None:
    """Raises DamagedError when pages are missing or do not fit together; `all_of_it` checks indexes too.

    Raises OutOfReachError when it cannot be looked at.
    """
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
