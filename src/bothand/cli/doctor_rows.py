"""The part of `doctor` that looks into the database, as far as one can without a key."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from bothand.cli import schema, versions
from bothand.cli.database import (
    DamagedError,
    Migration,
    OutOfReachError,
    check_whole,
    open_for_reading,
    say_out_of_reach,
)
from bothand.cli.diagnosis import Finding, Findings, say_fine, say_look, say_wrong
from bothand.cli.folder import DataFolder
from bothand.cli.preparation import has_people, is_lost, say_emptied

# What Cobblestone-256 adds: version, salt and commitment once, a tag for each chunk of 16 KiB begun.
_SEAL_ONCE: Final = 57
_SEAL_CHUNK: Final = 16
_CHUNK: Final = 16 * 1024
# What each connection of the serving program must be set to (docs/sealing.md): FULL, ON, MEMORY.
_SETTINGS: Final = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2}
# What each row has to be like, whatever is sealed in it: what holds no key can be changed by anybody with the file.
_SHAPES: Final = {
    "vault_document": (
        "typeof(space) = 'blob' AND length(space) = 16 AND typeof(id) = 'blob' AND length(id) = 16 "
        "AND typeof(shelf) = 'blob' AND length(shelf) = 8 AND typeof(sealed) = 'blob' "
        "AND typeof(epoch) = 'integer' AND epoch >= 1 AND typeof(revision) = 'integer' AND revision >= 1"
    ),
    "vault_shared": (
        "typeof(id) = 'blob' AND length(id) = 16 AND typeof(epoch) = 'integer' AND epoch >= 1 "
        "AND typeof(holders) = 'integer' AND holders IN (1, 2) AND waits IN (0, 1)"
    ),
    "accounts_account": (
        "typeof(id) = 'blob' AND length(id) = 16 AND typeof(login) = 'blob' AND length(login) = 32 "
        "AND typeof(by_password) = 'blob' AND typeof(by_code) = 'blob' "
        "AND typeof(keyring) = 'blob' AND typeof(keyring_revision) = 'integer' AND keyring_revision >= 1"
    ),
    "accounts_session": (
        "typeof(key) = 'blob' AND length(key) = 32 AND typeof(account) = 'blob' AND length(account) = 16 "
        "AND used_on IS date(used_on) AND ends_on IS date(ends_on) AND typeof(one) = 'blob' "
        "AND typeof(two) IN ('blob', 'null') AND typeof(pin) IN ('blob', 'null') "
        "AND typeof(pin_tries) = 'integer' AND pin_tries BETWEEN 0 AND 5 AND typeof(label) = 'blob' "
        "AND typeof(secret_hash) = 'blob' AND length(secret_hash) = 32 AND typeof(previous) IN ('blob', 'null')"
    ),
    "accounts_invitation": (
        "typeof(id) = 'blob' AND length(id) = 16 AND typeof(sealed) = 'blob' AND ends_on IS date(ends_on) "
        "AND admitted IN (0, 1)"
    ),
    "accounts_passkey": (
        "typeof(id) = 'blob' AND length(id) = 16 AND typeof(account) = 'blob' AND length(account) = 16 "
        "AND typeof(sealed) = 'blob'"
    ),
    "vault_beat": "id = 1 AND typeof(noise) = 'blob' AND length(noise) = 16",
    "accounts_gone": "typeof(id) = 'blob' AND length(id) = 16",
}


def examine_rows(folder: DataFolder) -> Findings:
    """All findings about the database."""
    path = folder.database
    if is_lost(folder):
        yield say_wrong(
            f"{path} is missing or empty, though people may have been here: names.key lies beside it. Put it back, or "
            "restore a backup: bothand restore FILE"
        )
        return
    if not path.exists():
        yield say_fine("There is no database yet; the first start makes it.")
        return
    try:
        check_whole(path, all_of_it=True)
        seen = versions.applied_migrations(path)
        yield say_fine("SQLite finds the database whole.")
        yield _examine_version(seen)
        yield from _examine_settings()
        if folder.peopled.exists() and not has_people(path):
            yield say_wrong(say_emptied(folder))
        if not versions.newer_migrations(seen) and not versions.missing_migrations(seen):
            with open_for_reading(path) as connection:
                yield _examine_schema(connection)
                for check in (
                    _examine_journal,
                    examine_keys,
                    _examine_padding,
                    examine_shapes,
                    _examine_epochs,
                    _examine_orphans,
                    _examine_sessions,
                ):
                    yield check(connection)
    except DamagedError as damage:
        yield say_wrong(
            f"The database is damaged ({damage}). Stop Bothand, keep a copy, and put your last backup in its "
            "place: bothand restore FILE --force"
        )
    except OutOfReachError as error:
        yield say_wrong(say_out_of_reach(path, error))


def sealed_length(padded: int) -> int:
    """How many bytes `padded` bytes become when sealed.

    >>> sealed_length(1024)
    1097
    """
    return padded + _SEAL_ONCE + _SEAL_CHUNK * (padded // _CHUNK + 1)


def is_padded(sealed: int) -> bool:
    """Whether something sealed can have this length, if it was padded first.

    >>> is_padded(1097), is_padded(1098)
    (True, False)
    """
    from bothand.vault.padding import padded_length

    chunks = sealed // _CHUNK
    # The tags of a long one add up to less than one more chunk, so one of these two counts is right.
    for count in (chunks, chunks + 1):
        padded = sealed - _SEAL_ONCE - _SEAL_CHUNK * count
        if padded > 0 and sealed_length(padded) == sealed and padded_length(padded) == padded:
            return True
    return False


def _examine_version(seen: frozenset[Migration]) -> Finding:
    if names := versions.newer_migrations(seen):
        return say_wrong(
            f"A newer Bothand wrote this database ({', '.join(names)}). Install the newer version."
        )
    if versions.missing_migrations(seen):
        return say_look(
            "The database is of an older Bothand. Make a backup; the next start brings it up to date."
        )
    return say_fine("The database is of this version.")


def _examine_settings() -> Findings:
    """The serving program's own settings, tried on an empty database: they hold per connection."""
    from django.conf import settings

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bothand.web.settings")
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("BOTHAND_DATA")
        # Reading the settings makes what secrets are missing; not in the folder that is being looked at.
        os.environ["BOTHAND_DATA"] = folder
        try:
            options: Any = settings.DATABASES["default"]["OPTIONS"]
        finally:
            if before is None:
                del os.environ["BOTHAND_DATA"]
            else:
                os.environ["BOTHAND_DATA"] = before
        with closing(sqlite3.connect(Path(folder) / "empty.sqlite3")) as connection:
            connection.executescript(options["init_command"])
            found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _SETTINGS}
    if found == _SETTINGS:
        yield say_fine("Writing is set to survive a power cut, and deleting to overwrite.")
    else:
        yield say_wrong(
            f"The program's settings for SQLite are not as they have to be: {found}. Install Bothand again."
        )


def _examine_schema(connection: sqlite3.Connection) -> Finding:
    odd = schema.find_differences(schema.read_schema(connection), schema.make_schema())
    if odd:
        return say_wrong(
            f"Somebody changed the database from outside: {'; '.join(odd)}. Bothand does not start with it. "
            "Restore a backup from before."
        )
    return say_fine(
        "The database holds the tables that Bothand makes, and no trigger, view or index beside them."
    )


def _examine_journal(connection: sqlite3.Connection) -> Finding:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == "wal":
        return say_fine("The database uses a write-ahead log.")
    return say_look(f"The database does not use a write-ahead log yet ({mode}). The next start sets it.")


def examine_keys(connection: sqlite3.Connection) -> Finding:
    from bothand.vault import envelope
    from bothand.vault.errors import VaultError
    from bothand.vault.stored import bytes_in

    odd = unreadable = 0
    for envelopes in connection.execute("SELECT by_password, by_code FROM accounts_account"):
        for stored in envelopes:
            try:
                params = envelope.read_envelope(bytes_in(stored)).params
            except VaultError:
                unreadable += 1
                continue
            odd += not params.is_within_bounds()
    if unreadable or odd:
        return say_wrong(
            f"{unreadable} envelopes of accounts cannot be read and {odd} are weaker or heavier than the program "
            "allows; somebody or something changed them. Restore a backup from before."
        )
    return say_fine("Every account's envelopes are as strong as they have to be.")


def _examine_padding(connection: sqlite3.Connection) -> Finding:
    lengths = connection.execute("SELECT length(sealed), count(*) FROM vault_document GROUP BY 1").fetchall()
    odd = sum(count for length, count in lengths if not is_padded(length))
    total = sum(count for _, count in lengths)
    if odd:
        return say_wrong(
            f"{odd} of {total} sealed pages have a length that Bothand never writes. Restore a backup."
        )
    return say_fine(f"All {total} sealed pages have lengths that tell little.")


def examine_shapes(connection: sqlite3.Connection) -> Finding:
    odd = {
        table: connection.execute(f"SELECT count(*) FROM {table} WHERE NOT ({shape})").fetchone()[0]  # noqa: S608  constants only
        for table, shape in _SHAPES.items()
    }
    if any(odd.values()):
        where = ", ".join(f"{count} in {table}" for table, count in odd.items() if count)
        return say_wrong(
            f"{sum(odd.values())} rows have a shape that Bothand never writes ({where}). Restore a backup from before."
        )
    return say_fine("Every row has the shape it has to have.")


def _examine_epochs(connection: sqlite3.Connection) -> Finding:
    """Nothing is ever written in an epoch that has not begun, so a count that was set back shows."""
    (ahead,) = connection.execute(
        "SELECT count(*) FROM vault_shared WHERE epoch < "
        "(SELECT max(epoch) FROM vault_document WHERE space = vault_shared.id)"
    ).fetchone()
    if ahead:
        return say_wrong(
            f"In {ahead} spaces of two the count of keys was set back. Nothing is written under an old key for "
            "that. Restore a backup from before."
        )
    return say_fine("No count of keys was set back.")


def _examine_orphans(connection: sqlite3.Connection) -> Finding:
    (left,) = connection.execute(
        "SELECT (SELECT count(*) FROM accounts_session WHERE account NOT IN (SELECT id FROM accounts_account)) "
        "     + (SELECT count(*) FROM vault_document WHERE space IN (SELECT id FROM accounts_gone)) "
        "     + (SELECT count(*) FROM vault_shared WHERE id IN (SELECT id FROM accounts_gone)) "
        "     + (SELECT count(*) FROM accounts_account WHERE id IN (SELECT id FROM accounts_gone))"
    ).fetchone()
    if left:
        return say_wrong(
            f"{left} rows belong to somebody who was deleted. Make a backup and restore it: that drops them "
            "(bothand backup FILE, bothand restore FILE --force)."
        )
    return say_fine("No row belongs to somebody who was deleted.")


def _examine_sessions(connection: sqlite3.Connection) -> Finding:
    (count,) = connection.execute("SELECT count(*) FROM accounts_session").fetchone()
    return say_fine(f"{count} browsers are signed in.")
