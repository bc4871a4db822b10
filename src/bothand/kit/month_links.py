"""A history that is read month by month: the ways to the months beside."""

from datetime import date

from django.urls import reverse

from bothand.shell.parts import Pages
from bothand.vault.timeline import Beside

NOTHING = Pages()


def first_day(month: str) -> date:
    """The first day of a month as shelves name it.

    >>> first_day("2026-11")
    datetime.date(2026, 11, 1)
    """
    return date.fromisoformat(f"{month}-01")


def link_months(months: Beside, url: str, *before: str, within: Pages = NOTHING) -> Pages:
    """The ways on: within the month, else to the months after and before it that have something in them.

    `url` is the name of an address that takes a month, after what stands `before` it.
    """

    def where(month: str) -> str:
        return reverse(url, args=[*before, month]) if month else ""

    return Pages(newer=within.newer or where(months.newer), older=within.older or where(months.older))
