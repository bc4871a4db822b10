"""Pure: who may be the same, and how two become one without losing anything."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from bothand.kit.folding import fold_text
from bothand.rooms.people.records import People, Person
from bothand.rooms.people.rules import _find_number, add_days, merge_ways

MOST_TWINS: Final = 20


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


def _is_same(name: str, mine: str, theirs: str) -> bool:
    return (
        mine[-6:] == theirs[-6:] and "-" in {mine[0], theirs[0]}
        if name == "birthday"
        else fold_text(mine) == fold_text(theirs)
    )


def _is_fuller(mine: str, theirs: str) -> bool:
    """Whether the other birthday is the same with its year."""
    return mine.startswith("--") and not theirs.startswith("--") and theirs.endswith(mine[1:])
