"""A history that is read month by month: the ways to the months beside."""

from collections.abc import Callable
from datetime import date

from django.urls import reverse

from bothand.shell.parts import Pages
from bothand.vault.beside import Beside


def first_day(month: str) -> date:
    """The first day of a month as shelves name it.

    >>> first_day("2026-11")
    datetime.date(2026, 11, 1)
    """
    return date.fromisoformat(f"{month}-01")


def address(url: str) -> Callable[[str], str]:
    """Where each month stands, by the name of an address that takes a month."""
    return lambda month: reverse(url, args=[month])


def beside(months: Beside, within: Pages, where: Callable[[str], str]) -> Pages:
    """The ways on: within the month, else to the months after and before it that have something in them."""
    return Pages(
        newer=within.newer or (where(months.newer) if months.newer else ""),
        older=within.older or (where(months.older) if months.older else ""),
    )
