"""Pure: people found, put in, taken out, and how their names compare."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Final, TypeVar

from msgspec.structs import replace

from bothand.kit.folding import fold_all, fold_text
from bothand.rooms.people.records import Head, People, Person, Way

MOST_MET: Final = 120
_SAME_DIGITS: Final = 8
_NO_DIGITS: Final = re.compile(r"\D+")
Persons = tuple[Person, ...]
P = TypeVar("P", bound=Head)


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
