"""The data folder as the commands see it: what lies in it, who may read it, and who uses it now."""

import fcntl
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from bothand.cli.database import is_read_only
from bothand.cli.refusal import Refusal

PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One folder holds all there is. Names here are the only place where they are spelt for the commands."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "bothand.sqlite3"

    @property
    def names_secret(self) -> Path:
        """The secret under which login names are stored."""
        return self.path / "names.key"

    @property
    def peopled(self) -> Path:
        """There as long as somebody has an account: a database without anybody in it is then a loss."""
        return self.path / "people-are-here"

    @property
    def server_secret(self) -> Path:
        """The secret of the server itself; it opens nothing, and is made anew where it is missing."""
        return self.path / "server.key"

    @property
    def tls(self) -> Path:
        """Where `serve --lan` keeps its certificate."""
        return self.path / "tls"

    @property
    def lock(self) -> Path:
        """Held by whoever serves from this folder, or puts a backup into it."""
        return self.path / "lock"

    @property
    def unfinished(self) -> Path:
        """There while a restore is under way; if it stays, that restore was cut short."""
        return self.path / "restore-unfinished"


def default_folder() -> Path:
    """Where data lies unless said otherwise: XDG_DATA_HOME/bothand, by default ~/.local/share/bothand.

    Raises Refusal where this user has no home.
    """
    if shared := os.environ.get("XDG_DATA_HOME"):
        return Path(shared) / "bothand"
    try:
        return Path.home() / ".local" / "share" / "bothand"
    except RuntimeError:
        raise Refusal(
            "This user has no home folder, so there is no usual place for data. Give a folder with --data or BOTHAND_DATA."
        ) from None


def data_option(command: click.decorators.FC) -> click.decorators.FC:
    """`--data FOLDER`, the same in every command."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=True),
        envvar="BOTHAND_DATA",
        default=default_folder,
        show_default="~/.local/share/bothand",
        help="The folder that holds everything. Also BOTHAND_DATA.",
    )(command)


def prepare_folder(path: Path) -> DataFolder:
    """The folder, made private if it is not there yet. Raises Refusal when it cannot be used."""
    try:
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except FileExistsError:
        raise Refusal(f"{path} is a file. Give a folder with --data.") from None
    except OSError as error:
        raise Refusal(
            f"The folder {path} cannot be made: {_reason_for(error)}. Make it yourself, or give another with "
            "--data."
        ) from None
    return existing_folder(path, writing=True)


def existing_folder(path: Path, *, writing: bool) -> DataFolder:
    """The folder, which must be there. Raises Refusal when it is missing or cannot be read (or written)."""
    if not path.is_dir():
        raise Refusal(f"There is no folder {path}. Give the one that holds your data with --data.")
    if writing and is_read_only(path):
        raise Refusal(
            f"The disk that holds {path} is read-only, so nothing can be kept there. What lies there is not damaged by that. "
            "Make a backup of it onto another disk (bothand backup), then look at why: a failing disk often turns read-only."
        )
    if not os.access(path, os.R_OK | os.X_OK) or (writing and not _takes_files(path)):
        doing = "written to" if writing else "read"
        raise Refusal(
            f"The folder {path} cannot be {doing} by this user. "
            f"Give it to the user who runs Bothand (chown), or give another folder with --data."
        )
    folder = DataFolder(path)
    for file in (folder.database, folder.names_secret):
        if file.exists() and not os.access(file, os.R_OK | (os.W_OK if writing else 0)):
            raise Refusal(
                f"The file {file} belongs to somebody else. Give it to the user who runs Bothand (chown)."
            )
    return folder


def open_to_others(folder: DataFolder) -> list[Path]:
    """Whatever in the folder somebody beside its owner could read or change."""
    found = [folder.path, *sorted(folder.path.rglob("*"))]
    return [path for path in found if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & 0o077]


@contextmanager
def sole_use(folder: DataFolder) -> Iterator[None]:
    """Hold the folder while this runs. Raises Refusal when another Bothand holds it.

    The lock goes over to forked workers, so that the folder is free only once the last of them is gone.
    """
    handle = os.open(folder.lock, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(
                f"Bothand already runs with the folder {folder.path}. Stop that one first, or give another "
                "folder with --data."
            ) from None
        yield
    finally:
        os.close(handle)


def _takes_files(path: Path) -> bool:
    """Tried, not asked: root may write to any folder by its mode, and still not to a read-only disk."""
    try:
        with tempfile.TemporaryFile(dir=path):
            return True
    except OSError:
        return False


def _reason_for(error: OSError) -> str:
    return (error.strerror or "no reason given").lower()
