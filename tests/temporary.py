"""A temporary folder that belongs to this process of the suite: no other program writes there, and it ends with the run.

Importing this module moves there. The settings do so before anything else, so that whatever asks later, here or in a
program that is started from here, is told this folder. Each worker has its own, inside that of who started it.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def _move_in() -> Path:
    # A short name: a socket's whole path may have 107 bytes, and browsers put theirs here.
    folder = Path(tempfile.mkdtemp(prefix="bh-"))
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    # SQLite asks for this one first.
    os.environ.pop("SQLITE_TMPDIR", None)
    atexit.register(_remove, folder, os.getpid())
    return folder


def _remove(folder: Path, owner: int) -> None:
    # A forked child runs its parent's leave-taking too.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


FOLDER = _move_in()
