"""A history that is read month by month: the ways to the months beside."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse

from bothand.shell.parts import Pages
from bothand.vault.records import Record, kind_of
from bothand.vault.space import Lot, Space
from bothand.vault.timeline import Beside

NOTHING = Pages()


def first_day(month: str) -> date:
    """The first day of a month as shelves name it.

    >>> first_day("2026-11")
    datetime.date(2026, 11, 1)
    """
    return date.fromisoformat(f"{month}-01")


class MonthRead(NamedTuple):
    """A month of a history: its name and first day ("" and None where there is none yet), what it holds, and those beside it."""

    name: str
    first: date | None
    lot: Lot[Any]
    beside: Beside


def read_month(space: Space, *kinds: type[Record], wanted: str = "") -> MonthRead:
    """The month wanted, else the newest that holds something on the kinds' shelf, with its documents. Two queries."""
    beside = space.months_beside(kind_of(kinds[0]).shelf, wanted)
    lot = space.query(*kinds, months=[beside.shown] if beside.shown else [])
    return MonthRead(beside.shown, first_day(beside.shown) if beside.shown else None, lot, beside)


def link_months(months: Beside, url: str, *before: str, within: Pages = NOTHING) -> Pages:
    """The ways on: within the month, else to the months after and before it that have something in them.

    `url` is the name of an address that takes a month, after what stands `before` it.
    """

    def where(month: str) -> str:
        return reverse(url, args=[*before, month]) if month else ""

    return Pages(newer=within.newer or where(months.newer), older=within.older or where(months.older))


class Window(NamedTuple):
    """Some months in a row that hold something, the first first; and where the windows after and before them end, "" for none."""

    newer: str
    shown: tuple[str, ...]
    older: str


def pick_window(months: Sequence[str], wanted: str, count: int) -> Window:
    """So many of the months that hold something, up to the month wanted, else up to the newest.

    A clock that was wrong or an import may have put something anywhere, so what lies between is not counted.

    >>> pick_window(["1970-01", "2026-09", "2026-10", "2026-11"], "", 2)
    Window(newer='', shown=('2026-10', '2026-11'), older='2026-09')
    >>> pick_window(["1970-01", "2026-09", "2026-10", "2026-11"], "2026-09", 2)
    Window(newer='2026-11', shown=('1970-01', '2026-09'), older='')
    """
    end = bisect_right(months, wanted) if wanted else len(months)
    start = max(0, end - count)
    newer = months[min(end + count, len(months)) - 1] if end < len(months) else ""
    return Window(newer, tuple(months[start:end]), months[start - 1] if start else "")


def link_window(window: Window, path: str) -> Pages:
    """The ways on from a window, as addresses that name the month in which it ends."""

    def find_address(month: str) -> str:
        return f"{path}?to={month}" if month else ""

    return Pages(newer=find_address(window.newer), older=find_address(window.older))
