"""The part of `doctor` that looks at files: rights, space, clock, log, certificate, leftovers."""

import datetime as dt
import shutil
import sqlite3
from pathlib import Path
from typing import Final

from bothand.cli import clock
from bothand.cli.diagnosis import Finding, Findings, say_fine, say_look, say_wrong
from bothand.cli.folder import DataFolder, open_to_others
from bothand.cli.preparation import SECRET_BYTES

MEGABYTE: Final = 1024 * 1024
LITTLE_SPACE: Final = 200 * MEGABYTE
LONG_LOG: Final = 64 * MEGABYTE
# The oldest SQLite that has all we use (ON CONFLICT, row values, WITHOUT ROWID, serialised threads).
OLDEST_SQLITE: Final = (3, 35, 0)


def examine_folder(folder: DataFolder, now: dt.datetime) -> Findings:
    """All findings about the files of the folder. `now` is aware."""
    yield _examine_rights(folder)
    yield _examine_secret(folder)
    yield _examine_space(folder)
    yield _examine_clock(folder, now)
    yield _examine_log(folder)
    yield _examine_sqlite()
    yield from _examine_certificate(folder, now)
    yield from _examine_leftovers(folder)
    yield from _examine_strangers(folder)


def _examine_rights(folder: DataFolder) -> Finding:
    others = open_to_others(folder)
    if not others:
        return say_fine("Only the owner of the folder can read it.")
    if others == [folder.path] or folder.path in others:
        return say_wrong(
            f"Others on this machine can look into {folder.path}. Close it: chmod -R go= {folder.path}"
        )
    return say_look(
        f"Some files would be open to others if the folder were: {others[0].name}. chmod -R go= {folder.path}"
    )


def _examine_secret(folder: DataFolder) -> Finding:
    secret = folder.names_secret
    if not secret.exists():
        if folder.database.exists():
            return say_wrong(
                f"{secret} is missing; without it no login name is found. Restore a backup, which holds it."
            )
        return say_fine("The secret of login names will be made at the first start.")
    if secret.stat().st_size != SECRET_BYTES:
        return say_wrong(
            f"{secret} is damaged; nobody's login name is found. Restore a backup, which holds it."
        )
    return say_fine("The secret of login names is there.")


def _examine_space(folder: DataFolder) -> Finding:
    free = shutil.disk_usage(folder.path).free
    size = folder.database.stat().st_size if folder.database.exists() else 0
    said = f"{free / MEGABYTE:,.0f} MB are free on the disk"
    if free < LITTLE_SPACE:
        return say_wrong(
            f"Only {said}. Make room before it is full; what is written then is refused, not lost half."
        )
    if free < 3 * size:
        return say_look(f"{said}, less than three times the database; backing up and restoring may not fit.")
    return say_fine(f"{said}.")


def _examine_clock(folder: DataFolder, now: dt.datetime) -> Finding:
    if wrong := clock.find_wrong_clock(folder, now):
        return say_wrong(wrong)
    return say_fine(f"The clock says {now:%d %B %Y, %H:%M} UTC, and nothing was kept later than that.")


def _examine_log(folder: DataFolder) -> Finding:
    log = folder.database.with_name(folder.database.name + "-wal")
    size = log.stat().st_size if log.exists() else 0
    if size > LONG_LOG:
        return say_look(
            f"The write-ahead log has grown to {size / MEGABYTE:,.0f} MB. Stop Bothand and start it again; "
            "if it grows back, some program keeps the database open."
        )
    return say_fine(f"The write-ahead log is short ({size / MEGABYTE:.1f} MB).")


def _examine_sqlite() -> Finding:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return say_wrong(
            f"SQLite {version} is too old; Bothand needs 3.35 or later. A newer Python brings one."
        )
    return say_fine(f"SQLite {version} is new enough.")


def _examine_certificate(folder: DataFolder, now: dt.datetime) -> Findings:
    file = folder.tls / "cert.pem"
    if not file.exists():
        return
    from bothand.vault import certificate

    try:
        facts = certificate.read_certificate(file.read_bytes())
    except ValueError:
        yield say_look(f"{file} cannot be read as a certificate. The next start with --lan makes a new one.")
        return
    said = f"The certificate for {', '.join(facts.hosts)} holds until {facts.ends:%d %B %Y}"
    if facts.ends <= now + certificate.RENEW_BEFORE:
        yield say_look(f"{said}. The next start with --lan makes a new one, with a new fingerprint.")
    else:
        yield say_fine(f"{said}.")


def _examine_leftovers(folder: DataFolder) -> Findings:
    if folder.unfinished.exists():
        yield say_wrong(
            f"A restore into {folder.path} was cut short. Run it again: bothand restore FILE --force"
        )
    for file in sorted(_find_asides(folder)):
        yield say_look(
            f"{file} was put aside. When you no longer need it, delete it: what it holds is sealed, but old."
        )


def _examine_strangers(folder: DataFolder) -> Findings:
    """Whatever Bothand did not put there. It reads and runs none of it; a link could lead one of its own files elsewhere."""
    known = {folder.database, folder.names_secret, folder.server_secret, folder.peopled}
    known |= {folder.lock, folder.unfinished}
    known |= {folder.database.with_name(folder.database.name + end) for end in ("-wal", "-shm", "-journal")}
    known |= {folder.tls, *_find_asides(folder)}
    for file in sorted(folder.path.iterdir()):
        if file.is_symlink():
            yield say_look(f"{file} is a link to {file.resolve()}. Bothand made none. Look who did.")
        elif file not in known:
            yield say_look(
                f"{file} is not of Bothand, which neither reads nor runs it. Look who put it there."
            )


def _find_asides(folder: DataFolder) -> list[Path]:
    return [*folder.path.glob(f"{folder.database.name}.damaged*"), *folder.path.glob(".bothand-*")]
