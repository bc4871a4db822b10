"""The registry of what can be sealed: a number per kind, a version per shape. Sealed formats only grow.

A kind is a frozen msgspec Struct, stored as a map by field name. New fields are added with a default and the
version is raised; a field is never renamed, retyped or given a new meaning, a number never given twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

import msgspec

from bothand.vault.errors import NewerVersion


class Shelf(StrEnum):
    """Which documents are loaded together. Few and coarse, since the database shows which rows share one."""

    STANDS = "stands"
    CLOSED = "closed"
    ACCUMULATES = "accumulates"
    WRITTEN = "written"
    KEPT = "kept"
    DERIVED = "derived"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The parent of every sealed kind."""


class Dated(Record, frozen=True, kw_only=True):
    """A record that belongs to a day; it lies on the shelf of that day's month."""

    day: date


@dataclass(frozen=True, slots=True)
class Kind:
    """What the registry knows of a kind.

    `one_a_day`: its id follows from its day, so that a day has one row. `one_in_all`: there is one, ever.
    `by_meeting`: made by the meeting place, so it has MACs instead of an author.
    """

    number: int
    version: int
    shelf: Shelf
    one_a_day: bool
    one_in_all: bool
    by_meeting: bool
    type: type[Record]

    def period(self, record: Record) -> str:
        """The part of time a record's shelf is for: a month, or nothing for what stands."""
        return month_of(record.day) if isinstance(record, Dated) else ""


R = TypeVar("R", bound=Record)
_by_number: Final[dict[int, Kind]] = {}
_by_type: Final[dict[type[Record], Kind]] = {}


def kind(
    number: int,
    *,
    version: int = 1,
    shelf: Shelf,
    one_a_day: bool = False,
    one_in_all: bool = False,
    by_meeting: bool = False,
) -> Callable[[type[R]], type[R]]:
    """Register a kind. Raises ValueError for a number that is taken, or for a month's shelf without a day."""

    def register(record: type[R]) -> type[R]:
        taken = _by_number.get(number)
        if taken is not None and taken.type.__qualname__ != record.__qualname__:
            msg = f"kind {number} is {taken.type.__qualname__} already"
            raise ValueError(msg)
        dated = issubclass(record, Dated)
        if (
            dated is (shelf in {Shelf.STANDS, Shelf.CLOSED, Shelf.DERIVED})
            or (one_a_day and not dated)
            or (one_in_all and dated)
        ):
            msg = f"{record.__qualname__}: what stands has no day, all else has one"
            raise ValueError(msg)
        entry = Kind(number, version, shelf, one_a_day, one_in_all, by_meeting, record)
        _by_number[number] = _by_type[record] = entry
        return record

    return register


def kind_of(record: type[Record]) -> Kind:
    """The registry's entry. Raises KeyError for a type that was never registered."""
    return _by_type[record]


def kind_numbered(number: int) -> Kind:
    """The registry's entry. Raises NewerVersion for a number that only a newer program can have written."""
    found = _by_number.get(number)
    if found is None:
        msg = "unknown kind"
        raise NewerVersion(msg)
    return found


def all_kinds() -> tuple[Kind, ...]:
    """All kinds, by number."""
    return tuple(_by_number[number] for number in sorted(_by_number))


def month_of(day: date) -> str:
    """A month as shelves name it.

    >>> month_of(date(2026, 3, 9))
    '2026-03'
    """
    return f"{day.year:04}-{day.month:02}"
