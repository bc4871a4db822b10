"""Pure: ways to reach somebody as one types them, a line each, and back: what was not touched stays as it was. Birthdays.

What is typed and what a contact file brings has the same limits, and a birthday is read in the same ways.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from bothand.rooms.people.records import Way

LONGEST_NAME: Final = 300
LONGEST_WAYS: Final = 8_000
LONGEST_NOTE: Final = 20_000
"""Letters; of ways, all of them together, a line each."""
NO_YEAR: Final = 1604
"""The year that phones write for one that is not known."""
_NUMBER = re.compile(r"[+(]?[\d(][\d\s()/.\-]{2,}$")
_WEB = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+$")
_LABEL = re.compile(r"([^:@/\d]{1,40}): +(.+)$")
_BIRTHDAYS: Final = tuple(
    re.compile(look, re.ASCII)
    for look in (
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T.*)?",
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?:[T ].*)?",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})?",
        r"(?:--)?(?P<month>\d{2})-(?P<day>\d{2})",
        r"--(?P<month>\d{2})(?P<day>\d{2})",
    )
)


def write_way(way: Way) -> str:
    """A way in a line.

    >>> write_way(Way(sort="tel", value="+43 1 23", label="choir"))
    'choir: +43 1 23'
    """
    return " ".join((f"{way.label}: {way.value}" if way.label else way.value).split("\n"))


def write_ways(ways: Sequence[Way]) -> str:
    """Ways, a line each."""
    return "\n".join(write_way(way) for way in ways)


def read_ways(text: str, before: Sequence[Way] = ()) -> tuple[Way, ...]:
    r"""Ways from lines. A line that was there keeps all that is known of it; a new one is known by its look.

    >>> [way.sort for way in read_ways("ines@example.org\n+43 660 123\nwork: www.example.org\nRosengasse 1")]
    ['email', 'tel', 'url', 'adr']
    """
    there: dict[str, list[Way]] = {}
    for way in before:
        there.setdefault(write_way(way), []).append(way)
    # Two that read the same, one of home and one of work, are taken in turn.
    lines = (line for line in text.split("\n") if line.strip())
    found = [there[line].pop(0) if there.get(line) else _read_way(line) for line in lines]
    return tuple(dict.fromkeys(found))


def read_birthday(text: str, *, no_year: str = str(NO_YEAR)) -> str:
    """A birthday as we keep it: with or without a year, day first where there are dots; "" for what is none.

    `no_year` is the year that stands for an unknown one; so does a year of noughts.

    >>> read_birthday("17.4."), read_birthday("04-17"), read_birthday("17.4.1980"), read_birthday("19800417"), read_birthday("soon")
    ('--04-17', '--04-17', '1980-04-17', '1980-04-17', '')
    """
    found = next((match for look in _BIRTHDAYS if (match := look.fullmatch(text.strip()))), None)
    if found is None:
        return ""
    said = found.groupdict()
    year = said.get("year") or str(NO_YEAR)
    known = int(year) and year not in {str(NO_YEAR), no_year}
    try:
        # Any leap year will do where none is known: 29 February is a birthday.
        day = date(int(year) if known else NO_YEAR, int(said["month"]), int(said["day"]))
    except ValueError:
        return ""
    return day.isoformat() if known else f"--{day.month:02}-{day.day:02}"


def show_birthday(birthday: str) -> str:
    """A birthday as its field takes it again."""
    return birthday.removeprefix("--")


def _read_way(line: str) -> Way:
    label, value = "", line
    if (found := _LABEL.match(line)) and not _WEB.match(line):
        label, value = found[1], found[2]
    sort = next(
        (name for name, look in (("email", _MAIL), ("url", _WEB), ("tel", _NUMBER)) if look.match(value)),
        "adr",
    )
    parts = ("", "", value, "", "", "", "") if sort == "adr" else ()
    return Way(sort=sort, value=value, label=label, parts=parts)
