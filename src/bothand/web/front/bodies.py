"""Bodies, read whole into memory before a page hears of them: each has a deadline, and all together have limits.

Nobody is turned away because others are slow: when too many wait, the one goes that has waited longest, of the peer
that has most waiting. An honest body is there within moments and is never that one.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

Receive = Callable[[], Awaitable[Any]]

IDLE_SECONDS: Final = 10.0
"""So long may nothing come."""
WHOLE_SECONDS: Final = 20.0
"""So long may any body take in all; a large one may take longer, by its size at the slowest pace."""
SLOWEST: Final = 50_000
"""Bytes a second: less than any connection on which somebody would bring a file."""
FORM_BYTES: Final = 3 * 1024 * 1024
"""More than any form may hold (Django's own limit is 2 MB, and says so in a page)."""
FILE_BYTES: Final = 66 * 1024 * 1024
"""A copy of 64 MB, and what a form puts around it."""
WAITING: Final = 64
WAITING_PER_PEER: Final = 8
HELD_BYTES: Final = 200 * 1024 * 1024
"""So much may be held by bodies that are still coming."""


class TooSlow(Exception):
    """The body did not come in time, or its place was needed."""


class TooLarge(Exception):
    """The body is larger than it may be, or than there is room for just now."""


class Gone(Exception):
    """Whoever sent it is gone."""


@dataclass(eq=False, slots=True)
class _Reading:
    peer: str
    task: asyncio.Task[Any]
    held: int = 0
    dropped: bool = False


@dataclass(slots=True)
class Bodies:
    """The bodies that are coming just now. For one event loop."""

    waiting: int = WAITING
    waiting_per_peer: int = WAITING_PER_PEER
    held_bytes: int = HELD_BYTES
    idle_seconds: float = IDLE_SECONDS
    whole_seconds: float = WHOLE_SECONDS
    _readings: list[_Reading] = field(default_factory=list)
    """In the order in which they began."""

    async def read(self, peer: str, receive: Receive, *, length: int | None, largest: int) -> bytes:
        """The whole body. `length` is what the head says of it, or None. Raises TooSlow, TooLarge, Gone."""
        if length == 0:
            return b""
        if length is not None and length > largest:
            raise TooLarge
        async with self._place(peer) as reading:
            return await self._collect(reading, receive, length, largest)

    async def _collect(self, reading: _Reading, receive: Receive, length: int | None, largest: int) -> bytes:
        now = asyncio.get_running_loop().time
        begun, parts = now(), list[bytes]()
        while True:
            late = begun + self.whole_seconds + (reading.held if length is None else length) / SLOWEST
            try:
                async with asyncio.timeout_at(min(late, now() + self.idle_seconds)):
                    message = await receive()
            except TimeoutError:
                raise TooSlow from None
            if message["type"] != "http.request":
                raise Gone
            part = message.get("body", b"")
            parts.append(part)
            reading.held += len(part)
            if reading.held > largest or sum(each.held for each in self._readings) > self.held_bytes:
                raise TooLarge
            if not message.get("more_body", False):
                return b"".join(parts)

    @asynccontextmanager
    async def _place(self, peer: str) -> AsyncIterator[_Reading]:
        task = asyncio.current_task()
        if task is None:
            msg = "a body is read in a task"
            raise RuntimeError(msg)
        own = [each for each in self._readings if each.peer == peer]
        if len(own) >= self.waiting_per_peer:
            self._drop(own[0])
        elif len(self._readings) >= self.waiting:
            self._drop(self._longest_of_most())
        reading = _Reading(peer, task)
        self._readings.append(reading)
        try:
            yield reading
        except asyncio.CancelledError:
            if not reading.dropped:
                raise
            task.uncancel()
            raise TooSlow from None
        finally:
            if not reading.dropped:
                self._readings.remove(reading)

    def _drop(self, reading: _Reading) -> None:
        self._readings.remove(reading)
        reading.dropped = True
        reading.task.cancel()

    def _longest_of_most(self) -> _Reading:
        counts: dict[str, int] = {}
        for each in self._readings:
            counts[each.peer] = counts.get(each.peer, 0) + 1
        return max(self._readings, key=lambda each: counts[each.peer])
