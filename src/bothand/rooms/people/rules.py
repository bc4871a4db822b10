"""Pure: people found, put in, taken out; who may be the same, and how two become one without losing anything."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Final, TypeVar

from msgspec.structs import replace

from bothand.rooms.people.records import Head, People, Person, Way

MOST_MET: Final = 120
MOST_TWINS: Final = 20
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


def search_people(people: Iterable[Person], term: str) -> list[Person]:
    """Those of whom a name, a way or a note holds every word of the term, in order."""
    words = fold_text(term).split()
    if not words:
        return []
    return sort_by_name(one for one in people if _holds(_join_words(one), words))


def add_days(person: Person, *days: date) -> Person:
    """Somebody with more days on which we met, the newest first."""
    met = sorted({*person.met, *days}, reverse=True)
    return replace(person, met=tuple(met[:MOST_MET]), revision=person.revision + 1)


def find_twins(circle: People) -> list[tuple[Person, Person]]:
    """Pairs who share a name, an address or a number and were not said to be two, each person once; the first few."""
    found = pair_up([(one.id, list_keys(one)) for one in circle.people], circle.apart)
    return [(circle.people[one], circle.people[other]) for one, other in found]


def pair_up(
    people: Iterable[tuple[bytes, Sequence[Hashable]]], apart: Iterable[tuple[bytes, bytes]]
) -> list[tuple[int, int]]:
    """The same of ids with what each is known by, as places in the row."""
    two = {frozenset(pair) for pair in apart}
    first: dict[Hashable, int] = {}
    shared: defaultdict[Hashable, list[int]] = defaultdict(list)
    ids = []
    for number, (person, known_by) in enumerate(people):
        ids.append(person)
        for key in known_by:
            # A list only for what two have: thousands of lists would call the collector.
            if first.setdefault(key, number) != number:
                shared[key].append(number)
    found: list[tuple[int, int]] = []
    paired: set[bytes] = set()
    for key, others in shared.items():
        for other in others:
            pair = frozenset((ids[first[key]], ids[other]))
            if pair not in two and not pair & paired and len(found) < MOST_TWINS:
                found.append((first[key], other))
                paired |= pair
    return found


def make_matcher(people: Iterable[Person]) -> Callable[[Person], Person | None]:
    """A function that finds who of these somebody new may be. One look at each, however many are asked for."""
    index: dict[str, Person] = {}
    for person in people:
        for key in list_keys(person):
            index.setdefault(key, person)
    return lambda person: next((index[key] for key in list_keys(person) if key in index), None)


def is_surely_same(there: Person, new: Person) -> bool:
    """Whether two are one without anybody looking: the file's own id, or the same name and nothing that tells them apart.

    A number or an address alone is shared by a household, a firm; a name alone by many.
    """
    if there.uid and there.uid == new.uid:
        return True
    if list_keys(there)[-1] != list_keys(new)[-1]:
        return False
    first, second = (set(_list_reaches(one)) for one in (there, new))
    return bool(first & second) or not first or not second


def list_keys(person: Person) -> list[str]:
    """What somebody can be known by again, the surest first: the file's id, addresses, numbers, the name."""
    found = [f"uid {person.uid}"] if person.uid else []
    return [
        *found,
        *_list_reaches(person),
        f"name {' '.join(sorted(fold_text(person.name).replace(',', ' ').split()))}",
    ]


def merge_two(kept: Person, other: Person) -> tuple[Person, tuple[tuple[str, str], ...]]:
    """Two made one. What has one place and two answers keeps the first; the second comes back as (field, text)."""
    beside: list[tuple[str, str]] = []
    single: dict[str, str] = {}
    for name in ("name", "nickname", "title", "birthday"):
        mine, theirs = getattr(kept, name), getattr(other, name)
        single[name] = mine or theirs
        if mine and theirs and not _is_same(name, mine, theirs):
            beside.append((name, theirs))
    if _is_fuller(kept.birthday, other.birthday):
        single["birthday"] = other.birthday
    if kept.org and other.org and kept.org != other.org:
        beside.append(("org", ", ".join(other.org)))
    person = replace(
        kept,
        **single,
        parts=kept.parts or (other.parts if fold_text(other.name) == fold_text(kept.name) else ()),
        org=kept.org or other.org,
        gives=tuple(dict.fromkeys((*kept.gives, *other.gives))),
        wish=kept.wish or other.wish,
        late=kept.late or other.late,
        note="\n\n".join(dict.fromkeys(note for note in (kept.note, other.note) if note)),
        ways=merge_ways(kept.ways, other.ways),
        categories=tuple(dict.fromkeys((*kept.categories, *other.categories))),
        uid=kept.uid or other.uid,
        copy=kept.copy or other.copy,
    )
    return add_days(person, *other.met), tuple(beside)


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


def _list_reaches(person: Person) -> list[str]:
    """Mail addresses and numbers, as they are compared. One walk: thousands are asked for at once."""
    mails, numbers = [], []
    for way in person.ways:
        if way.sort == "tel":
            if number := _find_number(way.value):
                numbers.append(f"tel {number}")
        elif way.sort == "email":
            mails.append(f"mail {fold_text(way.value)}")
    return mails + numbers


def _join_words(person: Person) -> str:
    ways = " ".join(f"{way.label} {way.value}" for way in person.ways)
    return fold_text(
        " ".join(
            (person.name, person.nickname, *person.org, person.title, person.note, ways, *person.categories)
        )
    )


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _is_same(name: str, mine: str, theirs: str) -> bool:
    return (
        mine[-6:] == theirs[-6:] and "-" in {mine[0], theirs[0]}
        if name == "birthday"
        else fold_text(mine) == fold_text(theirs)
    )


def _is_fuller(mine: str, theirs: str) -> bool:
    """Whether the other birthday is the same with its year."""
    return mine.startswith("--") and not theirs.startswith("--") and theirs.endswith(mine[1:])


def _find_number(text: str) -> str:
    """The digits that make a number: without what stands before an area, which one writes and another leaves out."""
    digits = _NO_DIGITS.sub("", text)
    return digits[-_SAME_DIGITS:] if len(digits) >= _SAME_DIGITS else ""


def _way_key(way: Way) -> tuple[str, str]:
    return way.sort, (_find_number(way.value) if way.sort == "tel" else "") or fold_text(way.value)
