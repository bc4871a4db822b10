"""Pure: people as a contact file, in 3.0 or 4.0. Nothing we hold of somebody is left out.

What I wrote about them for myself (what they are for me, wished contact, days) goes along only when that is asked for:
a phone hands its contacts to other programs.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from bothand.rooms.people.imports.rules import OWN, name_as_given
from bothand.rooms.people.persons.rules import NO_YEAR
from bothand.rooms.people.records import Person, Way
from bothand.rooms.people.vcards.rules import escape_text, write_line

Version = Literal["3.0", "4.0"]
_NAMES: Final = {"tel": "TEL", "email": "EMAIL", "adr": "ADR", "url": "URL", "im": "IMPP"}


def write_contacts(people: Iterable[Person], version: Version, *, with_own: bool = False) -> bytes:
    """A contact file, UTF-8."""
    return b"".join(line for person in people for line in _write_card(person, version, with_own=with_own))


def _write_card(person: Person, version: Version, *, with_own: bool) -> Iterator[bytes]:
    yield write_line("BEGIN", "VCARD")
    yield write_line("VERSION", version)
    yield write_line("N", _join_values(person.parts or name_as_given(person.name)))
    yield write_line("FN", escape_text(person.name))
    for name, text in (
        ("NICKNAME", person.nickname),
        ("TITLE", person.title),
        ("NOTE", person.note),
        ("UID", person.uid),
    ):
        if text:
            yield write_line(name, escape_text(text))
    if person.org:
        yield write_line("ORG", _join_values(person.org))
    if person.categories:
        yield write_line("CATEGORIES", _join_values(person.categories, ","))
    if person.birthday:
        yield _write_birthday(person.birthday, version)
    for number, way in enumerate(person.ways, 1):
        yield from _write_way(way, f"item{number}" if way.label else None, version)
    if with_own:
        yield write_line(OWN, escape_text(json.dumps(_write_own(person), ensure_ascii=False)))
    yield write_line("END", "VCARD")


def _write_way(way: Way, group: str | None, version: Version) -> Iterator[bytes]:
    value = _join_values(way.parts) if way.sort == "adr" else escape_text(way.value)
    params: dict[str, list[str]] = {}
    types = [one for one in way.types if one != "pref" or version == "3.0"]
    if types:
        params["TYPE"] = types
    if "pref" in way.types and version == "4.0":
        params["PREF"] = ["1"]
    yield write_line(_NAMES[way.sort], value, params, group)
    if group:
        yield write_line("X-ABLabel", escape_text(way.label), group=group)


def _write_birthday(birthday: str, version: Version) -> bytes:
    if version == "4.0":
        return write_line(
            "BDAY", birthday.replace("-", "") if birthday[0] != "-" else f"--{birthday[2:4]}{birthday[5:]}"
        )
    if birthday[0] != "-":
        return write_line("BDAY", birthday)
    # 3.0 knows no day without a year; this is how phones write it.
    return write_line("BDAY", f"{NO_YEAR}{birthday[1:]}", {"X-APPLE-OMIT-YEAR": [str(NO_YEAR)]})


def _write_own(person: Person) -> dict[str, object]:
    return {
        "group": person.group,
        "gives": person.gives,
        "wish": person.wish,
        "late": person.late,
        "met": [day.isoformat() for day in person.met],
    }


def _join_values(parts: Sequence[str], separator: str = ";") -> str:
    return separator.join(escape_text(part) for part in parts)
