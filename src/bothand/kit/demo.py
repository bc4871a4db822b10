"""What a room is told when the demo is made: it may add a part of its own.

A room with a `demo.py` beside its `room.py` has in it `def put(one: Told, other: Told) -> None`. It writes through its own
code, in order of time within the room, the same for the same day, and nothing that depends on chance.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Protocol

from bothand.accounts.access import Pair
from bothand.accounts.partner import Partner
from bothand.accounts.preferences import Settings
from bothand.kit.fields import ID_BYTES
from bothand.vault.ours import Ours
from bothand.vault.space import Space


class Writer(Protocol):
    """Somebody for whom something invented is written: one of the demo's two, or whom a test looks at."""

    @property
    def mine(self) -> Space:
        """Their own space."""

    @property
    def both(self) -> Ours:
        """What they share, as they open it."""

    @property
    def copy_at(self) -> Callable[[bytes], bytes]:
        """Where the copy of a page of theirs lies in *ours*."""


class WriteOn(Protocol):
    """Moves the clock to a day, at a time as HH:MM, so that what is written next is from then."""

    def __call__(self, day: date, at: str = "20:00") -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One of the two invented people, *noa* and *sam*, with their spaces open.

    account   their account
    copy_at   where the copy of a page of theirs lies in *ours*
    settings  their settings
    partner   the other's name
    today     the day on which the demo is made; the year ends the day before
    day       the day of a week (1 to 52) and a weekday (1 to 7) of that year
    write_on  moves the clock
    """

    login: str
    account: bytes
    settings: Settings
    copy_at: Callable[[bytes], bytes]
    mine: Space
    ours: Ours
    partner: str
    today: date
    day: Callable[[int, int], date]
    write_on: WriteOn

    @property
    def both(self) -> Ours:
        """What the two share; there are two in a demo."""
        return self.ours

    def pair_with(self, other: "Told") -> Pair:
        """The two, as this one has them."""
        partner = Partner(account=other.account, name=other.settings.name, hue=other.settings.hue)
        return Pair(self.ours, self.account, partner)


def made_id(*parts: object) -> bytes:
    """An id for something invented: the same on each day the demo is made."""
    return sha256(repr(parts).encode()).digest()[:ID_BYTES]
