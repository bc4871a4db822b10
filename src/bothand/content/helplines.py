"""Helplines and emergency numbers, by country.

Every line names a public source; a line without a date of checking is flagged `not_checked`, and a line
marked `recheck` is never handed out. The host of an installation can add lines, and replace ours, in a file
of their own.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from bothand.content.loader import (
    DEFAULT_LANGUAGE,
    ContentError,
    Entry,
    Text,
    parse_toml,
    read_toml,
    require,
    require_distinct,
)


class Emergency(Entry, frozen=True):
    """An emergency number of some countries. `note` is empty or says how to use it."""

    number: Text
    countries: tuple[Text, ...]
    note: str = ""


class Helpline(Entry, frozen=True):
    """A line one can call or write to. `text` takes messages, `tty` typed calls; empty where there is none.

    `year` is that of the source, None where it shows none; `checked` the day somebody checked the line, as written; a line
    marked `recheck` is not shown.
    """

    country: Text
    name: Text
    source: Text
    number: str = ""
    text: str = ""
    tty: str = ""
    hours: str = ""
    note: str = ""
    year: int | None = None
    checked_on: str = msgspec.field(name="checked", default="")
    recheck: bool = False

    def __post_init__(self) -> None:
        require(bool(self.number or self.text), f"{self.name} has neither a number nor a text line")
        require(_is_day(self.checked_on), "checked is a date such as 2026-11-24, or empty")

    @property
    def checked(self) -> dt.date | None:
        """The day somebody checked the line, None where nobody has."""
        return dt.date.fromisoformat(self.checked_on) if self.checked_on else None

    @property
    def not_checked(self) -> bool:
        """True where nobody has checked the line: it is then shown as "not checked by us"."""
        return not self.checked_on


class _File(Entry, frozen=True):
    emergency: tuple[Emergency, ...] = ()
    line: tuple[Helpline, ...] = ()
    names: dict[str, Text] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """What is listed for a country: emergency numbers first, then lines. Either may be empty, not both."""

    code: str
    name: str
    emergency: tuple[Emergency, ...]
    lines: tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class _Listing:
    emergency: dict[str, tuple[Emergency, ...]]
    lines: dict[tuple[str, str], Helpline | None]
    names: dict[str, str]


def help_for(
    country: str, *, extra: Path | None = None, language: str = DEFAULT_LANGUAGE
) -> CountryHelp | None:
    """What is listed for a country code such as "DE" or "GB-SCT"; None if nothing is.

    `extra` is the host's own file, in the form of `data/helplines.toml`, with an optional table `names` for
    countries we have no name for. Its emergency numbers take the place of ours for that country, a line of
    the same country and name takes the place of ours, and its lines come first. It is read at each call.

    >>> help_for("DE").emergency[0].number
    '112'
    >>> help_for("XX") is None
    True

    Raises ContentError if a file is missing or not as it has to be.
    """
    listing = _merge_lines(extra)
    emergency = listing.emergency.get(country, ())
    lines = tuple(line for (code, _), line in listing.lines.items() if code == country and line)
    if not emergency and not lines:
        return None
    name = listing.names.get(country) or _country_names(language).get(country, country)
    return CountryHelp(country, name, emergency, lines)


def load_countries(
    *, extra: Path | None = None, language: str = DEFAULT_LANGUAGE
) -> tuple[tuple[str, str], ...]:
    """Codes and names of the countries for which something is listed, by name.

    >>> load_countries()[0]
    ('AU', 'Australia')

    Raises ContentError as `help_for`.
    """
    listing = _merge_lines(extra)
    codes = set(listing.emergency) | {code for (code, _), line in listing.lines.items() if line}
    ours = _country_names(language)
    named = [(code, listing.names.get(code) or ours.get(code, code)) for code in codes]
    return tuple(sorted(named, key=lambda one: (one[1], one[0])))


def _merge_lines(extra: Path | None) -> _Listing:
    ours = _read_ours()
    if extra is None:
        return ours
    try:
        source = extra.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{extra.name}: it can't be read") from error
    theirs = _list_lines(extra.name, parse_toml(extra.name, source, _File))
    rest = {key: line for key, line in ours.lines.items() if key not in theirs.lines}
    return _Listing(ours.emergency | theirs.emergency, theirs.lines | rest, theirs.names)


@cache
def _read_ours() -> _Listing:
    return _list_lines("data/helplines.toml", read_toml("data", "helplines.toml", _File))


@cache
def _country_names(language: str) -> dict[str, str]:
    return read_toml(language, "countries.toml", dict[str, Text])


def _is_day(text: str) -> bool:
    try:
        return not text or bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def _list_lines(where: str, file: _File) -> _Listing:
    emergency: dict[str, tuple[Emergency, ...]] = {}
    for entry in file.emergency:
        for code in entry.countries:
            emergency[code] = (*emergency.get(code, ()), entry)
    require_distinct(where, (f"{line.name} for {line.country}" for line in file.line))
    lines = {(line.country, line.name): None if line.recheck else line for line in file.line}
    return _Listing(emergency, lines, file.names)
