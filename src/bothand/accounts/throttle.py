"""Slowing down guesses: answers *wait* and never sleeps, so that nobody can tie up the server by guessing.

Lives in memory: a restart forgets, which helps a guesser less than writing down who tried what would harm. A try is counted
before it is looked at, so that a hundred at once are a hundred.

Nobody is locked out by others' guesses. Wrong tries count for a name *from one address*; a device that signed in before is
counted apart and waits half a minute at most; the recovery code has a count of its own. What all strangers together may try
at one name, and one address at all names, is a pace and never a lock.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

FREE_TRIES: Final = 5
FIRST_WAIT: Final = 5.0
LONGEST_WAIT: Final = 900.0
LONGEST_WAIT_KNOWN: Final = 30.0
REMEMBERED: Final = 10_000


@dataclass(slots=True)
class _Tries:
    counted: int
    free_at: float


class Throttle:
    """Counts tries per key until one is right; `ticks` are seconds of a clock that never runs backwards."""

    def __init__(self) -> None:
        self._tries: OrderedDict[bytes, _Tries] = OrderedDict()
        self._guard = Lock()

    def count_try(self, key: bytes, ticks: float, *, known: bool) -> int:
        """Count a try and give 0 when it may be looked at now; else the whole seconds to wait, and nothing is counted."""
        longest = LONGEST_WAIT_KNOWN if known else LONGEST_WAIT
        with self._guard:
            tries = self._tries.pop(key, None) or _Tries(0, ticks)
            wait = _whole_seconds(tries.free_at - ticks)
            if not wait:
                tries.counted += 1
                over = tries.counted - FREE_TRIES
                if over >= 0:
                    tries.free_at = ticks + min(longest, FIRST_WAIT * 2.0 ** min(over, 16))
            self._tries[key] = tries
            _forget_oldest(self._tries)
        return wait

    def take_back(self, key: bytes, ticks: float) -> None:
        """Uncount a try that was not looked at after all."""
        with self._guard:
            if key in self._tries:
                tries = self._tries[key]
                tries.counted, tries.free_at = tries.counted - 1, min(tries.free_at, ticks)

    def passed(self, key: bytes) -> None:
        """A right try: the slate is clean."""
        with self._guard:
            self._tries.pop(key, None)

    def forget(self) -> None:
        """Everything, as after a restart."""
        with self._guard:
            self._tries.clear()


@dataclass(slots=True)
class _Left:
    turns: float
    at: float


class Pace:
    """So many turns at once per key, and one more each `every` seconds: a bound for many, a lock for nobody."""

    def __init__(self, most: int, every: float) -> None:
        self._most, self._every = most, every
        self._left: OrderedDict[bytes, _Left] = OrderedDict()
        self._guard = Lock()

    def take_turn(self, key: bytes, ticks: float) -> int:
        """Take a turn and give 0; or the whole seconds until there is one, and nothing is taken."""
        with self._guard:
            left = self._left.pop(key, None) or _Left(self._most, ticks)
            left.turns = min(self._most, left.turns + (ticks - left.at) / self._every)
            left.at = ticks
            wait = _whole_seconds((1 - left.turns) * self._every)
            if not wait:
                left.turns -= 1
            self._left[key] = left
            _forget_oldest(self._left)
        return wait

    def give_back(self, key: bytes) -> None:
        """The turn was not needed."""
        with self._guard:
            if key in self._left:
                self._left[key].turns += 1

    def forget(self) -> None:
        """Everything, as after a restart."""
        with self._guard:
            self._left.clear()


signing_in = Throttle()
tries_of_address = Pace(30, 10.0)
"""Wrong tries from one address, whatever the name."""
tries_at_name = Pace(120, 0.5)
"""Wrong passwords for one name from all devices that never signed in: ten that guess stay well below."""
new_of_address = Pace(5, 900.0)
"""New accounts from one address, where anybody may sign up."""
new_of_all = Pace(60, 60.0)
"""New accounts from everywhere, where anybody may sign up."""


def forget_all() -> None:
    """Everything that was counted, as after a restart."""
    for counted in (signing_in, tries_of_address, tries_at_name, new_of_address, new_of_all):
        counted.forget()


def _whole_seconds(seconds: float) -> int:
    return max(0, -int(-seconds // 1))


def _forget_oldest(kept: OrderedDict[bytes, Any]) -> None:
    while len(kept) > REMEMBERED:
        kept.popitem(last=False)
