"""Heavy work of a request in a process of its own, within a time and a memory: reading a contact file, an export, a division.

Somebody's file may take any time and any memory to read. Here it costs its own process, which ends with it, and at most that:
the pages of everybody else go on, and nothing of it stays in the memory of the server. What is worked on goes there and what
comes of it comes back through pipes, never through a file.
"""

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.worker_process import DONE, FAILED

P = ParamSpec("P")
A = TypeVar("A")
R = TypeVar("R")
AT_ONCE: Final = 2
"""So many work at once. Whoever comes then waits for a place as long as the work itself may take."""
_places = threading.BoundedSemaphore(AT_ONCE)
_COMMAND: Final = (sys.executable, "-I", "-X", "utf8", "-m", "bothand.shell.worker_process")
_ENVIRONMENT: Final = {"LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Nothing else of the server's: no setting, no secret. Numeric libraries reserve memory for each thread."""


class OverBudget(Exception):
    """The work was ended because it would have taken more than it may. `sentence` says so to whoever asked for it."""

    sentence: str | Promise


class TooLong(OverBudget):
    """It took more time than it may."""

    sentence = _(
        "This takes longer than it may here, so it was stopped, and nothing was kept. Try with a part of it."
    )


class TooMuch(OverBudget):
    """It took more memory than it may."""

    sentence = _(
        "This needs more memory than it may have here, so it was stopped, and nothing was kept. Try with a part of it."
    )


class NoPlace(OverBudget):
    """Others' work took all places, for as long as this one would have waited."""

    sentence = _(
        "Others are at work here just now, so this was not begun. Nothing was kept. Try again in a minute."
    )


def run_in_worker(function: Callable[[A], R], argument: A, *, seconds: float, megabytes: int) -> R:
    """What a function of a module makes of its argument, worked out in a process of its own.

    The function stands at the top of a module that needs neither settings nor the database; argument and result are what
    `pickle` takes. `megabytes` are for the work itself, beside what the interpreter and the module take. What the
    function raises is raised here. Raises OverBudget: TooLong, TooMuch, NoPlace.
    """
    if not _places.acquire(timeout=seconds):
        raise NoPlace
    try:
        name = pickle.dumps((function.__module__, function.__qualname__))
        budget = pickle.dumps((seconds, megabytes))
        came, content = _run(b"".join((budget, name, pickle.dumps(argument))), seconds)
    finally:
        _places.release()
    result = pickle.loads(content)  # noqa: S301  our own process wrote it
    if came == FAILED:
        raise result
    return result  # type: ignore[no-any-return]  # it is what the function gave back


def _run(sent: bytes, seconds: float) -> tuple[bytes, bytes]:
    """How it ended, DONE or FAILED, and what came back. Raises TooLong, TooMuch."""
    process = subprocess.Popen(  # noqa: S603  the command is our own
        _COMMAND,
        env=_ENVIRONMENT,
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A traceback would hold words of whoever asked for it.
        stderr=subprocess.DEVNULL,
    )
    with process:
        try:
            came, _nothing = process.communicate(sent, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise TooLong from None
    if came[:1] not in {DONE, FAILED} or process.returncode:
        # It ended without an answer: whatever ended it, its budget is what it ran against.
        raise TooMuch
    return came[:1], came[1:]
