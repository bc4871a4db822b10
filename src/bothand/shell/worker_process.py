"""The other end of `worker.run_in_worker`: reads what is to be done from a pipe, does it within its limits, answers, ends.

It takes little time to start: nothing is imported but what the work needs.
"""

import os
import pickle
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

DONE: Final = b"+"
FAILED: Final = b"-"
_MEGABYTE: Final = 1024 * 1024


def main() -> None:
    """Do one piece of work. Without an answer on the pipe, it took more than it may."""
    answer = os.fdopen(os.dup(1), "wb")
    # What a library may print goes nowhere, not between what is answered.
    os.dup2(2, 1)
    came = sys.stdin.buffer
    seconds, megabytes = pickle.load(came)  # noqa: S301  our own server wrote it
    module, name = pickle.load(came)  # noqa: S301  our own server wrote it
    try:
        function = getattr(import_module(module), name)
        _limit_process(seconds, megabytes)
        result, ended = function(pickle.load(came)), DONE  # noqa: S301  our own server wrote it
    except (MemoryError, SystemError):
        # The second is how the interpreter breaks where it finds no memory for what it notes itself.
        return
    except Exception as error:  # noqa: BLE001  whatever the work raises is raised by whoever asked for it
        result, ended = error, FAILED
    answer.write(ended + pickle.dumps(result))
    answer.close()


def _limit_process(seconds: float, megabytes: int) -> None:
    """So much memory beside what is taken already, so much processor time, no file, no core file."""
    room = megabytes * _MEGABYTE
    taken = _taken_bytes()
    if taken:
        resource.setrlimit(resource.RLIMIT_AS, (taken + room, taken + room))
    whole = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _taken_bytes() -> int:
    """The addresses that this process has taken; 0 on a system that does not tell, and keeps no such limit either."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main()
