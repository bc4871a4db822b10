"""Putting people into *mine* and taking them out. Each change reads all of them, changes them and writes them back, in
one transaction: two windows that change two people both count.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest
from msgspec.structs import replace

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.accounts.errors import Alone
from bothand.rooms.people.records import Heads, Near, People, Person, SharedPerson
from bothand.rooms.people.rules import find_person, put_person, remove_person
from bothand.rooms.people.twins.store import keep_marks
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.ours import Ours
from bothand.vault.retry import retry_on_conflict
from bothand.vault.space import Space


class Changed(Exception):
    """Somebody was changed in another window since. `theirs` is how they stand now, None when they are gone."""

    def __init__(self, theirs: Person | None) -> None:
        super().__init__("changed meanwhile")
        self.theirs = theirs


def find_people(space: Space) -> People:
    """Everybody of mine. Raises DidNotOpen."""
    found = space.only(People)
    return People() if found is None else found.record


def change_people(space: Space, step: Callable[[People], People]) -> People:
    """Change them. Raises DidNotOpen, NewerVersion when what lies there cannot be written over."""

    def change_once() -> People:
        with transaction.atomic():
            old = space.only(People)
            new = step(People() if old is None else old.record)
            if old is None:
                space.add(new)
            elif new != old.record:
                space.replace(old, new)
            keep_marks(space)
        return new

    return retry_on_conflict(change_once)


def add_person(space: Space, person: Person) -> None:
    """Somebody new. The same form sent twice makes one. Raises as `change_people`, Changed."""

    def step(there: People) -> People:
        found = find_person(there.people, person.id)
        if found is not None and replace(found, revision=1, met=person.met) != person:
            raise Changed(found)
        return there if found else replace(there, people=put_person(there.people, person))

    change_people(space, step)


def rewrite_person(space: Space, person_id: bytes, revision: int, new: Callable[[Person], Person]) -> None:
    """Somebody changed in the form that showed this revision. Raises as `change_people`, Changed."""

    def step(there: People) -> People:
        found = find_person(there.people, person_id)
        if found is None:
            raise Changed(None)
        after = replace(new(found), revision=found.revision)
        if after == found:
            return there
        if found.revision != revision:
            raise Changed(found)
        return replace(there, people=put_person(there.people, replace(after, revision=revision + 1)))

    change_people(space, step)


def touch_person(space: Space, person_id: bytes, new: Callable[[Person], Person]) -> bool:
    """A change that needs no look at what else changed: a day, where a copy lies. False when nobody is there."""

    def step(there: People) -> People:
        found = find_person(there.people, person_id)
        return there if found is None else replace(there, people=put_person(there.people, new(found)))

    return find_person(change_people(space, step).people, person_id) is not None


def delete_person(space: Space, person_id: bytes, revision: int) -> None:
    """Take somebody out. Gone is gone. Raises as `change_people`, Changed."""

    def step(there: People) -> People:
        found = find_person(there.people, person_id)
        if found is not None and found.revision != revision:
            raise Changed(found)
        return replace(there, people=remove_person(there.people, person_id))

    change_people(space, step)


def open_people(request: HttpRequest) -> tuple[People, int]:
    """My own people, and 1 where they did not open. Raises as `access.open_mine`."""
    try:
        return find_people(Visit(request).mine), 0
    except DidNotOpen:
        return People(), 1


def find_heads(request: HttpRequest) -> tuple[tuple[Near, ...], int]:
    """The same people as in `open_people`, as far as a page about everybody needs them. Raises as `access.open_mine`."""
    try:
        found = Visit(request).mine.parts(People, Heads)
    except DidNotOpen:
        return (), 1
    return () if found is None else found[0].people, 0


def open_person(request: HttpRequest, person_id: bytes) -> Person:
    """Somebody of mine. Raises as `access.open_mine`, Missing, DidNotOpen."""
    found = find_person(find_people(Visit(request).mine).people, person_id)
    if found is None:
        raise Missing
    return found


def find_copy_about(request: HttpRequest, there: Person) -> Opened[SharedPerson] | None:
    """The copy in *ours* that is about somebody, or None, also where it does not open. Raises as `access.open_mine`."""
    if not there.copy or Visit(request).partner is None:
        return None
    return next(iter(open_ours(request).query(SharedPerson, ids=[there.copy]).items), None)


def open_ours(request: HttpRequest) -> Ours:
    """The space of both, for pages that take two. Raises as `access.open_mine`, and Missing for one alone."""
    access.open_mine(request)
    try:
        return Visit(request).ours
    except Alone:
        raise Missing from None
