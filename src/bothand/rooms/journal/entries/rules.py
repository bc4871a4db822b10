"""Pure: which prompt a day has, which pages are a year old, short lists of ids."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

from bothand.rooms.journal.records import JournalRecord
from bothand.rooms.journal.sessions.records import WrittenSession
from bothand.vault.records import month_of

LONGEST_ENTRY: Final = 50_000
NEAR_DAYS: Final = 7
LETTER: Final = "E04"
"""The session *A letter to myself*."""


Item = TypeVar("Item")


def pick_prompt(day: date, prompts: Sequence[Item]) -> Item:
    """The prompt of a day: each in turn."""
    return prompts[day.toordinal() % len(prompts)]


def next_prompt(current: str, ids: Sequence[str]) -> str:
    """The id of the prompt after this one, and the first after the last.

    >>> next_prompt("b", ["a", "b"]), next_prompt("", ["a", "b"])
    ('a', 'a')
    """
    return ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]


def find_year_before(day: date) -> date:
    """The same day a year before; 28 February before 29 February.

    >>> find_year_before(date(2024, 2, 29))
    datetime.date(2023, 2, 28)
    """
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def comes_back(record: JournalRecord, then: date) -> bool:
    """Whether something written on the day a year ago stands on *Today*: a page, or a letter to oneself.

    What was written in another session does not come up unasked: it may be of a bad day, or of fear.
    """
    return record.day == then and (
        not isinstance(record, WrittenSession) or (record.session == LETTER and bool(record.words))
    )


def find_days_about(day: date) -> tuple[date, date]:
    """The days that count as *a year ago*: a week to either side."""
    middle = find_year_before(day)
    return middle - timedelta(days=NEAR_DAYS), middle + timedelta(days=NEAR_DAYS)


def list_months(first: date, last: date) -> tuple[str, ...]:
    """The one or two months of a few days."""
    return tuple(dict.fromkeys((month_of(first), month_of(last))))


def add_id(entries: tuple[bytes, ...], one: bytes) -> tuple[bytes, ...]:
    """A list of ids with one more, once."""
    return entries if one in entries else (*entries, one)


def remove_id(entries: Iterable[bytes], one: bytes) -> tuple[bytes, ...]:
    """A list of ids without one."""
    return tuple(each for each in entries if each != one)
