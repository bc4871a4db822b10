"""Days as people type them, in the language of the page. A day that could be two days is none: a page asks again."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils import dates, translation
from django.utils.formats import get_format

from bothand.kit.folding import fold_text
from bothand.vault.months import FIRST_YEAR, LAST_YEAR

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?[-/]\s?(\d{1,2})\s?[-/]\s?(\d{4})")
_WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")
_BESIDE: Final = frozenset({"st", "nd", "rd", "th", "of", "the", "de", "del", "di", "a", "o"})
"""What stands in a day in words beside its numbers and its month: 3rd of February, 3 de febrero."""
_FEWEST_LETTERS: Final = 3
_YEAR_DIGITS: Final = 4
_BOTH_WAYS: Final = "en"
"""In English some write the day first and some the month: which was meant shows only where one is above twelve."""


class Parts(NamedTuple):
    """A day, its year None where none was typed."""

    year: int | None
    month: int
    day: int


def read_day(text: str) -> date | None:
    """The day that a text means; None where it means none, or could mean two.

    >>> read_day("3 February 2026"), read_day("03.02.2026"), read_day("2/28/2026"), read_day("3/2/2026")
    (datetime.date(2026, 2, 3), datetime.date(2026, 2, 3), datetime.date(2026, 2, 28), None)
    """
    parts = read_parts(text)
    if parts is None or parts.year is None or not FIRST_YEAR <= parts.year <= LAST_YEAR:
        return None
    return date(parts.year, parts.month, parts.day)


def read_parts(text: str) -> Parts | None:
    """The same, with or without its year; every day that it names can be one."""
    typed = text.strip()
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, found.groups())
        return _pick_one([Parts(year, month, day)])
    if found := _DOTTED.fullmatch(typed):
        return _pick_one([Parts(int(found[3]) if found[3] else None, int(found[2]), int(found[1]))])
    if found := _YEAR_LAST.fullmatch(typed):
        first, second, year = map(int, found.groups())
        orders = _list_orders()
        return _pick_one(
            [Parts(year, second, first)] * ("day" in orders)
            + [Parts(year, first, second)] * ("month" in orders)
        )
    return _read_words(typed)


class DayInput(forms.DateInput):
    """A day: picked in the browser where it can, else typed. Browsers take and send it in one form only."""

    def __init__(self) -> None:
        super().__init__({"type": "date"}, format="%Y-%m-%d")


class Day(forms.DateField):
    """A day as people type it."""

    widget = DayInput

    def to_python(self, value: object) -> date | None:
        """The day. Raises ValidationError."""
        if isinstance(value, date):
            return value
        text = str(value or "").strip()
        if not text:
            return None
        found = read_day(text)
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return found


def _pick_one(choices: Iterable[Parts]) -> Parts | None:
    possible = {parts for parts in choices if _is_day(parts)}
    return possible.pop() if len(possible) == 1 else None


def _is_day(parts: Parts) -> bool:
    try:
        # Where no year was typed, 29 February is a day.
        date(2000 if parts.year is None else parts.year, parts.month, parts.day)
    except ValueError:
        return False
    return True


def _list_orders() -> set[str]:
    """What comes first in numbers in the page's language: the day, the month, or either."""
    language = (translation.get_language() or "").lower()
    if language == _BOTH_WAYS:
        return {"day", "month"}
    numeric = [
        each
        for each in get_format("DATE_INPUT_FORMATS")
        if {"%d", "%m", "%Y"} <= set(re.findall("%.", each)) and each.endswith("%Y")
    ]
    return {"day" if each.index("%d") < each.index("%m") else "month" for each in numeric} or {"day"}


def _read_words(typed: str) -> Parts | None:
    words = _WORD_OR_NUMBER.findall(fold_text(typed))
    numbers = [word for word in words if word.isdecimal()]
    years = [int(word) for word in numbers if len(word) == _YEAR_DIGITS]
    days = [int(word) for word in numbers if len(word) < _FEWEST_LETTERS]
    said = [word for word in words if not word.isdecimal() and not _is_beside(word)]
    if len(days) != 1 or len(years) > 1 or len(days) + len(years) != len(numbers) or len(said) != 1:
        return None
    month = _find_month(said[0])
    return None if month is None else _pick_one([Parts(years[0] if years else None, month, days[0])])


def _is_beside(word: str) -> bool:
    weekdays = (*dates.WEEKDAYS.values(), *dates.WEEKDAYS_ABBR.values())
    return word in _BESIDE or word in {fold_text(str(name)) for name in weekdays}


def _find_month(word: str) -> int | None:
    """The month that a word names or begins to name, in the page's language."""
    names = {number: fold_text(str(name)) for number, name in dates.MONTHS.items()}
    alternative = {number: fold_text(str(name)) for number, name in dates.MONTHS_ALT.items()}
    found = {number for number in names if word in {names[number], alternative[number]}}
    if not found and len(word) >= _FEWEST_LETTERS:
        found = {
            number
            for number in names
            if names[number].startswith(word) or alternative[number].startswith(word)
        }
    return found.pop() if len(found) == 1 else None
