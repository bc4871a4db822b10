"""Helplines and emergency numbers, by country.

Every line names a public source; a line without a date of checking is flagged `not_checked`, and a line
marked `recheck` is never handed out. The host of an installation can add lines, and replace ours, in a file
of their own.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, parse_toml, read_text, read_toml


@dataclass(frozen=True, slots=True)
class Emergency:
    """An emergency number of a country. `note` is empty or says how to use it."""

    number: str
    note: str


@dataclass(frozen=True, slots=True)
class Helpline:
    """A line one can call or write to. `text` takes messages, `tty` typed calls; empty where there is none.

    `year` is that of the source, None where it shows none; `checked` the day somebody checked the line.
    """

    name: str
    number: str
    text: str
    tty: str
    hours: str
    note: str
    source: str
    year: int | None
    checked: dt.date | None

    @property
    def not_checked(self) -> bool:
        """True where nobody has checked the line: it is then shown as "not checked by us"."""
        return self.checked is None


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
    theirs = _read_listing(parse_toml(extra.name, source))
    rest = {key: line for key, line in ours.lines.items() if key not in theirs.lines}
    return _Listing(ours.emergency | theirs.emergency, theirs.lines | rest, theirs.names)


@cache
def _read_ours() -> _Listing:
    return _read_listing(parse_toml("data/helplines.toml", read_text("data", "helplines.toml")))


@cache
def _country_names(language: str) -> dict[str, str]:
    return read_toml(language, "countries.toml").every_text()


def _read_listing(top: Fields) -> _Listing:
    emergency: dict[str, tuple[Emergency, ...]] = {}
    for row in top.rows("emergency"):
        entry = Emergency(row.text("number"), row.text("note", ""))
        for code in row.texts("countries"):
            emergency[code] = (*emergency.get(code, ()), entry)
        row.done()
    lines: dict[tuple[str, str], Helpline | None] = {}
    for row in top.rows("line"):
        code, line, hidden = _read_line(row)
        if (code, line.name) in lines:
            raise ContentError(f"{row.where}: {line.name} stands twice for {code}")
        lines[code, line.name] = None if hidden else line
    names = top.table("names").every_text() if top.has("names") else {}
    top.done()
    return _Listing(emergency, lines, names)


def _read_line(row: Fields) -> tuple[str, Helpline, bool]:
    code, checked, year = row.text("country"), row.text("checked", ""), row.number("year", 0)
    hidden = row.flag("recheck")
    try:
        day = dt.date.fromisoformat(checked) if checked else None
    except ValueError as error:
        raise ContentError(f"{row.where}: checked is a date such as 2026-11-24, or empty") from error
    line = Helpline(
        name=row.text("name"),
        number=row.text("number", ""),
        text=row.text("text", ""),
        tty=row.text("tty", ""),
        hours=row.text("hours", ""),
        note=row.text("note", ""),
        source=row.text("source"),
        year=year or None,
        checked=day,
    )
    row.done()
    if not (line.number or line.text):
        raise ContentError(f"{row.where}: {line.name} has neither a number nor a text line")
    return code, line, hidden
