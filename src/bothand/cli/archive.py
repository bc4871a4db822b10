"""A backup: one zip with the database, the secret of login names, and a list that says what each must be.

Nothing in it is readable without a password of its people: documents and keyrings are sealed as they are in
the database. It holds no sessions and no invitations, so a stolen backup lets nobody in.
"""

import datetime as dt
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bothand import __version__
from bothand.cli import versions
from bothand.cli.database import DamagedError, Migration, check_whole, has_table, read_only, telling_damage
from bothand.cli.folder import DataFolder
from bothand.cli.refusal import Refusal

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
DATABASE: Final = "database.sqlite3"
NAMES_SECRET: Final = "names.key"  # noqa: S105  a file name
# Doors that stood open when the backup was made must not stand open when it is restored.
LEFT_OUT: Final = ("accounts_session", "accounts_invitation")
_LIMIT_MANIFEST: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A checked backup, unpacked for as long as the context lasts. `made` is a day, ISO 8601."""

    database: Path
    names_secret: Path
    made: str
    migrations: frozenset[Migration]


def write_archive(folder: DataFolder, target: Path, *, today: dt.date) -> int:
    """Write a backup of the folder to `target`, whole or not at all; its size in bytes.

    It is opened and checked again before it gets its name. Raises Refusal, DamagedError, OutOfReachError, OSError.
    """
    with _file_beside(target.parent) as work:
        copy_database(folder.database, work / DATABASE)
        shutil.copyfile(folder.names_secret, work / NAMES_SECRET)
        fresh = work / "backup"
        _pack_files(work, fresh, today)
        with unpack_archive(fresh, work):
            pass
        size = fresh.stat().st_size
        fresh.replace(target)
        _sync_file(target.parent)
    return size


@contextmanager
def unpack_archive(file: Path, near: Path) -> Iterator[Unpacked]:
    """The backup unpacked into a private folder in `near`. Raises Refusal when it is not as written."""
    with _file_beside(near) as work:
        try:
            with zipfile.ZipFile(file) as archive:
                manifest = _read_manifest(archive, file)
                for name, facts in manifest["files"].items():
                    _extract_files(archive, name, facts, work, file)
        except (
            zipfile.BadZipFile,
            EOFError,
            KeyError,
            TypeError,
            AttributeError,
            ValueError,
            zlib.error,
        ):
            raise Refusal(_not_whole(file)) from None
        try:
            check_whole(work / DATABASE, all_of_it=True)
            migrations = versions.applied_migrations(work / DATABASE)
        except DamagedError:
            raise Refusal(_not_whole(file)) from None
        yield Unpacked(work / DATABASE, work / NAMES_SECRET, str(manifest["made"]), migrations)


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy while others go on writing, without sessions and invitations.

    Raises DamagedError, OutOfReachError (also for `target`, on a disk that is full).
    """
    with (
        telling_damage(),
        closing(sqlite3.connect(read_only(source), uri=True, timeout=30)) as old,
        closing(sqlite3.connect(target, isolation_level=None)) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
        new.execute("PRAGMA secure_delete = ON")
        # Its work files lie in memory: the disk for it may have room for the backup and no more.
        new.execute("PRAGMA temp_store = MEMORY")
        for table in LEFT_OUT:
            if has_table(new, table):
                new.execute(f"DELETE FROM {table}")  # noqa: S608  names from the list above
        # Deleted rows leave pages behind; this writes the file anew without them.
        new.execute("VACUUM")
    check_whole(target, all_of_it=True)


def is_backup(file: Path) -> bool:
    """Whether the file says of itself that it is a backup, whole or not."""
    try:
        with zipfile.ZipFile(file) as archive:
            return {MANIFEST, DATABASE} <= set(archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return False


def _pack_files(work: Path, fresh: Path, today: dt.date) -> None:
    parts = {name: _facts_of(work / name) for name in (DATABASE, NAMES_SECRET)}
    manifest = {
        "format": FORMAT,
        "bothand": __version__,
        "made": today.isoformat(),
        "files": parts,
    }
    handle = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    # Stored, not compressed: what is sealed does not get smaller.
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
            for name in parts:
                archive.write(work / name, name)
        file.flush()
        os.fsync(file.fileno())


def _read_manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    if MANIFEST not in archive.namelist() or archive.getinfo(MANIFEST).file_size > _LIMIT_MANIFEST:
        raise Refusal(f"{file} is not a backup of Bothand.")
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] > FORMAT:
        raise Refusal(
            f"{file} was made by a newer Bothand ({manifest['bothand']}). Install that version, or a later "
            "one, and restore it there."
        )
    if set(manifest["files"]) != {DATABASE, NAMES_SECRET}:
        raise Refusal(_not_whole(file))
    return manifest


def _extract_files(
    archive: zipfile.ZipFile, name: str, facts: dict[str, Any], work: Path, file: Path
) -> None:
    target = work / name
    if archive.getinfo(name).file_size != facts["bytes"]:
        raise Refusal(_not_whole(file))
    with archive.open(name) as packed, target.open("xb") as plain:
        shutil.copyfileobj(packed, plain, 1024 * 1024)
        plain.flush()
        os.fsync(plain.fileno())
    if _facts_of(target) != facts:
        raise Refusal(_not_whole(file))


def _facts_of(path: Path) -> dict[str, Any]:
    with path.open("rb") as content:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(content, "sha256").hexdigest()}


def _not_whole(file: Path) -> str:
    return f"{file} is damaged or incomplete; nothing was changed. Take another backup."


@contextmanager
def _file_beside(folder: Path) -> Iterator[Path]:
    """A private folder on the same disk, so that a finished file only needs a new name; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".bothand-", dir=folder) as work:
        yield Path(work)


def _sync_file(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
