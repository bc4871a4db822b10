"""Who was brought and waits for a choice: put there, looked at, taken from there."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec
from django.db import transaction
from django.http import HttpRequest
from msgspec.structs import replace

from bothand.accounts.access import Visit
from bothand.rooms.people.imports.rules import Brought
from bothand.rooms.people.records import Ids, Packed, People, Person, Some, Waiting
from bothand.rooms.people.store import change_people
from bothand.rooms.people.vcards.rules import TooMany
from bothand.vault.body import encode_record
from bothand.vault.errors import DidNotOpen
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

Everyone = dict[bytes, Person]
"""Everybody of mine by their ids, in order."""
Step = Callable[[Everyone, Person], None]
"""What becomes of somebody who waited."""
MOST_BYTES: Final = 6 * 1024 * 1024


def find_waiting(space: Space) -> Waiting:
    """Who was brought and waits for a choice. Raises DidNotOpen."""
    found = space.only(Waiting)
    return Waiting() if found is None else found.record


def has_waiting(request: HttpRequest) -> bool:
    """Whether anybody waits for a choice. Raises as `access.open_mine`."""
    try:
        found = Visit(request).mine.parts(Waiting, Some)
    except DidNotOpen:
        return False
    return found is not None and bytes(found[0].people) != b"\x90"


def find_packed(request: HttpRequest) -> tuple[Ids, tuple[msgspec.Raw, ...], int]:
    """Who waits for a choice, each still packed, and 1 where they did not open. Raises as `access.open_mine`."""
    try:
        found = Visit(request).mine.parts(Waiting, Ids, Packed)
    except DidNotOpen:
        return Ids(), (), 1
    if found is None:
        return Ids(), (), 0
    ids, packed = found
    assert isinstance(ids, Ids)
    assert isinstance(packed, Packed)
    return ids, packed.people, 0


def add_waiting(space: Space, brought: Brought) -> None:
    """Let what a file brought wait for a choice, beside what waits already. Raises as `change_people`, TooMany.

    A file's notes may be of any length, so what is sealed is measured.
    """
    with transaction.atomic():
        old = space.only(Waiting)
        before = () if old is None else old.record.people
        known = {replace(one, id=b"") for one in before}
        fresh = tuple(
            replace(one, id=one.id or new_id()) for one in brought.people if replace(one, id=b"") not in known
        )
        new = Waiting(people=before + fresh, dropped=brought.dropped)
        if len(encode_record(new)) > MOST_BYTES:
            raise TooMany
        _put_waiting(space, new)


def take_chosen(space: Space, into: Mapping[bytes, Step], *, rest: bool) -> None:
    """Bring in those who were chosen, each by a step of its own; `rest` lets everybody else go. Raises as `change_people`."""
    with transaction.atomic():
        there = find_waiting(space)
        chosen = [one for one in there.people if one.id in into]

        def step(now: People) -> People:
            everyone = {one.id: one for one in now.people}
            for person in chosen:
                into[person.id](everyone, person)
            return replace(now, people=tuple(everyone.values()))

        if chosen:
            change_people(space, step)
        left = () if rest else tuple(one for one in there.people if one.id not in into)
        _put_waiting(space, Waiting(people=left, dropped=there.dropped if left else ()))


def _put_waiting(space: Space, new: Waiting) -> None:
    old = space.only(Waiting)
    if old is None:
        space.add(new)
    elif not new.people:
        space.remove(old)
    else:
        space.replace(old, new)
