"""A temporary folder that belongs to this process of the suite: no other program writes there, and it ends with the run.

Importing this module moves there. The settings do so before anything else, so that whatever asks later, here or in a
program that is started from here, is told this folder. Each worker has its own, inside that of who started it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
_OF_SUITE = "BOTHAND_DATA_OF_TESTS"
ENOUGH = 6 << 30
"""Bytes that must be free in memory for the suite to write there. It fills some hundred megabytes."""


def best_place() -> Path:
    """Where temporary files are made quickest: as told, else in memory if there is plenty, else where the system says.

    Thousands of small databases are written. Tests kill processes and never the machine, so no disk has to be waited for.
    """
    if not os.environ.get("TMPDIR") and os.access(MEMORY, os.W_OK | os.X_OK):
        # Environments of their own are made for some tests, and must be able to run.
        runs = not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
        if runs and shutil.disk_usage(MEMORY).free > ENOUGH:
            return MEMORY
    return Path(tempfile.gettempdir())


def _move_in() -> Path:
    # A short name: a socket's whole path may have 107 bytes, and browsers put theirs here.
    folder = Path(tempfile.mkdtemp(prefix="bh-", dir=best_place()))
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    # SQLite asks for this one first.
    os.environ.pop("SQLITE_TMPDIR", None)
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, owner: int) -> None:
    # A forked child runs its parent's leave-taking too.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def data_folder() -> str:
    """Where this process of the suite has its data: nobody's real folder, and none of another worker's.

    A program that a test started with a folder of its own keeps to that.
    """
    given, of_suite = os.environ.get("BOTHAND_DATA"), os.environ.get(_OF_SUITE)
    if of_suite is not None and given not in (None, of_suite):
        return given
    os.environ[_OF_SUITE] = str(FOLDER / "data")
    return os.environ[_OF_SUITE]


FOLDER = _move_in()
