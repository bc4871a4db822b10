"""Making the folder ready to serve: the database of this version.

What needs Django runs in a short process of its own (`python -m bothand.cli.preparation`), and only after an
upgrade; so an ordinary start is quick, and the process that watches over the worker stays small.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from bothand.cli import schema, versions
from bothand.cli.database import (
    DamagedError,
    Migration,
    OutOfReachError,
    check_whole,
    has_table,
    open_for_reading,
    say_out_of_reach,
)
from bothand.cli.folder import PRIVATE_FILE, DataFolder
from bothand.cli.refusal import Refusal

SECRET_BYTES: Final = 32


def prepare_to_serve(folder: DataFolder) -> str:
    """Check the database, bring it to this version, and check that it is what migrations make; the word for its schema.

    Raises Refusal.

    The environment must say where the data lies (BOTHAND_DATA).
    """
    if versions.missing_migrations(check_folder(folder)):
        _bring_up_to_date(folder)
    if has_people(folder.database):
        folder.peopled.touch(mode=PRIVATE_FILE)
    return _check_schema(folder)


def _bring_up_to_date(folder: DataFolder) -> None:
    try:
        if not folder.database.exists():
            folder.database.touch(mode=PRIVATE_FILE)
    except OSError as error:
        raise Refusal(
            f"{folder.database} cannot be made: {(error.strerror or str(error)).lower()}."
        ) from None
    done = subprocess.run(
        [sys.executable, "-m", "bothand.cli.preparation"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Refusal(
            f"The data in {folder.path} could not be made ready for this version: {last}\n"
            "What was there is still there. bothand doctor may say more."
        )


def _check_schema(folder: DataFolder) -> str:
    """Raises Refusal for a database with anything in it that migrations do not make."""
    try:
        with open_for_reading(folder.database) as connection:
            found = schema.read_schema(connection)
            odd = schema.find_differences(found, schema.make_schema())
    except DamagedError as damage:
        raise Refusal(
            f"The database {folder.database} could not be checked ({damage}). Nothing was changed. "
            "bothand doctor may say more."
        ) from None
    if odd:
        raise _refuse_schema(folder, odd)
    return found.word


def _refuse_schema(folder: DataFolder, odd: list[str]) -> Refusal:
    return Refusal(
        f"Somebody changed the database {folder.database} from outside: {'; '.join(odd)}. Bothand does not run "
        "with it, since such a change can copy or take away what is written. Put your last backup in its place: "
        "bothand restore FILE --force"
    )


def check_folder(folder: DataFolder) -> frozenset[Migration]:
    """The migrations the database has seen. Raises Refusal when it is damaged, newer, gone, or lacks its secret."""
    path = folder.database
    if is_lost(folder):
        raise Refusal(
            f"{folder.names_secret} is there, but {path} is missing or empty: people may have been here, and what they kept is "
            "gone. A new house with its door open was not made. Put the file back from where you keep it, or restore a backup: "
            "bothand restore FILE. If nobody ever signed up here, delete names.key and start again."
        )
    try:
        if path.exists() and path.stat().st_size:
            check_whole(path, all_of_it=False)
        seen = versions.applied_migrations(path)
        peopled = bool(seen) and has_people(path)
        intruders = _find_intruders(path) if seen else []
    except DamagedError as damage:
        raise Refusal(
            f"The database {path} is damaged ({damage}). Nothing was changed. Keep a copy of it, then put "
            "your last backup in its place: bothand restore FILE --force"
        ) from None
    except OutOfReachError as error:
        raise Refusal(say_out_of_reach(path, error)) from None
    if folder.peopled.exists() and not peopled:
        raise Refusal(say_emptied(folder))
    if names := versions.newer_migrations(seen):
        raise Refusal(
            f"The database {path} was written by a newer Bothand than this one (it knows "
            f"{', '.join(names)}). Nothing was changed. Install the newer version, or "
            "restore a backup made with this one."
        )
    if intruders:
        # Before anything is written: a trigger would run with the migrations too.
        raise _refuse_schema(folder, [f"{name} is not of Bothand" for name in intruders])
    secret = folder.names_secret
    if (peopled and not secret.exists()) or (secret.exists() and secret.stat().st_size != SECRET_BYTES):
        # A fresh secret would be made, and nobody's login name would be found again.
        raise Refusal(
            f"The file {secret} is missing or damaged, and without it no login name is found. Nothing was "
            "changed. Put it back from where you keep it, or restore a backup, which holds it: "
            "bothand restore FILE --force"
        )
    return seen


def prepare_house() -> None:
    """In the process of its own: migrate."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bothand.web.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def is_lost(folder: DataFolder) -> bool:
    """Whether keys lie beside no database: the first start makes both."""
    path = folder.database
    return folder.names_secret.exists() and not (path.exists() and path.stat().st_size)


def say_emptied(folder: DataFolder) -> str:
    """What is so, and what can be done, where nobody is in the database, though people are here."""
    return (
        f"{folder.database} holds nobody, though people had accounts here ({folder.peopled.name} says so). What they kept is "
        "gone, and no new house with its door open was made of it. Put the database back from where you keep it, or restore "
        f"a backup: bothand restore FILE. If everybody deleted their account, delete {folder.peopled} and start again."
    )


def has_people(path: Path) -> bool:
    with open_for_reading(path) as connection:
        if not has_table(connection, "accounts_account"):
            return False
        return connection.execute("SELECT 1 FROM accounts_account LIMIT 1").fetchone() is not None


def _find_intruders(path: Path) -> list[str]:
    with open_for_reading(path) as connection:
        return schema.find_intruders(schema.read_schema(connection))


if __name__ == "__main__":
    prepare_house()
