"""Whom to call, in every country at once, so that choosing one sends nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from bothand.content import helplines
from bothand.content.helplines import Emergency, Helpline
from bothand.content.loader import ContentError, find_languages

_DIALLED = re.compile(r"\+?[\d\s()/-]+")


@dataclass(frozen=True, slots=True)
class UrgentNumber:
    """An emergency number; `dial` is what a phone dials, and `added` whether it is the host's and not ours."""

    shown: Emergency
    dial: str
    added: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A helpline; `dial` and `added` as above. `dial` is empty where there is nothing to dial."""

    shown: Helpline
    dial: str
    added: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A country and whom to call there, emergency numbers first."""

    name: str
    emergency: tuple[UrgentNumber, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All countries by name. `unread`: the host's file could not be read, and these are ours alone."""

    countries: tuple[Country, ...]
    unread: bool


def list_helplines(extra: Path | None, language: str) -> Listing:
    """Everything listed, with what the host's own file `extra` adds.

    A file that cannot be read takes nothing away: who needs a number at that moment gets ours, and is told.
    """
    if extra is None:
        return Listing(_present_countries(None, 0, language), unread=False)
    try:
        return Listing(add_host_lines(extra, language), unread=False)
    except (ContentError, OSError):
        return Listing(_present_countries(None, 0, language), unread=True)


def add_host_lines(extra: Path, language: str) -> tuple[Country, ...]:
    """Everything listed, the host's own file among it. Raises OSError, ContentError where it cannot be read."""
    return _present_countries(extra, extra.stat().st_mtime_ns, language)


def dial_number(number: str) -> str:
    """What a phone dials for a number as it is written; "" for what is none, as "START to 88788".

    >>> dial_number("0808 2000 247"), dial_number("+358 80 005 005"), dial_number("1-800-799-7233"), dial_number("START to 88788")
    ('08082000247', '+35880005005', '18007997233', '')
    """
    if not _DIALLED.fullmatch(number):
        return ""
    return number.strip()[:1].replace(" ", "") + "".join(
        sign for sign in number.strip()[1:] if sign.isdigit()
    )


@lru_cache(maxsize=8)
def _present_countries(extra: Path | None, _changed: int, language: str) -> tuple[Country, ...]:
    """By the day of the file's last change, so that it is read once and again when it was edited."""
    return tuple(
        _present_country(code, extra, language)
        for code, _ in helplines.load_countries(extra=extra, language=language)
    )


def _present_country(code: str, extra: Path | None, language: str) -> Country:
    ours = helplines.help_for(code, language=language)
    known = {*ours.emergency, *ours.lines} if ours else set()
    found = helplines.help_for(code, extra=extra, language=language)
    if found is None:
        raise ContentError(f"{code}: nothing is listed any more")
    return Country(
        found.name,
        tuple(UrgentNumber(one, dial_number(one.number), one not in known) for one in found.emergency),
        tuple(Line(one, dial_number(one.number), one not in known) for one in found.lines),
    )


def list_languages() -> tuple[tuple[str, str], ...]:
    """Code and own name of each language that this page can be read in; nothing where there is no choice."""
    there = find_languages()
    offered = tuple((code, str(name)) for code, name in settings.LANGUAGES if code.split("-")[0] in there)
    return offered if len(offered) > 1 else ()
