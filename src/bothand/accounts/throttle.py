"""Slowing down guesses: answers *wait* and never sleeps, so that nobody can tie up the server by guessing.

Lives in memory: a restart forgets, which helps a guesser less than writing down who tried what would harm. A device
that signed in before is counted apart and waits half a minute at most, so that nobody can lock a person out of their
own phone by guessing elsewhere.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final

FREE_TRIES: Final = 5
FIRST_WAIT: Final = 5.0
LONGEST_WAIT: Final = 900.0
LONGEST_WAIT_KNOWN: Final = 30.0
REMEMBERED: Final = 10_000


@dataclass(slots=True)
class _Tries:
    failed: int
    free_at: float


class Throttle:
    """Counts wrong tries per key; `ticks` are seconds of a clock that never runs backwards."""

    def __init__(self) -> None:
        self._tries: OrderedDict[bytes, _Tries] = OrderedDict()
        self._guard = Lock()

    def wait(self, key: bytes, ticks: float) -> int:
        """Whole seconds until a try under `key` is looked at; 0 when now."""
        with self._guard:
            tries = self._tries.get(key)
        return 0 if tries is None else max(0, -int(-(tries.free_at - ticks) // 1))

    def failed(self, key: bytes, ticks: float, *, known: bool) -> None:
        """A wrong try."""
        longest = LONGEST_WAIT_KNOWN if known else LONGEST_WAIT
        with self._guard:
            tries = self._tries.pop(key, None) or _Tries(0, ticks)
            tries.failed += 1
            over = tries.failed - FREE_TRIES
            if over >= 0:
                tries.free_at = ticks + min(longest, FIRST_WAIT * 2.0 ** min(over, 16))
            self._tries[key] = tries
            while len(self._tries) > REMEMBERED:
                self._tries.popitem(last=False)

    def passed(self, key: bytes) -> None:
        """A right try: the slate is clean."""
        with self._guard:
            self._tries.pop(key, None)

    def forget(self) -> None:
        """Everything, as after a restart."""
        with self._guard:
            self._tries.clear()


signing_in = Throttle()
