"""What a room says of the other's acts: how each kind of record in *ours* reads in *Between you*, or why it is silent.

A room names it in its manifest (`Room.between`, `Room.due`); `kit.inbox` makes the list of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bothand.accounts import wall_clock
from bothand.accounts.visits import VisitNote
from bothand.vault.body import Opened
from bothand.vault.meeting_place import OwnCopy, Result, result_fits
from bothand.vault.ours import Ours
from bothand.vault.records import Record
from bothand.vault.space import Lot


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a room says of one act: a sentence, where it leads, and whether it waits for an answer of mine.

    `settled` says that I answered it: then it stands on the page alone, and on *Today* no more. `day` is when it happened, where that is another day than the document's last change.
    """

    text: str
    path: str
    waits: bool = False
    settled: bool = False
    day: date | None = None


class Around:
    """What a room may look at to put an act into words. Everything is read once for all rooms."""

    def __init__(
        self,
        *,
        me: bytes,
        name: str,
        ours: Ours,
        today: date,
        zone: str,
        standing: Callable[[], Lot[Any]],
        own: Callable[[], Lot[Any]],
        note: Callable[[], VisitNote | None],
    ) -> None:
        self.me = me
        self.name = name
        self.ours = ours
        self.today = today
        self.zone = zone
        self.beside: dict[bytes, Opened[Any]] = {}
        """Documents of *ours* that an act is about, as its `Told.beside` named them."""
        self.unopened = 0
        self.note = note
        """What was noted at my last visit."""
        self._standing = standing
        self._own = own

    def standing(self, kind: type[Record]) -> list[Opened[Any]]:
        """What stands in *ours* of a kind, of either author."""
        return [one for one in self._standing().items if isinstance(one.record, kind)]

    def own(self, kind: type[Record]) -> list[Opened[Any]]:
        """What stands in *mine* of a kind."""
        return [one for one in self._own().items if isinstance(one.record, kind)]

    def load_beside(self, ids: Iterable[bytes]) -> None:
        """Load what acts are about. One query."""
        wanted = sorted({one for one in ids if one and one not in self.beside})
        if wanted:
            lot = self.ours.query(ids=wanted)
            self.beside.update({one.id: one for one in lot.items})

    def day_of(self, moment: datetime) -> date:
        """The day a moment has where I live."""
        return moment.astimezone(wall_clock.zone_of(self.zone)).date()


def _nothing_beside(_one: Opened[Any], _around: Around) -> Sequence[bytes]:
    return ()


@dataclass(frozen=True, slots=True)
class Told:
    """How the other's records of a kind read. `beside` names the documents of *ours* that the words are about.

    `lasting` says that a record may wait for me again without being changed, as when I take an answer back.
    """

    tell: Callable[[Opened[Any], Around], Sequence[News]]
    beside: Callable[[Opened[Any], Around], Sequence[bytes]] = _nothing_beside
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Silent:
    """That the other's records of a kind make no line, and why."""

    why: str


Between = Mapping[type[Record], Told | Silent]


def find_copy(made: Opened[Result], around: Around, family: str) -> OwnCopy | None:
    """My own answer of which a result was made, where it is one of a family of questions and is proved to be mine."""
    return next(
        (
            one.record
            for one in around.own(OwnCopy)
            if one.record.topic == made.record.topic
            and one.record.sort.startswith(family)
            and result_fits(made.record, around.me, one.record)
        ),
        None,
    )
