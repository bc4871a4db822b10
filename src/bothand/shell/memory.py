"""Nothing of a request stays in memory after its answer.

Python lets an object go when nothing refers to it any more; objects that refer to each other in a circle stay until the
collector comes by. Django leaves such circles, and in them stood opened keys and what somebody had written, also after *mine*
was locked (docs/decisions/leftovers.md). Each cut below is held by tests/test_leftovers.py; there are no others in the house.
Nor does a thread that ended leave its connection to the database.
"""

import gc
import sqlite3
import threading
from collections import deque
from contextlib import suppress
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

_NEW_CONTAINERS: Final = 50_000
"""So many may be new before the collector looks by itself. A page makes some thousand and leaves none."""


class ReleasedForm(forms.Form):
    """A form that goes when its request does: neither its fields nor its mistakes lead back to it."""

    def __getitem__(self, name: str) -> forms.BoundField:
        """The field with what stands in it, made anew each time; Django keeps it, and each would keep the other."""
        return self.fields[name].get_bound_field(self, name)

    def add_error(self, field: str | None, error: Any) -> None:
        """Note what is wrong, but not the frames from which it was raised: those lead back to this form."""
        if isinstance(error, ValidationError):
            for each in (error, *getattr(error, "error_list", ())):
                each.__traceback__ = each.__context__ = each.__cause__ = None
        super().add_error(field, error)


class ReleasedUpload(MemoryFileUploadHandler):
    """A file that somebody brings is taken in memory. When all has arrived, its handler lets go of the request."""

    def upload_complete(self) -> None:
        """All files are read."""
        self.request = None


class _OpenConnections:
    """What a thread has open, by name. It goes with the thread, at once, and leaves it to others to close.

    The thread itself must not: closing calls what Django registered with SQLite, for which Python needs the thread's state,
    and that is just being taken apart. The server crashed of it.
    """

    def __init__(self) -> None:
        self.by_alias: dict[str, sqlite3.Connection] = {}

    def __del__(self) -> None:
        _left_open.extend(self.by_alias.values())


_of_this_thread: Final = threading.local()
_left_open: Final[deque[sqlite3.Connection]] = deque()


def close_with_threads() -> None:
    """From now on, close a thread's connection after the thread has ended: before another is made, and each minute.

    The server lets threads go that nobody needs, and makes new ones for the next burst. Django keeps each thread's connection
    in a circle of objects, so its files and up to 16 MB of pages stayed until the collector came by.
    """
    connection_created.connect(_note_connection, dispatch_uid="bothand.shell.memory")


def close_left_connections() -> None:
    """Close what threads that ended had open."""
    with suppress(IndexError):
        while True:
            _left_open.popleft().close()


def _note_connection(connection: BaseDatabaseWrapper, **_: object) -> None:
    close_left_connections()
    if not hasattr(_of_this_thread, "open"):
        _of_this_thread.open = _OpenConnections()
    if isinstance(connection.connection, sqlite3.Connection):
        _of_this_thread.open.by_alias[connection.alias] = connection.connection


def settle_collector() -> None:
    """Tell the collector that what is loaded stays for good, and not to look in the midst of a page.

    Frozen, what is loaded is shared with the worker and never walked again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_CONTAINERS)


def collect_leftovers() -> None:
    """Close what threads that ended had open, and let the collector look between pages at what libraries left."""
    close_left_connections()
    gc.collect()
