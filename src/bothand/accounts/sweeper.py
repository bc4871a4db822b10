"""A thread of the one worker process: locks what was left open, whether or not anybody asks for a page."""

import logging
import threading
from collections.abc import Callable
from itertools import count
from typing import Final

from django.db import DatabaseError, close_old_connections, connection

from bothand.accounts import sessions
from bothand.vault import schema_watch

EVERY: Final = 15.0
"""Each beat writes, and waits for the disk. What is to be locked is locked on time, or one beat later."""
_BEATS_A_MINUTE: Final = 4
_log = logging.getLogger("bothand.sweeper")


def start_sweeper(each_minute: Callable[[], None] = lambda: None) -> threading.Event:
    """Lock everything, then sweep at each beat; the event stops it. `each_minute` is done besides, between sweeps."""
    sessions.lock_everything()
    connection.close()
    stop = threading.Event()
    threading.Thread(target=_run_sweeps, args=(stop, each_minute), name="sweeper", daemon=True).start()
    return stop


def sweep() -> None:
    """One beat: lock what was left open too long; and everything, where somebody changed the schema meanwhile."""
    sessions.sweep_sessions()
    if schema_watch.is_foreign():
        sessions.lock_everything()


def _run_sweeps(stop: threading.Event, each_minute: Callable[[], None]) -> None:
    for beat in count(1):
        if stop.wait(EVERY):
            return
        if beat % _BEATS_A_MINUTE == 0:
            each_minute()
        try:
            sweep()
        except DatabaseError as error:
            # A busy or vanished database must not end the sweeping; the next round tries again.
            _log.warning("sweep failed: %s", type(error).__name__)
        finally:
            close_old_connections()
