"""The database file as the commands see it: whole or not, newer or not, brought up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from bothand.cli.folder import PRIVATE_FILE, DataFolder
from bothand.cli.refusal import Refusal

# Reading every page takes a second for 500 MB; beyond this, starting does not wait for it (`doctor` does).
CHECKED_AT_START: Final = 200 * 1024 * 1024
Migration = tuple[str, str]


class DamagedError(Exception):
    """SQLite cannot read the file, or says that it is not whole."""


def start_django() -> None:
    """Django with the settings of the serving program. The environment must say where the data lies."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bothand.web.settings")
    import django

    django.setup()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises DamagedError for what SQLite finds wrong meanwhile."""
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
        ) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise DamagedError(str(error)) from error


def check_whole(path: Path, *, all_of_it: bool) -> None:
    """Raises DamagedError when pages are missing or do not fit together; `all_of_it` checks indexes too."""
    with reading(path) as connection:
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


def applied(path: Path) -> frozenset[Migration]:
    """The migrations that this database has seen; none for a new one. Raises DamagedError."""
    if not path.exists() or path.stat().st_size == 0:
        return frozenset()
    with reading(path) as connection:
        if not has_table(connection, "django_migrations"):
            return frozenset()
        return frozenset(connection.execute("SELECT app, name FROM django_migrations"))


def known() -> frozenset[Migration]:
    """The migrations that this program brings, with those they replace. Django must have been started."""
    from django.db.migrations.loader import MigrationLoader

    on_disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}
    replaced = {pair for migration in on_disk.values() for pair in migration.replaces}
    return frozenset(on_disk) | frozenset(replaced)


def needed() -> frozenset[Migration]:
    """The migrations that a database of this program's version has seen."""
    from django.db.migrations.loader import MigrationLoader

    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {})


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Whether there is a table of this name."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None


def bring_up_to_date(folder: DataFolder) -> None:
    """Check the database, make it if there is none, and run what migrations are missing. Raises Refusal."""
    path = folder.database
    try:
        if path.exists() and path.stat().st_size:
            check_whole(path, all_of_it=False)
        seen = applied(path)
        _check_names_secret(folder, seen)
    except DamagedError as damage:
        raise Refusal(
            f"The database {path} is damaged ({damage}). Nothing was changed. Keep a copy of it, then put "
            "your last backup in its place: bothand restore FILE --force"
        ) from None
    start_django()
    newer = seen - known()
    if newer:
        names = ", ".join(sorted(f"{app} {name}" for app, name in newer))
        raise Refusal(
            f"The database {path} was written by a newer Bothand than this one (it knows {names}). Nothing "
            "was changed. Install the newer version, or restore a backup made with this one."
        )
    if needed() - seen:
        _migrate(path)


def _check_names_secret(folder: DataFolder, seen: frozenset[Migration]) -> None:
    """Without its file a fresh secret would be made, and nobody's login name would be found again."""
    if folder.names_secret.exists() or not seen:
        return
    with reading(folder.database) as connection:
        if not has_table(connection, "couples_account"):
            return
        if connection.execute("SELECT 1 FROM couples_account").fetchone() is None:
            return
    raise Refusal(
        f"The file {folder.names_secret} is missing, and without it no login name is found. Nothing was "
        "changed. Put it back from where you keep it, or restore a backup, which holds it: "
        "bothand restore FILE --force"
    )


def _migrate(path: Path) -> None:
    from django.core.management import call_command
    from django.db import connections

    if not path.exists():
        path.touch(mode=PRIVATE_FILE)
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except sqlite3.OperationalError as error:
        raise Refusal(f"The database {path} could not be brought up to date: {error}.") from None
    finally:
        connections.close_all()
