"""`bothand restore FILE`: a backup back in place, never over something newer unless that is said."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import click

from bothand.cli import archive, database, restore_diff, versions
from bothand.cli.archive import Unpacked
from bothand.cli.database import DamagedError, OutOfReachError
from bothand.cli.folder import PRIVATE_FILE, DataFolder, data_option, prepare_folder, sole_use
from bothand.cli.refusal import Refusal
from bothand.cli.shown import say

# Whatever table a later version adds: a row belongs to somebody by one of these columns.
_OWNER_COLUMNS: Final = frozenset({"space", "account", "couple"})


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False, readable=True))
@click.option("--force", is_flag=True, help="Also over data that is newer than the backup, or damaged.")
@data_option
def restore(file: Path, force: bool, data: Path) -> None:
    """Put the backup FILE in place of what is in the data folder.

    Stop Bothand first. Accounts that were deleted here stay deleted, also if the backup still holds them.
    """
    os.umask(0o077)
    folder = prepare_folder(data)
    try:
        with sole_use(folder), archive.unpack_archive(file, folder.path) as backup:
            _check_version(file, backup)
            deleted = _check_what_is_here(folder, backup, force=force)
            _drop_deleted(backup.database, deleted)
            _put_in_place(folder, backup)
            _give_to_owner(folder)
    except OutOfReachError as error:
        raise Refusal(_what_stands(folder, error)) from None
    except OSError as error:
        raise Refusal(_what_stands(folder, (error.strerror or str(error)).lower())) from None
    say(f"Restored the backup of {backup.made}. Everybody signs in again, with the password of that day.")


def _check_version(file: Path, backup: Unpacked) -> None:
    if versions.newer_migrations(backup.migrations):
        raise Refusal(
            f"{file} holds data of a newer Bothand than this one. Nothing was changed. Install the newer "
            "version and restore it there."
        )


def _check_what_is_here(folder: DataFolder, backup: Unpacked, *, force: bool) -> tuple[bytes, ...]:
    """The ids that must stay deleted. Raises Refusal for what only `--force` may replace, OutOfReachError."""
    if not folder.database.exists() or folder.database.stat().st_size == 0:
        return ()
    try:
        database.check_whole(folder.database, all_of_it=False)
        newer_version = versions.newer_migrations(versions.applied_migrations(folder.database))
        difference = restore_diff.compare_backup(folder.database, backup.database)
        deleted = restore_diff.gone_ids(folder.database)
    except DamagedError:
        if not force:
            raise Refusal(
                f"The database in {folder.path} is damaged, so nobody can say whether it is newer than the "
                "backup. Nothing was changed. Add --force to replace it; it is kept beside, as "
                "bothand.sqlite3.damaged."
            ) from None
        deleted = _deleted_as_far_as_it_reads(folder.database)
        _set_aside(folder)
        return deleted
    if not force and newer_version:
        raise Refusal(
            f"The database in {folder.path} is of a newer Bothand than this one. Nothing was changed. Add "
            "--force to replace it all the same."
        )
    if not force and difference.here_is_newer:
        raise Refusal(_what_would_go(folder, backup, difference))
    return deleted


def _deleted_as_far_as_it_reads(path: Path) -> tuple[bytes, ...]:
    """Who was deleted, where a damaged database still tells."""
    try:
        return restore_diff.gone_ids(path)
    except (DamagedError, OutOfReachError):
        return ()


def _what_stands(folder: DataFolder, reason: object) -> str:
    """What is so after a restore that could not be finished, for want of room or of rights."""
    if folder.unfinished.exists():
        return (
            f"The restore stopped in the middle ({reason}). Until it is through, Bothand does not start with this folder. "
            f"Make room on the disk of {folder.path}, then run it again: bothand restore FILE --force"
        )
    return (
        f"The restore could not be done ({reason}); nothing was changed. It needs room on the disk of {folder.path} for the "
        "backup twice, and a user who may write there."
    )


def _what_would_go(folder: DataFolder, backup: Unpacked, difference: restore_diff.Difference) -> str:
    said = []
    if difference.lost_documents:
        said.append(f"{_count_rows(difference.lost_documents, 'page')} written since would be lost")
    if difference.lost_accounts:
        said.append(
            f"{_count_rows(difference.lost_accounts, 'account')} would be lost or go back to an older password"
        )
    if difference.lost_spaces:
        said.append(
            f"{_count_rows(difference.lost_spaces, 'shared place')} would go back to how it stood then"
        )
    if difference.returning:
        said.append(f"{_count_rows(difference.returning, 'page')} not here any more would come back")
    return (
        f"What is in {folder.path} is newer than the backup of {backup.made}: {', '.join(said)}. Nothing was "
        "changed. Make a backup of it first (bothand backup FILE), then add --force to go on."
    )


def _count_rows(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _drop_deleted(path: Path, deleted: tuple[bytes, ...]) -> None:
    """Take out of the unpacked copy whoever was deleted here, and remember it there too."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN IMMEDIATE")
        if database.has_table(connection, "accounts_gone"):
            connection.executemany(
                "INSERT OR IGNORE INTO accounts_gone (id) VALUES (?)", [(one,) for one in deleted]
            )
        for table, column in _owned_rows(connection):
            rows = [(one,) for one in deleted]
            connection.executemany(f'DELETE FROM "{table}" WHERE "{column}" = ?', rows)  # noqa: S608  own schema
        connection.execute("COMMIT")


def _owned_rows(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Each table with the column that says whose a row is."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = [(table, "id") for table in ("accounts_account", "vault_shared") if table in tables]
    for table in tables:
        columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        found += [(table, column) for column in sorted(columns & _OWNER_COLUMNS)]
    return found


def _put_in_place(folder: DataFolder, backup: Unpacked) -> None:
    """Secret and database together: while the marker is there, `serve` refuses, and this can be repeated."""
    folder.unfinished.touch(mode=PRIVATE_FILE)
    _sync_folder(folder.path)
    backup.names_secret.chmod(PRIVATE_FILE)
    backup.names_secret.replace(folder.names_secret)
    if not folder.database.exists():
        folder.database.touch(mode=PRIVATE_FILE)
    # SQLite's own copy is one transaction in the target: a crash leaves the old or the new, whole.
    with (
        database.telling_damage(),
        closing(sqlite3.connect(backup.database)) as source,
        closing(sqlite3.connect(folder.database)) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _sync_folder(folder.path)
    folder.unfinished.unlink()
    _sync_folder(folder.path)


def _give_to_owner(folder: DataFolder) -> None:
    """What root restored belongs to whom the folder belongs to: else Bothand, which is not root, could not open it."""
    if os.geteuid() != 0:
        return
    owner = folder.path.stat()
    for path in (folder.path, *folder.path.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


def _set_aside(folder: DataFolder) -> None:
    """Move the damaged database with its log out of the way; its log must never meet the restored one."""
    for suffix in ("-wal", "-shm", ""):
        old = folder.database.with_name(folder.database.name + suffix)
        if old.exists():
            old.replace(folder.database.with_name(f"{folder.database.name}.damaged{suffix}"))


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
