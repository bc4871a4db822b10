"""A history that is read month by month: the ways to the months beside."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from bothand.shell.parts import Pages


def first_day(month: str) -> date:
    """The first day of a month as shelves name it.

    >>> first_day("2026-11")
    datetime.date(2026, 11, 1)
    """
    return date.fromisoformat(f"{month}-01")


def beside(months: Sequence[str], current: str, url: str) -> Pages:
    """Links to the months with something in them after and before one; `url` is named so and takes a month."""
    newer = [one for one in months if one > current]
    older = [one for one in months if one < current]
    return Pages(
        newer=reverse(url, args=[min(newer)]) if newer else "",
        older=reverse(url, args=[max(older)]) if older else "",
    )
