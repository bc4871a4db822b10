"""Connections that wait: so many of one peer and no more, whether they ever say something or not.

The server takes connections and reads heads by itself, so one that says nothing never comes to the front. But each is an
open socket of this process, which may look at those: a thread counts them by peer, and ends what is too much. Behind a
proxy all come from the proxy, and nobody is counted here.
"""

import os
import socket
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bothand.web.front.peers import peer_of

WAITING_PER_PEER: Final = 64
"""A browser keeps six at most; in one household there are a few."""
WAITING: Final = 1536
"""Of all. The server takes some more (`cli.worker.CONNECTIONS`), so that there is room for whoever comes next."""
EVERY_SECONDS: Final = 0.25
_OPEN_FILES: Final = (Path("/proc/self/fd"), Path("/dev/fd"))
_FAMILIES: Final = (socket.AF_INET, socket.AF_INET6)
Client = tuple[str, int]
"""An address and a port at the other end: one connection, as long as it is there."""


@dataclass(slots=True)
class Connections:
    """Which connections are at work, which spoke before, and which of the others have to go."""

    waiting_per_peer: int = WAITING_PER_PEER
    waiting: int = WAITING
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _at_work: Counter[Client] = field(default_factory=Counter)
    _spoke: set[Client] = field(default_factory=set)
    _order: dict[Client, None] = field(default_factory=dict)
    """What is open, in the order in which it was seen first."""

    @contextmanager
    def work(self, client: Client) -> Iterator[None]:
        """A request of this connection is answered meanwhile: it does not wait."""
        with self._guard:
            self._spoke.add(client)
            self._at_work[client] += 1
        try:
            yield
        finally:
            with self._guard:
                self._at_work[client] -= 1
                if not self._at_work[client]:
                    del self._at_work[client]

    def find_excess(self, clients: Iterable[Client]) -> frozenset[Client]:
        """Those of the open connections that have to go. Who never said anything goes first, then who came first."""
        there = dict.fromkeys(clients)
        with self._guard:
            self._spoke &= there.keys()
            at_work, spoke = frozenset(self._at_work), frozenset(self._spoke)
        self._order = {client: None for client in self._order if client in there} | there
        by_peer: defaultdict[str, list[Client]] = defaultdict(list)
        for client in sorted(self._order, key=spoke.__contains__):
            if client not in at_work:
                by_peer[peer_of(client[0], (), behind_proxy=False)].append(client)
        excess: set[Client] = set()
        for held in by_peer.values():
            excess.update(held[: max(0, len(held) - self.waiting_per_peer)])
            del held[: max(0, len(held) - self.waiting_per_peer)]
        for _ in range(sum(map(len, by_peer.values())) - self.waiting):
            excess.add(max(by_peer.values(), key=len).pop(0))
        return frozenset(excess)


def watch_connections(connections: Connections, port: int) -> threading.Event:
    """End what is too much, a few times a second, until the event is set. `port` is where this process listens."""
    stop = threading.Event()
    folder = next((path for path in _OPEN_FILES if path.is_dir()), None)
    if folder is not None:
        threading.Thread(
            target=_watch, args=(connections, folder, port, stop), name="connections", daemon=True
        ).start()
    return stop


def _watch(connections: Connections, folder: Path, port: int, stop: threading.Event) -> None:
    while not stop.wait(EVERY_SECONDS):
        found = dict(_find_open(folder, port))
        for client in connections.find_excess(found):
            _end(found[client], client)


def _find_open(folder: Path, port: int) -> Iterator[tuple[Client, int]]:
    """The connections to this port, each with its descriptor."""
    for name in os.listdir(folder):  # noqa: PTH208  a thousand names, four times a second
        with suppress(OSError), _borrowed(int(name)) as line:
            if line.family in _FAMILIES and line.getsockname()[1] == port:
                host, its_port, *_ = line.getpeername()
                yield (host, its_port), int(name)


def _end(descriptor: int, client: Client) -> None:
    """End a connection; the server notices, and closes it."""
    with suppress(OSError), _borrowed(descriptor) as line:
        if line.getpeername()[:2] == client:
            line.shutdown(socket.SHUT_RDWR)


@contextmanager
def _borrowed(descriptor: int) -> Iterator[socket.socket]:
    """A socket of the server's, to look at. Raises OSError for what is no socket.

    It is neither copied nor closed: closing a copy of the database's descriptor would drop SQLite's locks.
    """
    line = socket.socket(fileno=descriptor)
    try:
        yield line
    finally:
        line.detach()
