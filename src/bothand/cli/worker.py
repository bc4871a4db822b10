"""The serving process: one worker, which holds sweeper and meeting place and ends with its parent."""

import logging
import os
import resource
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, Final

from granian.constants import HTTPModes, Interfaces, SSLProtocols
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from bothand.cli.address import Address
from bothand.cli.shown import say
from bothand.shell.memory import settle_collector
from bothand.vault import schema_watch

CONNECTIONS: Final = 2048
"""More than this many wait in the system's queue. Silent ones cost a few kilobytes each, and HEAD_SECONDS at most."""
HEAD_SECONDS: Final = 10
"""So long may a connection say nothing, or not come to the end of a head; also between two requests."""
HEAD_BYTES: Final = 32 * 1024
_FILES: Final = CONNECTIONS + 512
_LOOK_EVERY: Final = 0.5
_GRACE: Final = 3.0


def serve(address: Address, schema: str) -> None:
    """Serve until a signal ends it. The database must be ready, its `schema` compared, and the environment set."""
    settle_collector()
    _allow_files()
    server = Server(
        "bothand.web.asgi:application",
        address=address.host,
        port=address.port,
        interface=Interfaces.ASGINL,
        workers=1,
        backpressure=CONNECTIONS,
        websockets=False,
        # Alone: many streams in one connection would be a way around every limit that counts connections.
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=1000 * HEAD_SECONDS, max_buffer_size=HEAD_BYTES),
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.error,
        log_access=False,
        ssl_cert=address.tls_cert,
        ssl_key=address.tls_key,
        ssl_protocol_min=SSLProtocols.tls12,
    )
    server.serve(target_loader=partial(_load_application, os.getpid(), address, schema), wrap_loader=False)


def _allow_files() -> None:
    """Each connection is an open file, and many systems allow a process 1,024 until it asks for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _load_application(parent: int, address: Address, schema: str) -> Callable[..., Any]:
    """Runs in the worker: the application, and threads that end the worker with its parent, and connections that are too many."""
    threading.Thread(target=_end_with, args=(parent,), name="end-with-parent", daemon=True).start()
    schema_watch.expect_schema(schema)
    application: Any = import_module("bothand.web.asgi").application
    application.watch_connections(address.port)
    _warm_up()
    settle_collector()
    _silence_logs()
    say(f"Bothand is at {address.url}  (Ctrl+C stops it)")
    return application  # type: ignore[no-any-return]  # it is what the server calls


def _warm_up() -> None:
    """Import all pages now: the first visitor does not wait for it, and what is broken shows at the start."""
    from django.urls import get_resolver

    assert get_resolver().url_patterns


def _silence_logs() -> None:
    """No log may hold what anybody wrote: neither Django's nor the server's own."""
    from bothand.shell import reports

    reports.configure_logging()
    for handler in logging.getLogger("_granian").handlers:
        handler.setFormatter(reports.Formatter())


def _end_with(parent: int) -> None:
    """An orphan would keep the folder locked and open keys in memory, so it goes, kindly, then surely."""
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)  # between two looks: nothing tells that a parent died
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)  # the time it has to end kindly
    os._exit(1)
