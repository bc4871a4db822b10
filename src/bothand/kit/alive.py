"""What is alive between two: each room says it of its own (`Room.alive`), and *Ours* draws and lists all of it.

It is read from *ours* alone, so that both see the same, locked or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.utils.functional import Promise

from bothand.vault.body import Opened
from bothand.vault.ours import Ours
from bothand.vault.records import Record
from bothand.vault.space import Lot

Picture = Literal["talk", "agreement", "boundary", "week", "work", "ground", "page"]
Whose = Literal["mine", "ours", "theirs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alive:
    """Something alive between two.

    of     in which of the two circles it is drawn, or where they meet
    mark   a word or two that stand below its picture
    title  what it is, in whole words; `own` where they are somebody's own words
    soon   when it comes up, None for what simply stands
    """

    picture: Picture
    of: Whose
    mark: str
    title: str
    own: bool = False
    about: str
    path: str
    soon: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """How two begin something in a room: in a few words, and what it is."""

    title: str | Promise
    about: str | Promise


@dataclass(slots=True, kw_only=True)
class Looking:
    """What a room may look at to say what is alive.

    lot        everything that stands in *ours*, read once for all rooms
    me, other  the accounts of the two; `partner` is the other's name
    zone       the time zone of who looks
    """

    lot: Lot[Any]
    ours: Ours
    me: bytes
    other: bytes
    partner: str
    zone: str
    today: date
    unopened: int = 0

    def several(self, kind: type[Record], ids: Sequence[bytes], *more: type[Record]) -> list[Opened[Any]]:
        """Documents of *ours* with these ids. One query, none for no ids."""
        return self._counted(self.ours.query(kind, *more, ids=ids)) if ids else []

    def months(self, kind: type[Record], periods: Sequence[str], *more: type[Record]) -> list[Opened[Any]]:
        """Documents of *ours* in these months. One query."""
        return self._counted(self.ours.query(kind, *more, months=periods))

    def _counted(self, found: Lot[Any]) -> list[Opened[Any]]:
        self.unopened += found.unopened
        return list(found.items)
