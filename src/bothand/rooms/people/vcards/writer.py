"""People as a contact file, in 3.0 or 4.0. Folding is vobject's; nothing we hold of somebody is left out.

What I wrote about them for myself (what they are for me, wished contact, days) goes along only when that is asked for:
a phone hands its contacts to other programs.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from bothand.rooms.people.records import Person, Way
from bothand.rooms.people.vcards.reader import NO_YEAR, OWN, name_as_given

Version = Literal["3.0", "4.0"]
_NAMES: Final = {"tel": "TEL", "email": "EMAIL", "adr": "ADR", "url": "URL", "im": "IMPP"}
_BREAK: Final = "\r\n"
_TEXT_BYTES: Final = 75


def write_contacts(people: Iterable[Person], version: Version, *, with_own: bool = False) -> bytes:
    """A contact file, UTF-8."""
    lines: list[str] = []
    for person in people:
        lines += [
            "BEGIN:VCARD",
            f"VERSION:{version}",
            *_write_card(person, version, with_own=with_own),
            "END:VCARD",
        ]
    return (_BREAK.join(lines) + _BREAK).encode("utf-8", "replace")


def _write_card(person: Person, version: Version, *, with_own: bool) -> Iterator[str]:
    yield _write_line("N", _join_values(person.parts or name_as_given(person.name)))
    yield _write_line("FN", _escape_text(person.name))
    for name, text in (
        ("NICKNAME", person.nickname),
        ("TITLE", person.title),
        ("NOTE", person.note),
        ("UID", person.uid),
    ):
        if text:
            yield _write_line(name, _escape_text(text))
    if person.org:
        yield _write_line("ORG", _join_values(person.org))
    if person.categories:
        yield _write_line("CATEGORIES", _join_values(person.categories, ","))
    if person.birthday:
        yield _write_birthday(person.birthday, version)
    for number, way in enumerate(person.ways, 1):
        yield from _write_way(way, f"item{number}" if way.label else None, version)
    if with_own:
        yield _write_line(OWN, _escape_text(json.dumps(_write_own(person), ensure_ascii=False)))


def _write_way(way: Way, group: str | None, version: Version) -> Iterator[str]:
    value = _join_values(way.parts) if way.sort == "adr" else _escape_text(way.value)
    params: dict[str, list[str]] = {}
    types = [one for one in way.types if one != "pref" or version == "3.0"]
    if types:
        params["TYPE"] = types
    if "pref" in way.types and version == "4.0":
        params["PREF"] = ["1"]
    yield _write_line(_NAMES[way.sort], value, params, group)
    if group:
        yield _write_line("X-ABLabel", _escape_text(way.label), group=group)


def _write_birthday(birthday: str, version: Version) -> str:
    if version == "4.0":
        return _write_line(
            "BDAY", birthday.replace("-", "") if birthday[0] != "-" else f"--{birthday[2:4]}{birthday[5:]}"
        )
    if birthday[0] != "-":
        return _write_line("BDAY", birthday)
    # 3.0 knows no day without a year; this is how phones write it.
    return _write_line("BDAY", f"{NO_YEAR}{birthday[1:]}", {"X-APPLE-OMIT-YEAR": [str(NO_YEAR)]})


def _write_own(person: Person) -> dict[str, object]:
    return {
        "group": person.group,
        "gives": person.gives,
        "wish": person.wish,
        "late": person.late,
        "met": [day.isoformat() for day in person.met],
    }


def _join_values(parts: Sequence[str], separator: str = ";") -> str:
    return separator.join(_escape_text(part) for part in parts)


def _escape_text(text: str) -> str:
    from vobject.base import backslashEscape

    return str(backslashEscape(text))


def _write_line(
    name: str, value: str, params: dict[str, list[str]] | None = None, group: str | None = None
) -> str:
    """One line, folded; the last break is taken off."""
    from vobject.base import ContentLine

    line = ContentLine(name, {}, value, group, encoded=True)
    line.params = params or {}
    return str(line.serialize(lineLength=_TEXT_BYTES)).removesuffix(_BREAK)
