"""`bothand backup FILE`: everything in one checked file, also while Bothand is serving."""

import datetime as dt
import os
from pathlib import Path

import click

from bothand.cli import archive
from bothand.cli.database import DamagedError
from bothand.cli.folder import data_option, existing_folder
from bothand.cli.refusal import Refusal


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
    target = file.absolute()
    try:
        size = archive.write_archive(folder, target, today=dt.datetime.now(dt.UTC).date())
    except DamagedError as damage:
        raise Refusal(
            f"The database is damaged ({damage}), so no backup was written, and {file} is as it was. "
            "bothand doctor says more."
        ) from None
    except OSError as error:
        raise Refusal(f"{file} could not be written: {(error.strerror or str(error)).lower()}.") from None
    click.echo(f"Wrote {file} ({size / 1024 / 1024:.1f} MB), opened it again and found it whole.")
    click.echo(
        "Keep it on another machine. It opens with the passwords that hold today, also if they change later."
    )
