"""From lines to what a page shows of them."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.kit.inbox import Line
from bothand.rooms.between.pages import LineRow

A_WEEK = timedelta(days=7)


def build_rows(lines: Iterable[Line], today: date) -> tuple[LineRow, ...]:
    """Each line with its day in words, and never an hour."""
    return tuple(LineRow(text=one.text, path=one.path, day=name_day(one.day, today)) for one in lines)


def name_day(day: date, today: date) -> str:
    """Today, yesterday, a day of this week, or a date."""
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    if timedelta(0) < today - day < A_WEEK:
        return date_format(day, "l")
    return date_format(day, "j F" if day.year == today.year else "j F Y")
