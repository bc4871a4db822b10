"""What a room is told when the demo is made: it may add a part of its own.

A room with a `demo.py` beside its `room.py` has in it `def put(one: Told, other: Told) -> None`. It writes through its own
code, in order of time within the room, the same for the same day, and nothing that depends on chance.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bothand.vault.ours import Ours
from bothand.vault.space import Space


class WriteOn(Protocol):
    """Moves the clock to a day, at a time as HH:MM, so that what is written next is from then."""

    def __call__(self, day: date, at: str = "20:00") -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One of the two invented people, *noa* and *sam*, with their spaces open.

    partner   the other's name
    today     the day on which the demo is made; the year ends the day before
    day       the day of a week (1 to 52) and a weekday (1 to 7) of that year
    write_on  moves the clock
    """

    login: str
    mine: Space
    ours: Ours
    partner: str
    today: date
    day: Callable[[int, int], date]
    write_on: WriteOn
