"""Pure: what the lines of a card mean for us, and what of them is left behind.

Dialects, as documented and as their exports look: iOS and macOS (`item1.TEL` with `item1.X-ABLabel`, a birthday without
a year as 1604), Google (`X-ABLabel` too, `CATEGORIES:myContacts`), Outlook (2.1, quoted-printable, `X-MS-…`).
"""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from bothand.rooms.people.persons.rules import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_WAYS,
    NO_YEAR,
    read_birthday,
    write_way,
)
from bothand.rooms.people.records import GIVES, GROUPS, WISHES, Dropped, Person, Way
from bothand.rooms.people.rules import MOST_MET
from bothand.rooms.people.vcards.rules import PICTURES, Card, Line, read_cards, split_fields, unescape_text

OWN: Final = "X-BOTHAND"
WITHOUT_MEANING: Final = frozenset(
    "VERSION PRODID REV X-ABLABEL X-ABADR CLASS SORT-STRING X-ABSHOWAS X-PHONETIC-FIRST-NAME PROFILE MAILER".split()
)
"""Lines that say how the file was made: leaving them behind loses nothing of a person."""
CARRIER: Final = frozenset({"internet", "voice", "x-internet", "type", "pref=1", "8bit", "7bit"})
"""Types that tell nothing: every e-mail address is of the internet, every number takes a voice."""
MOST_NAMED: Final = 5
"""So many of those of whom something was left behind are named."""
MOST_LISTED: Final = 50
NAME_IN_ROW: Final = 60
_NAMES: Final = ("FN", "N")
_APPLE = re.compile(r"_\$!<(.*)>!\$_$")


class Brought(msgspec.Struct, frozen=True):
    """People a file brought, without ids of ours; what was left behind, by the name of the line."""

    people: tuple[Person, ...]
    dropped: tuple[Dropped, ...]


def read_contacts(content: bytes) -> Brought:
    """The people in a contact file. Raises NoContacts, TooMany, TooDeep.

    Lists of contacts (`KIND:group`) are no people; they are counted among what was left behind. A card that was cut off
    gives what is there of it.
    """
    dropped = _DroppedLines()
    people = []
    for card in read_cards(content):
        if _is_list(card):
            dropped.add("LIST")
            continue
        person, left = _read_person(card)
        if person is None:
            left.append("NAMELESS")
        else:
            people.append(person)
        for name in left:
            dropped.add(name, person.name if person else "")
        if not card.whole:
            dropped.add("BROKEN", person.name if person else "")
    return Brought(tuple(people), dropped.list())


class _DroppedLines:
    """What is left behind of a file: how often, and of whom."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._whose: dict[str, dict[str, None]] = {}

    def add(self, line: str, name: str = "") -> None:
        line = line[:NAME_IN_ROW]
        self._counts[line] = self._counts.get(line, 0) + 1
        whose = self._whose.setdefault(line, {})
        if name and line not in PICTURES and len(whose) <= MOST_NAMED:
            whose[name[:NAME_IN_ROW]] = None

    def list(self) -> tuple[Dropped, ...]:
        """By the name of the line; names only where so few are meant that all can be said."""
        return tuple(
            Dropped(line=line, count=count, whose=tuple(whose) if len(whose) <= MOST_NAMED else ())
            for line, count in sorted(self._counts.items())
            for whose in (self._whose[line],)
        )


def _is_list(card: Card) -> bool:
    return any(
        line.name in {"KIND", "X-ADDRESSBOOKSERVER-KIND"} and line.raw.strip().lower() == "group"
        for line in card.lines
    )


def _read_person(card: Card) -> tuple[Person | None, list[str]]:
    """One card's person, or None without any name or way; and the names of the lines that were left behind."""
    labels = {
        line.group: _read_label(line.raw) for line in card.lines if line.name == "X-ABLABEL" and line.group
    }
    said: dict[str, Any] = {}
    notes: list[str] = []
    categories: dict[str, None] = {}
    ways: dict[Way, None] = {}
    printed: list[Line] = []
    left = list(card.passed)
    for line in card.lines:
        if not line.readable:
            left.append("UNREAD")
            if line.name not in _NAMES:
                continue
        if not line.raw.strip(" ;") or line.name in WITHOUT_MEANING:
            continue
        if line.name == "LABEL":
            printed.append(line)
        elif line.name == "NOTE":
            notes.append(unescape_text(line.raw))
        elif line.name == "CATEGORIES":
            categories |= dict.fromkeys(_read_categories(line))
        elif (way := _read_way(line, labels.get(line.group, ""))) is not None:
            ways[way] = None
        elif not _take_line(line, said):
            left.append(line.name)
    if any(way.sort == "adr" for way in ways):
        left += ["LABEL"] * len(printed)
    else:
        ways |= dict.fromkeys(map(_read_printed, printed))
    name = said.pop("name", "") or _find_name(said, tuple(ways))
    if not name:
        return None, left
    if said.get("parts") == name_as_given(name):
        del said["parts"]
    person = Person(
        id=b"",
        name=name,
        ways=tuple(ways),
        note="\n\n".join(notes),
        categories=tuple(categories),
        **said,
    )
    fitting, cut = _fit_person(person)
    return fitting, left + cut


def _take_line(line: Line, said: dict[str, Any]) -> bool:
    """Put what a line says where it belongs; False where we have no place for it, or have one already."""
    if line.name == OWN:
        return _take_own(line, said)
    reader = _READERS.get(line.name)
    if reader is None:
        return False
    key, value = reader(line)
    if not value:
        return False
    return bool(said.setdefault(key, value) == value)


_READERS: Final[dict[str, Callable[[Line], tuple[str, Any]]]] = {
    "FN": lambda line: ("name", " ".join(unescape_text(line.raw).split())),
    "N": lambda line: ("parts", _read_parts(line, 5)),
    "NICKNAME": lambda line: ("nickname", unescape_text(line.raw)),
    "ORG": lambda line: ("org", tuple(one for one in split_fields(line.raw) if one)),
    "TITLE": lambda line: ("title", unescape_text(line.raw)),
    "UID": lambda line: ("uid", unescape_text(line.raw)),
    "BDAY": lambda line: (
        "birthday",
        read_birthday(unescape_text(line.raw), no_year=line.params.get("X-APPLE-OMIT-YEAR", str(NO_YEAR))),
    ),
}
_SORTS: Final = {"TEL": "tel", "EMAIL": "email", "ADR": "adr", "URL": "url", "IMPP": "im"}


def keep_types(types: Sequence[str]) -> tuple[str, ...]:
    """The types that tell something, once each, in the order of letters.

    >>> keep_types(("internet", "home", "pref", "home"))
    ('home', 'pref')
    """
    return tuple(sorted({one for one in types if one not in CARRIER}))


def _read_way(line: Line, label: str) -> Way | None:
    sort = _SORTS.get(line.name)
    if sort is None:
        return None
    types = keep_types(line.types)
    if sort == "adr":
        parts = _read_parts(line, 7)
        return (
            Way(sort=sort, value=join_address(parts), label=label, types=types, parts=parts)
            if any(parts)
            else None
        )
    value = unescape_text(line.raw).strip()
    if sort == "tel":
        value = value.removeprefix("tel:")
    return Way(sort=sort, value=value, label=label, types=types) if value else None


def _read_categories(line: Line) -> list[str]:
    return [one for one in split_fields(line.raw, ",") if one and one.lower() != "mycontacts"]


def _read_printed(line: Line) -> Way:
    """An address as it is printed, where the card has no other."""
    lines = (one.strip() for one in unescape_text(line.raw).split("\n"))
    street = ", ".join(one for one in lines if one)
    return Way(sort="adr", value=street, types=keep_types(line.types), parts=("", "", street, "", "", "", ""))


def name_as_given(name: str) -> tuple[str, ...]:
    """The parts of a name where nobody said them: the whole stands as the given one, since 3.0 asks for parts."""
    return ("", name, "", "", "")


def join_address(parts: tuple[str, ...]) -> str:
    """An address in one line, as one reads it.

    >>> join_address(("", "", "Gasse 1", "Wien", "", "1010", "Austria"))
    'Gasse 1, 1010 Wien, Austria'
    """
    box, extended, street, city, region, code, country = (" ".join(part.split()) for part in parts)
    town = " ".join(part for part in (code, city) if part)
    return ", ".join(part for part in (box, extended, street, town, region, country) if part)


def _read_parts(line: Line, count: int) -> tuple[str, ...]:
    found = split_fields(line.raw)
    while len(found) > count and not found[-1]:
        found.pop()
    # Signs too many belong to the last part: nothing is lost.
    head, tail = found[: count - 1], ";".join(found[count - 1 :])
    parts = (*head, *([""] * (count - 1 - len(head))), tail)
    return parts if any(parts) else ()


def _read_label(raw: str) -> str:
    text = unescape_text(raw).strip()
    found = _APPLE.match(text)
    return found[1].lower() if found else text


def _find_name(said: dict[str, Any], ways: Sequence[Way]) -> str:
    """A name where none was given: from its parts, the nickname, the firm, a way to reach them."""
    family, given, additional, before, after = said.get("parts") or ("",) * 5
    joined = " ".join(part for part in (before, given, additional, family, after) if part)
    return " ".join(
        (
            joined
            or said.get("nickname")
            or ", ".join(said.get("org", ()))
            or (ways[0].value if ways else "")
        ).split()
    )


def _fit_person(person: Person) -> tuple[Person, list[str]]:
    """Somebody as far as our own form takes them, and what is said of the rest."""
    cut: list[str] = []

    def fit_text(text: str, longest: int = LONGEST_NAME, told: str = "LONG") -> str:
        if len(text) > longest:
            cut.append(told)
        return text[:longest]

    def fit_list(texts: Sequence[str]) -> tuple[str, ...]:
        cut.extend(["LONG"] * (len(texts) > MOST_LISTED))
        return tuple(fit_text(text) for text in texts[:MOST_LISTED])

    ways, letters = [], 0
    for way in person.ways:
        letters += len(write_way(way)) + 1
        if letters <= LONGEST_WAYS:
            ways.append(way)
        else:
            cut.append("MORE_WAYS")
    fitting = replace(
        person,
        name=fit_text(person.name),
        nickname=fit_text(person.nickname),
        title=fit_text(person.title),
        uid=fit_text(person.uid),
        note=fit_text(person.note, LONGEST_NOTE, "LONG_NOTE"),
        parts=fit_list(person.parts),
        org=fit_list(person.org),
        categories=fit_list(person.categories),
        ways=tuple(ways),
    )
    return fitting, cut


def _take_own(line: Line, said: dict[str, Any]) -> bool:
    """What we wrote ourselves, when it was asked for. Anything odd in it is left."""
    try:
        own = json.loads(unescape_text(line.raw))
        days = {date.fromisoformat(day) for day in own.get("met", ())}
        met = tuple(sorted(days, reverse=True)[:MOST_MET])
        found = {
            "group": own.get("group", "friend"),
            "gives": tuple(own.get("gives", ())),
            "wish": own.get("wish", ""),
            "late": own.get("late", False),
        }
        right = (
            found["group"] in GROUPS
            and found["wish"] in WISHES
            and set(found["gives"]) <= set(GIVES)
            and isinstance(found["late"], bool)
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return False
    if right:
        said.update(found | {"met": met})
    return right
