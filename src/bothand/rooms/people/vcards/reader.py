"""What the lines of a card mean for us, and what of them is left behind.

Dialects, as documented and as their exports look: iOS and macOS (`item1.TEL` with `item1.X-ABLabel`, a birthday without
a year as 1604), Google (`X-ABLabel` too, `CATEGORIES:myContacts`), Outlook (2.1, quoted-printable, `X-MS-…`).
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bothand.rooms.people.records import GIVES, GROUPS, WISHES, Person, Way
from bothand.rooms.people.rules import MOST_MET
from bothand.rooms.people.vcards.lines import Card, Line, split_cards
from bothand.rooms.people.vcards.values import keep_types, split_fields, unescape_text

OWN: Final = "X-BOTHAND"
NO_YEAR: Final = 1604
WITHOUT_MEANING: Final = frozenset(
    "VERSION PRODID REV X-ABLABEL X-ABADR CLASS SORT-STRING X-ABSHOWAS X-PHONETIC-FIRST-NAME PROFILE MAILER".split()
)
"""Lines that say how the file was made: leaving them behind loses nothing of a person."""
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$", re.ASCII)
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})$", re.ASCII)
_APPLE = re.compile(r"_\$!<(.*)>!\$_$")


@dataclass(frozen=True, slots=True)
class Brought:
    """People a file brought, without ids of ours; what was left behind, by the name of the line, with how often."""

    people: tuple[Person, ...]
    dropped: tuple[tuple[str, int], ...]


def read_contacts(content: bytes, ids: Callable[[], bytes]) -> Brought:
    """The people in a contact file. `ids` gives each an id. Raises NoContacts, TooMany.

    Lists of contacts (`KIND:group`) are no people; they are counted among what was left behind.
    """
    cards, cut_off = split_cards(content)
    dropped: Counter[str] = Counter({"BROKEN": cut_off} if cut_off else {})
    people = []
    for card in cards:
        if _is_list(card):
            dropped["LIST"] += 1
            continue
        person, left = _read_person(card, ids)
        dropped.update(left)
        if person is None:
            dropped["NAMELESS"] += 1
        else:
            people.append(person)
    return Brought(tuple(people), tuple(sorted(dropped.items())))


def parse_birthday(text: str, *, no_year: str = "") -> str:
    """A birthday as we keep it, "" for what is none. `no_year` is the year that stands for an unknown one.

    >>> parse_birthday("19800417"), parse_birthday("--0417"), parse_birthday("1604-04-17", no_year="1604"), parse_birthday("soon")
    ('1980-04-17', '--04-17', '--04-17', '')
    """
    text = text.strip()
    if found := _NO_YEAR.match(text):
        year, month, day = NO_YEAR, int(found[1]), int(found[2])
    elif found := _DAY.match(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return ""
    try:
        date(year, month, day)
    except ValueError:
        return ""
    unknown = year == NO_YEAR or str(year) == no_year
    return f"--{month:02}-{day:02}" if unknown else f"{year:04}-{month:02}-{day:02}"


def _is_list(card: Card) -> bool:
    return any(
        line.name in {"KIND", "X-ADDRESSBOOKSERVER-KIND"} and line.raw.strip().lower() == "group"
        for line in card.lines
    )


def _read_person(card: Card, ids: Callable[[], bytes]) -> tuple[Person | None, list[str]]:
    """One card's person, or None without any name or way; and the names of the lines that were left behind."""
    labels = {
        line.group: _read_label(line.raw) for line in card.lines if line.name == "X-ABLABEL" and line.group
    }
    said: dict[str, Any] = {}
    ways: list[Way] = []
    left = [*card.pictures, *["UNREAD"] * card.unread]
    for line in card.lines:
        if not line.raw.strip(" ;") or line.name in WITHOUT_MEANING:
            continue
        way = _read_way(line, labels.get(line.group, ""))
        if way is not None:
            if way not in ways:
                ways.append(way)
        elif not _take_line(line, said):
            left.append(line.name)
    name = said.pop("name", "") or _find_name(said, ways)
    if not name:
        return None, left
    if said.get("parts") == name_as_given(name):
        del said["parts"]
    return Person(id=ids(), name=name, ways=tuple(ways), **said), left


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
    if key == "note" and said.get(key):
        said[key] = f"{said[key]}\n\n{value}"
        return True
    if key == "categories":
        said[key] = tuple(dict.fromkeys((*said.get(key, ()), *value)))
        return True
    return bool(said.setdefault(key, value) == value)


_READERS: Final[dict[str, Callable[[Line], tuple[str, Any]]]] = {
    "FN": lambda line: ("name", " ".join(unescape_text(line.raw).split())),
    "N": lambda line: ("parts", _read_parts(line, 5)),
    "NICKNAME": lambda line: ("nickname", unescape_text(line.raw)),
    "ORG": lambda line: ("org", tuple(one for one in split_fields(line.raw) if one)),
    "TITLE": lambda line: ("title", unescape_text(line.raw)),
    "NOTE": lambda line: ("note", unescape_text(line.raw)),
    "UID": lambda line: ("uid", unescape_text(line.raw)),
    "CATEGORIES": lambda line: (
        "categories",
        tuple(one for one in split_fields(line.raw, ",") if one and one.lower() != "mycontacts"),
    ),
    "BDAY": lambda line: (
        "birthday",
        parse_birthday(unescape_text(line.raw), no_year=line.params.get("X-APPLE-OMIT-YEAR", "")),
    ),
}
_SORTS: Final = {"TEL": "tel", "EMAIL": "email", "ADR": "adr", "URL": "url", "IMPP": "im"}


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
    # Signs too many belong to the last part: nothing is lost.
    head, tail = found[: count - 1], ";".join(found[count - 1 :])
    parts = (*head, *([""] * (count - 1 - len(head))), tail)
    return parts if any(parts) else ()


def _read_label(raw: str) -> str:
    text = unescape_text(raw).strip()
    found = _APPLE.match(text)
    return found[1].lower() if found else text


def _find_name(said: dict[str, Any], ways: list[Way]) -> str:
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
