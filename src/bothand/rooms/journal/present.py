"""From what was opened to what a page shows."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import TypeVar

from django.urls import reverse
from django.utils.formats import date_format

from bothand.kit.finding import EXCERPT_LETTERS, Excerpt, cut_text
from bothand.rooms.journal.pages import Listed
from bothand.rooms.journal.records import JournalRecord
from bothand.rooms.journal.sessions.present import find_title
from bothand.rooms.journal.sessions.records import WrittenSession
from bothand.vault.body import Opened

L = TypeVar("L", bound=JournalRecord)


def list_written(
    entries: Iterable[Opened[L]],
    marked: Collection[bytes] = (),
    excerpt: Callable[[str], Excerpt] = lambda text: Excerpt(cut_text(text, EXCERPT_LETTERS)),
    when: str = "j F Y",
) -> tuple[Listed, ...]:
    """Pages as a list shows them, in the order given; `when` is the format of their day."""
    return tuple(
        Listed(
            path=find_address(one),
            when=date_format(one.record.day, when) + (f", {one.record.at}" if one.record.at else ""),
            excerpt=excerpt(one.record.words),
            favourite=one.id in marked,
            about=find_title(one.record.session) if isinstance(one.record, WrittenSession) else "",
        )
        for one in entries
    )


def find_address(one: Opened[L]) -> str:
    """Where it is read whole."""
    return reverse(
        "journal_session" if isinstance(one.record, WrittenSession) else "journal_entry", args=[one.hex]
    )


def sort_newest_first(entries: Iterable[Opened[L]]) -> list[Opened[L]]:
    """By day, time and when they were put in."""
    return sorted(entries, key=_order_key, reverse=True)


def _order_key(one: Opened[L]) -> tuple[date, str, datetime, bytes]:
    return (one.record.day, one.record.at, one.created, one.id)
