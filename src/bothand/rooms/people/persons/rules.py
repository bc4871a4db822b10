"""Ways to reach somebody as one types them, a line each, and back: what was not touched stays as it was."""

import re
from collections.abc import Sequence

from bothand.rooms.people.records import Way
from bothand.rooms.people.vcards.reader import parse_birthday

_NUMBER = re.compile(r"[+(]?[\d(][\d\s()/.\-]{2,}$")
_WEB = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+$")
_LABEL = re.compile(r"([^:@/\d]{1,40}): +(.+)$")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?$", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})$", re.ASCII)


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


def read_birthday(text: str) -> str:
    """A birthday as people write one: with or without a year, day first where there are dots; "" for none.

    >>> read_birthday("17.4."), read_birthday("04-17"), read_birthday("17.4.1980"), read_birthday("1980-04-17")
    ('--04-17', '--04-17', '1980-04-17', '1980-04-17')
    """
    text = text.strip()
    if found := _DAY_FIRST.match(text):
        day, month, year = found.groups()
        text = f"{year or '-'}-{int(month):02}-{int(day):02}"
    elif found := _MONTH_DAY.match(text):
        text = f"--{text}"
    return parse_birthday(text)


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
