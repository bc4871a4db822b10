"""The serving process: one worker, which holds sweeper and meeting place and ends with its parent."""

import gc
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, Final

import click
from granian.constants import Interfaces, SSLProtocols
from granian.log import LogLevels
from granian.server import Server

from bothand.cli.address import Address

THREADS: Final = 6
# More than this many requests at once wait in the system's queue instead of in our memory.
AT_ONCE: Final = 64
_LOOK_EVERY: Final = 0.5
_GRACE: Final = 3.0
_LIVE_AT_ONCE: Final = 50_000
"""How many containers may be new before the collector looks at them. A page makes some thousand and leaves none."""


def serve(address: Address) -> None:
    """Serve until a signal ends it. The database must be ready and the environment set."""
    # What is loaded so far is shared with the worker; frozen, the collector does not touch and copy it.
    settle_worker()
    server = Server(
        "bothand.web.wsgi:application",
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        backpressure=AT_ONCE,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.error,
        log_access=False,
        ssl_cert=address.tls_cert,
        ssl_key=address.tls_key,
        ssl_protocol_min=SSLProtocols.tls12,
    )
    server.serve(target_loader=partial(_load, os.getpid(), address.url), wrap_loader=False)


def _load(parent: int, url: str) -> Callable[..., Any]:
    """Runs in the worker: the application, and a thread that ends the worker when its parent is gone."""
    threading.Thread(target=_end_with, args=(parent,), name="end-with-parent", daemon=True).start()
    application: Callable[..., Any] = import_module("bothand.web.wsgi").application
    _warm_up()
    settle_worker()
    _hush()
    click.echo(f"Bothand is at {url}  (Ctrl+C stops it)")
    return application


def settle_worker() -> None:
    """Tell the collector that what is loaded stays for good, and to look seldom.

    A request leaves no circles behind (tests/test_leftovers.py), so there is next to nothing to find, and each look in
    the midst of a page walks over all that the page has made so far.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_LIVE_AT_ONCE)


def _warm_up() -> None:
    """Import all pages now: the first visitor does not wait for it, and what is broken shows at the start."""
    from django.urls import get_resolver

    assert get_resolver().url_patterns


def _hush() -> None:
    """No log may hold what anybody wrote: neither Django's nor the server's own."""
    from bothand.shell import reports

    reports.configure_logging()
    for handler in logging.getLogger("_granian").handlers:
        handler.setFormatter(reports.Formatter())


def _end_with(parent: int) -> None:
    """An orphan would keep the folder locked and open keys in memory, so it goes, kindly, then surely."""
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)
    os._exit(1)
