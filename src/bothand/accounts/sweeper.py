"""A thread of the one worker process: locks what was left open, whether or not anybody asks for a page."""

import logging
import threading
from typing import Final

from django.db import DatabaseError, close_old_connections, connection

from bothand.accounts import sessions

EVERY: Final = 5.0
_log = logging.getLogger("bothand.sweeper")


def start_sweeper() -> threading.Event:
    """Lock everything, then sweep every few seconds; the event stops it."""
    sessions.lock_everything()
    connection.close()
    stop = threading.Event()
    threading.Thread(target=_run, args=(stop,), name="sweeper", daemon=True).start()
    return stop


def _run(stop: threading.Event) -> None:
    while not stop.wait(EVERY):
        try:
            sessions.sweep_sessions()
        except DatabaseError as error:
            # A busy or vanished database must not end the sweeping; the next round tries again.
            _log.warning("sweep failed: %s", type(error).__name__)
        finally:
            close_old_connections()
