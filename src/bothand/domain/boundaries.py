"""Boundaries as more than one room reads them, and what a line takes away from what two plan.

A boundary is about its owner. So a line takes away an option or a time only where its owner takes part, and never what
is the other's alone: `boundary_reaches` is the one place that says so, and a property test holds it to that.

*boundaries* writes these records; `agreements` and `week` read them. Records lie in *mine* (`Boundary`) and, as a copy
that was shown, in *ours* (`SharedBoundary`). Which options a line rules out stands in *mine* only: put beside the
options of an agreement, it would name whose limit closed one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

import msgspec

from bothand.relationship import Firmness
from bothand.vault.body import Opened
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.space import Lot

DAY: Final = 24 * 60
WEEK: Final = 7


class Reach(StrEnum):
    """What of its owner's life a boundary is about: what they do by themselves, what the two do together, or both."""

    ALONE = "alone"
    JOINT = "joint"
    BOTH = "both"


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """The same hours on some days of every week, where their owner lives.

    days   0 for Monday to 6 for Sunday
    start  minutes after midnight, 0 to 1439
    end    minutes after midnight, 1 to 1440; not after `start` means on the next day
    """

    days: tuple[int, ...]
    start: int = 0
    end: int = DAY

    def pieces(self) -> tuple[tuple[int, int, int], ...]:
        """As (day, start, end) within one day each; what goes past midnight is two.

        >>> Times(days=(6,), start=1320, end=120).pieces()
        ((6, 1320, 1440), (0, 0, 120))
        """
        found: list[tuple[int, int, int]] = []
        for day in self.days:
            if self.start < self.end:
                found.append((day, self.start, self.end))
                continue
            found.append((day, self.start, DAY))
            if self.end > 0:
                found.append(((day + 1) % WEEK, 0, self.end))
        return tuple(found)


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A boundary in its owner's words, as it is kept, shown and kept again. Fields are only appended.

    kind      relationship.BoundaryKind, by its value
    area      relationship.SHARED_AREAS, by its name; "" for none of them
    reach     Reach, by its value
    firmness  relationship.Firmness, by its value
    when will what its owner does: "When ..., I will ..."
    wish      what they wish that the other does: it can be answered with no
    protects  what it keeps safe
    honour    how it can be honoured: it can be answered with no
    raising   how to raise things with its owner
    times     the hours it is about, if it is about some
    """

    kind: str = ""
    area: str = ""
    reach: str = Reach.BOTH.value
    firmness: str = Firmness.FLEXIBLE.value
    when: str = ""
    will: str = ""
    wish: str = ""
    protects: str = ""
    honour: str = ""
    raising: str = ""
    times: tuple[Times, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it asks anything of the other: only that can be answered with no."""
        return bool(self.wish or self.honour)

    @property
    def is_line(self) -> bool:
        """Whether it is a line: what its owner does, and cannot move."""
        return bool(self.will) and self.firmness == Firmness.LINE.value


@kind(80, shelf=Shelf.STANDS)
class Boundary(Record, frozen=True, kw_only=True):
    """In *mine*: a boundary of one's own, shown or not.

    number   which wording this is, from 1 on; `since` the day of it
    said     how its owner means to say it, from rehearsing
    review   the day on which its owner wants to look at it again, None for never
    ended    the day it ended, None while it stands
    options  the options of agreements that it rules out, as `agreements` names them
    """

    words: Wording
    since: date
    number: int = 1
    said: str = ""
    review: date | None = None
    ended: date | None = None
    options: tuple[str, ...] = ()


class Ref(msgspec.Struct, frozen=True, kw_only=True):
    """A document of *ours*, and the digest of exactly that."""

    id: bytes
    digest: bytes


@kind(81, shelf=Shelf.STANDS)
class SharedBoundary(Record, frozen=True, kw_only=True):
    """In *ours*: the copy of a boundary that its owner shows. Its author is its owner.

    since     the day of this wording; `ended` the day it ended, None while it stands
    versions  every wording that was shown, the newest last: a document each, and the digest of it
    """

    words: Wording
    since: date
    versions: tuple[Ref, ...]
    ended: date | None = None

    @property
    def digest(self) -> bytes:
        """The digest of the wording that stands: an answer names what it answers by it. b"" where there is none."""
        return self.versions[-1].digest if self.versions else b""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, as far as a plan needs it. `owner` is an account, `id` the document it comes from."""

    id: bytes
    owner: bytes
    area: str
    reach: Reach
    times: tuple[Times, ...] = ()
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Option:
    """Something that could be agreed. `key` names it; `concerns` are the accounts of those who take part in it."""

    key: str
    concerns: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of a day that something could be planned in: minutes after midnight, `day` 0 to 6 from Monday on."""

    day: int
    start: int
    end: int
    concerns: frozenset[bytes]


def boundary_reaches(line: Line, concerns: Collection[bytes]) -> bool:
    """Whether a line has a say about what these people take part in: only ever with its owner among them.

    >>> line = Line(b"1", b"noa", "time", Reach.BOTH)
    >>> boundary_reaches(line, {b"noa", b"sam"}), boundary_reaches(line, {b"noa"}), boundary_reaches(line, {b"sam"})
    (True, True, False)
    """
    if line.owner not in concerns:
        return False
    joint = any(one != line.owner for one in concerns)
    return line.reach is not (Reach.ALONE if joint else Reach.JOINT)


def taken_options(lines: Iterable[Line], options: Iterable[Option]) -> dict[str, tuple[bytes, ...]]:
    """The options that lines take away, by key, each with the ids of the lines: so that its owner sees where."""
    known = tuple(lines)
    found = {
        one.key: tuple(
            line.id for line in known if one.key in line.options and boundary_reaches(line, one.concerns)
        )
        for one in options
    }
    return {key: ids for key, ids in found.items() if ids}


def taken_times(lines: Iterable[Line], slot: Slot) -> tuple[tuple[int, int, bytes], ...]:
    """The parts of a slot that lines take away, as (start, end, id of the line), in order; they may overlap."""
    found = [
        (max(start, slot.start), min(end, slot.end), line.id)
        for line in lines
        if boundary_reaches(line, slot.concerns)
        for times in line.times
        for day, start, end in times.pieces()
        if day == slot.day and start < slot.end and end > slot.start
    ]
    return tuple(sorted(found))


def left_of(lines: Iterable[Line], slot: Slot) -> tuple[Slot, ...]:
    """What lines leave of a slot, in order.

    >>> line = Line(b"1", b"noa", "time", Reach.JOINT, (Times(days=(0,), start=60, end=120),))
    >>> [(one.start, one.end) for one in left_of([line], Slot(0, 0, 180, frozenset({b"noa", b"sam"})))]
    [(0, 60), (120, 180)]
    """
    free: list[Slot] = []
    at = slot.start
    for start, end, _line in taken_times(lines, slot):
        if start > at:
            free.append(Slot(slot.day, at, start, slot.concerns))
        at = max(at, end)
    if at < slot.end:
        free.append(Slot(slot.day, at, slot.end, slot.concerns))
    return tuple(free)


def own_lines(lot: Lot[Any], owner: bytes) -> tuple[Line, ...]:
    """One's own lines that stand, shown or not, among what stands in *mine*: for nobody else's eyes."""
    return tuple(
        _line(one, owner, frozenset(one.record.options))
        for one in lot.items
        if isinstance(one.record, Boundary) and one.record.words.is_line and one.record.ended is None
    )


def shared_lines(lot: Lot[Any]) -> tuple[Line, ...]:
    """The lines of both that were shown and stand, among what stands in *ours*; of each its author is the owner."""
    return tuple(
        _line(one, one.author, frozenset())
        for one in lot.items
        if isinstance(one.record, SharedBoundary) and one.record.words.is_line and one.record.ended is None
    )


def ruling_out(boundary: Boundary, key: str) -> Boundary:
    """A line of one's own with one more option that it rules out, once."""
    if key in boundary.options:
        return boundary
    return msgspec.structs.replace(boundary, options=(*boundary.options, key))


def _line(one: Opened[Any], owner: bytes, options: frozenset[str]) -> Line:
    words: Wording = one.record.words
    return Line(one.id, owner, words.area, _reach(words.reach), words.times, options)


def _reach(word: str) -> Reach:
    """What a newer program may have written otherwise reads as everything its owner takes part in."""
    return Reach(word) if word in set(Reach) else Reach.BOTH
