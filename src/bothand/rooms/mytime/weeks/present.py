"""From weeks to what pages show."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format

from bothand.rooms.mytime.rules import format_hours
from bothand.rooms.mytime.weeks.labels import HAD, list_obstacles
from bothand.rooms.mytime.weeks.pages import WeekRow
from bothand.rooms.mytime.weeks.records import Week
from bothand.vault.body import Opened


def present_rows(weeks: Iterable[Opened[Week]], today: date) -> tuple[WeekRow, ...]:
    """Weeks in a table, the newest first; hours as numbers, since the table says that they are."""
    return tuple(
        WeekRow(
            path=find_week_address(one.record.day),
            name=_format_day(one.record.day, today),
            had=str(HAD.get(one.record.had, "")),
            minutes=format_hours(one.record.minutes),
            wished=format_hours(one.record.wished),
            obstacles=list_obstacles(one.record.obstacles),
        )
        for one in sorted(weeks, key=lambda one: one.record.day, reverse=True)
    )


def find_week_address(day: date) -> str:
    """Where the week of a Monday is answered."""
    return f"{reverse('mytime_week')}?of={day.isoformat()}"


def join_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """Label and text, a line each."""
    return "\n".join(f"{label}: {text}" for label, text in pairs)


def _format_day(day: date, today: date) -> str:
    """A short date that no narrow column breaks; its year where it is another."""
    return date_format(day, "j M" if day.year == today.year else "j M Y").replace(" ", "\N{NO-BREAK SPACE}")
