"""Time that somebody takes for themselves, as more than one room reads it.

*mytime* writes these records, `week` plans around them. In *mine* they say what the time is for, for its owner alone;
the copy in *ours* says *busy*, or the word its owner gives it. There is no field for an answer: time of one's own waits
for nobody's yes, and nothing anybody else writes can end or move it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bothand.vault.body import Opened
from bothand.vault.records import Dated, Record, Shelf, kind

DAY: Final = 24 * 60
WEEK: Final = timedelta(days=7)


@kind(55, version=2, shelf=Shelf.ACCUMULATES)
class Block(Dated, frozen=True, kw_only=True):
    """Time taken once, where its owner lives.

    start  minutes after midnight, 0 to 1439
    end    minutes after midnight, 1 to 1440; not after `start` means on the next day
    word   what it is for; in *ours* what the owner says of it, "" for *busy*
    copy   in *mine*: the id of the copy in *ours*, b"" while it was not said
    zone   in *ours*: the time zone its owner had chosen when they said it, "" in what was said before it was kept
    """

    start: int
    end: int
    word: str = ""
    copy: bytes = b""
    zone: str = ""


@kind(56, version=2, shelf=Shelf.STANDS)
class Weekly(Record, frozen=True, kw_only=True):
    """The same time every week, from `first` on, whose day of the week it is; `last` is the last day it may fall on."""

    first: date
    start: int
    end: int
    last: date | None = None
    word: str = ""
    copy: bytes = b""
    zone: str = ""


Taken = Block | Weekly


@dataclass(frozen=True, slots=True)
class Busy:
    """One stretch of time taken, on one day. `of` is the document it comes from."""

    day: date
    start: int
    end: int
    word: str
    of: Opened[Taken]

    @property
    def begins(self) -> datetime:
        """When it begins, on the owner's clock."""
        return datetime.combine(self.day, time()) + timedelta(minutes=self.start)

    @property
    def ends(self) -> datetime:
        """When it ends, on the owner's clock: on the next day where the end is not after the start."""
        late = DAY if self.end <= self.start else 0
        return datetime.combine(self.day, time()) + timedelta(minutes=self.end + late)


def find_busy(taken: Iterable[Opened[Taken]], first: date, last: date) -> list[Busy]:
    """What is taken from one day to another, in order. Stretches are of the day they begin on."""
    found = [
        Busy(day, one.record.start, one.record.end, one.record.word, one)
        for one in taken
        for day in days_of(one.record, first, last)
    ]
    return sorted(found, key=lambda one: (one.day, one.start, one.end, one.of.id))


def days_of(taken: Taken, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which this falls.

    >>> every = Weekly(first=date(2026, 11, 5), start=1080, end=1260)
    >>> [f"{day:%d %b}" for day in days_of(every, date(2026, 11, 10), date(2026, 11, 26))]
    ['12 Nov', '19 Nov', '26 Nov']
    """
    if isinstance(taken, Block):
        if first <= taken.day <= last:
            yield taken.day
        return
    until = last if taken.last is None else min(last, taken.last)
    day = taken.first
    if day < first:
        day += WEEK * -(-(first - day) // WEEK)
    while day <= until:
        yield day
        day += WEEK


def clock_text(minutes: int) -> str:
    """Minutes after midnight as one reads them.

    >>> clock_text(1110), clock_text(1440)
    ('18:30', '00:00')
    """
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
