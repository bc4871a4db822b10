"""Pure: people found, put in, taken out, and how their names compare."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Final, TypeVar

from msgspec.structs import replace

from bothand.rooms.people.records import Head, People, Person, Way

MOST_MET: Final = 120
_SAME_DIGITS: Final = 8
_ASCII: Final = bytes(range(128))
_NO_DIGITS: Final = re.compile(r"\D+")
# Accents and points that stand on a letter, of Latin, Greek, Cyrillic, Hebrew and Arabic: one pass instead of a walk.
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Latin letters without what stands on them, one by one: most names are done then.
_LATIN: Final = {
    number: plain
    for number in range(0xC0, 0x250)
    if (plain := _MARKS.sub("", unicodedata.normalize("NFKD", chr(number)))).isascii() and plain.isalpha()
}
Persons = tuple[Person, ...]
P = TypeVar("P", bound=Head)


def fold_text(text: str) -> str:
    """A text as it is compared: no case, no accents, any run of space as one.

    >>> fold_text("  Ines MÜLLER ")
    'ines muller'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    folded = text.casefold()
    if (plain := folded.translate(_LATIN)).isascii():
        return " ".join(plain.split())
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFKD", folded)).split())


def fold_all(texts: Iterable[str]) -> list[str]:
    """Thousands of texts as they are compared, but for runs of space: all in one, since each by itself takes four times as long."""
    lines = [text.replace("\n", " ") for text in texts]
    if not lines:
        return []
    joined = "\n".join(lines)
    if joined.isascii():
        return joined.lower().split("\n")
    folded = joined.casefold()
    for letter in set(
        folded.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    ):
        folded = folded.replace(letter, _LATIN.get(ord(letter), letter))
    if not folded.isascii():
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    return folded.split("\n")


def sort_by_name(people: Iterable[P]) -> list[P]:
    """By name."""
    everybody = list(people)
    folded = fold_all(one.name for one in everybody)
    order = sorted(
        (" ".join(name.split()), one.id, number)
        for number, (name, one) in enumerate(zip(folded, everybody, strict=True))
    )
    return [everybody[number] for _name, _id, number in order]


def find_person(people: Iterable[Person], person_id: bytes) -> Person | None:
    """Somebody by their id."""
    return next((one for one in people if one.id == person_id), None)


def put_person(people: Persons, person: Person) -> Persons:
    """The same people with one more, or one in the place of who has that id."""
    if find_person(people, person.id) is None:
        return (*people, person)
    return tuple(person if one.id == person.id else one for one in people)


def remove_person(people: Persons, person_id: bytes) -> Persons:
    """The same people but one."""
    return tuple(one for one in people if one.id != person_id)


def find_matching(people: Iterable[Person], term: str) -> list[Person]:
    """Those of whom a name, a way or a note holds every word of the term, in order."""
    words = fold_text(term).split()
    if not words:
        return []
    return sort_by_name(one for one in people if _holds(_join_words(one), words))


def add_days(person: Person, *days: date) -> Person:
    """Somebody with more days on which we met, the newest first."""
    met = sorted({*person.met, *days}, reverse=True)
    return replace(person, met=tuple(met[:MOST_MET]), revision=person.revision + 1)


def merge_ways(first: Sequence[Way], second: Sequence[Way]) -> tuple[Way, ...]:
    """All ways of both, each once; one that both have keeps what either says of it."""
    found = {_way_key(way): way for way in first}
    for way in second:
        there = found.get(_way_key(way))
        if there is None:
            found[_way_key(way)] = way
        else:
            types = tuple(sorted({*there.types, *way.types}))
            found[_way_key(way)] = replace(there, types=types, label=there.label or way.label)
    return tuple(found.values())


def merge_people(present: People, incoming: People) -> People:
    """Both in one, when an import brings a second. Who was changed since is there twice, as two who look alike."""
    there = {one.id: one for one in present.people}
    fresh = []
    for person in incoming.people:
        if person.id in there:
            if there[person.id] == person:
                continue
            # The same import twice gives the same id, and so one copy.
            person = replace(person, id=sha256(person.id + repr(person).encode()).digest()[:16])
        if person.id not in there:
            fresh.append(person)
    return People(
        people=(*present.people, *fresh), apart=tuple(dict.fromkeys((*present.apart, *incoming.apart)))
    )


def _join_words(person: Person) -> str:
    ways = " ".join(f"{way.label} {way.value}" for way in person.ways)
    return fold_text(
        " ".join(
            (person.name, person.nickname, *person.org, person.title, person.note, ways, *person.categories)
        )
    )


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _find_number(text: str) -> str:
    """The digits that make a number: without what stands before an area, which one writes and another leaves out."""
    digits = _NO_DIGITS.sub("", text)
    return digits[-_SAME_DIGITS:] if len(digits) >= _SAME_DIGITS else ""


def _way_key(way: Way) -> tuple[str, str]:
    return way.sort, (_find_number(way.value) if way.sort == "tel" else "") or fold_text(way.value)
