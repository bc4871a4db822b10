"""Which version a database is of, told from the names of its migrations, without starting Django for it."""

import sqlite3
from pathlib import Path
from typing import Final

import bothand
from bothand.cli.database import Migration, has_table, open_for_reading

_SOURCES: Final = Path(bothand.__file__).parent


def applied_migrations(path: Path) -> frozenset[Migration]:
    """The migrations that this database has seen; none for a new one. Raises DamagedError."""
    if not path.exists() or path.stat().st_size == 0:
        return frozenset()
    with open_for_reading(path) as connection:
        return _recorded_migrations(connection)


def known_migrations() -> frozenset[Migration]:
    """The migrations that this program brings.

    >>> ("vault", "0001_documents") in known_migrations()
    True
    """
    files = _SOURCES.glob("**/migrations/[0-9][0-9][0-9][0-9]_*.py")
    return frozenset((file.parent.parent.name, file.stem) for file in files)


def newer_migrations(seen: frozenset[Migration]) -> list[str]:
    """What in `seen` only a newer program can have brought, as words; empty when there is nothing.

    A name that is unknown but has an older number was folded into another one since, and is no sign of that.

    >>> newer_migrations(frozenset({("vault", "9999_of_tomorrow")}))
    ['vault 9999_of_tomorrow']
    >>> newer_migrations(frozenset({("vault", "0000_folded_since")}))
    []
    """
    newest: dict[str, str] = {}
    for app, name in known_migrations():
        newest[app] = max(newest.get(app, ""), name[:4])
    unknown = seen - known_migrations()
    return sorted(f"{app} {name}" for app, name in unknown if name[:4] > newest.get(app, ""))


def missing_migrations(seen: frozenset[Migration]) -> bool:
    """Whether this program brings migrations that a database with those in `seen` has not had yet."""
    return bool(known_migrations() - seen)


def _recorded_migrations(connection: sqlite3.Connection) -> frozenset[Migration]:
    if not has_table(connection, "django_migrations"):
        return frozenset()
    return frozenset(connection.execute("SELECT app, name FROM django_migrations"))
