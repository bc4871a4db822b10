"""Lanes of threads: what takes long in one holds up nobody in another. Threads stay, and with them their connections."""

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

Answer = TypeVar("Answer")

PAGE_THREADS: Final = 6
DOOR_THREADS: Final = 1
"""Strangers' passwords are stretched one at a time: the other place (`vault.kdf.AT_ONCE`) is for who is signed in."""
FILE_THREADS: Final = 2
WAY_OUT_THREADS: Final = 2


class Full(Exception):
    """So many wait already, of this peer or in all, that one more would wait too long."""


class Lane:
    """Some threads, and a queue before them that never grows long. For one event loop.

    Of one peer only `at_once` are worked on at the same time: nobody takes every thread.
    """

    def __init__(self, name: str, *, threads: int, waiting: int, per_peer: int, at_once: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._most, self._per_peer, self._at_once = threads + waiting, per_peer, at_once
        self._inside: Counter[str] = Counter()
        self._turns: dict[str, asyncio.Semaphore] = {}

    async def run(self, peer: str, work: Callable[[], Answer]) -> Answer:
        """What `work` gives, in a thread of this lane, first come first served. Raises Full, and what `work` raises."""
        if self._inside.total() >= self._most or self._inside[peer] >= self._per_peer:
            raise Full
        self._inside[peer] += 1
        try:
            async with self._turns.setdefault(peer, asyncio.Semaphore(self._at_once)):
                return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._inside[peer] -= 1
            if not self._inside[peer]:
                del self._inside[peer]
                self._turns.pop(peer, None)


def page_lane() -> Lane:
    """Everything that is not named below."""
    return Lane("page", threads=PAGE_THREADS, waiting=120, per_peer=32, at_once=PAGE_THREADS - 2)


def file_lane() -> Lane:
    """Files that somebody brings: each is read, and works, for long."""
    return Lane("file", threads=FILE_THREADS, waiting=6, per_peer=2, at_once=1)


def door_lane() -> Lane:
    """Signing up and in, and coming back by the code: whoever asks there is still a stranger, and costs a derivation."""
    return Lane("door", threads=DOOR_THREADS, waiting=40, per_peer=3, at_once=DOOR_THREADS)


def way_out_lane() -> Lane:
    """Quick exit, lock, sign-out, help and safety: they come whatever else is asked for."""
    return Lane("way-out", threads=WAY_OUT_THREADS, waiting=200, per_peer=24, at_once=WAY_OUT_THREADS)
