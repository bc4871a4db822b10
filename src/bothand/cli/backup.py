"""`bothand backup FILE`: everything in one checked file, also while Bothand is serving."""

import datetime as dt
import os
import shutil
from pathlib import Path
from typing import Final

import click

from bothand.cli import archive
from bothand.cli.database import DamagedError, OutOfReachError, say_out_of_reach
from bothand.cli.folder import data_option, existing_folder
from bothand.cli.preparation import has_people, say_emptied
from bothand.cli.refusal import Refusal
from bothand.cli.shown import say

MEGABYTE: Final = 1024 * 1024


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_option
def backup(file: Path, data: Path) -> None:
    """Write everything into FILE, which is there whole or not at all.

    An older backup of the same name is replaced; any other file is left alone. Nothing in a backup can be
    read without a password of the people in it. It holds no sessions: after restoring, everybody signs in
    again.
    """
    os.umask(0o077)
    folder = existing_folder(data, writing=False)
    if not folder.database.exists():
        raise Refusal(
            f"There is no database in {folder.path}. Give the folder that holds your data with --data."
        )
    if not folder.names_secret.exists():
        raise Refusal(
            f"The file {folder.names_secret} is missing; a backup without it would open for nobody."
        )
    if file.exists() and not archive.is_backup(file):
        raise Refusal(f"{file} is there and is no backup. It was left alone; give another name.")
    # A symbolic link stays what it is: the backup goes where it leads.
    target = Path(os.path.realpath(file))
    try:
        if folder.peopled.exists() and not has_people(folder.database):
            # A backup of nothing would take the place of one that holds them.
            raise Refusal(f"{say_emptied(folder)} No backup was written, and {file} is as it was.")
        size = archive.write_archive(folder, target, today=dt.datetime.now(dt.UTC).date())
    except DamagedError as damage:
        raise Refusal(
            f"The database is damaged ({damage}), so no backup was written, and {file} is as it was. "
            "bothand doctor says more."
        ) from None
    except OutOfReachError as error:
        raise Refusal(_what_is_full(folder.database, target, error)) from None
    except OSError as error:
        raise Refusal(f"{file} could not be written: {(error.strerror or str(error)).lower()}.") from None
    say(f"Wrote {file} ({size / 1024 / 1024:.1f} MB), opened it again and found it whole.")
    say("Keep it on another machine. It opens with the passwords that hold today, also if they change later.")


def _what_is_full(database: Path, target: Path, error: OutOfReachError) -> str:
    """Which of the two disks it was: the one that is read, or the one that is written."""
    free = shutil.disk_usage(target.parent).free
    if free < 3 * database.stat().st_size:
        return (
            f"{target} was not written: there is too little room on its disk ({free / MEGABYTE:,.1f} MB free; a backup needs "
            "up to three times the size of the database while it is made). Make room, or give a file on another disk."
        )
    return f"No backup was written. {say_out_of_reach(database, error)}"
