"""Putting goals and what belongs to them into *mine*, and taking them out.

What changes more than one document does so in one transaction.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

import msgspec
from django.db import transaction

from bothand.rooms.goals import rules
from bothand.rooms.goals.records import Entry, Fit, Fits, Goal, Step, Trail, Wanted
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.records import Record
from bothand.vault.space import Space

_TRIES: Final = 3
R = TypeVar("R", bound=Record)


class Full(Exception):
    """A goal has as many steps as there is room for."""


@dataclass(frozen=True, slots=True)
class Own:
    """Everything that stands about one's goals; entries are found by their ids. `unopened` counts broken rows."""

    goals: tuple[Opened[Goal], ...]
    trails: tuple[Opened[Trail], ...]
    wanted: tuple[Opened[Wanted], ...]
    unopened: int

    def steps_of(self, goal: bytes) -> tuple[Step, ...]:
        """The steps of a goal, the first written first."""
        found = {one.id: one for trail in self.trails_of(goal) for one in trail.record.steps}
        return tuple(found.values())

    def trails_of(self, goal: bytes) -> list[Opened[Trail]]:
        """Where a goal's steps and entries are; one, or two that two windows began at once."""
        return sorted(
            (one for one in self.trails if one.record.goal == goal), key=lambda one: (one.created, one.id)
        )

    def entries_of(self, goal: bytes) -> list[bytes]:
        """The ids of a goal's entries, the first written first."""
        return list(dict.fromkeys(one for trail in self.trails_of(goal) for one in trail.record.entries))

    def wanted_of(self, goal: bytes) -> Opened[Wanted] | None:
        """What support is wanted with a goal, when that was said."""
        return next((one for one in self.wanted if one.record.goal == goal), None)


def own(space: Space) -> Own:
    """What stands. One query."""
    lot = space.standing(Goal, Trail, Wanted)

    def of(kind: type[R]) -> tuple[Opened[R], ...]:
        return tuple(one for one in lot.items if isinstance(one.record, kind))

    return Own(of(Goal), of(Trail), of(Wanted), lot.unopened)


def add(space: Space, record: R, record_id: bytes) -> Opened[R]:
    """Put a new one in. The same form sent twice makes one; what differs gets a place of its own.

    Raises DidNotOpen when what lies there does not open.
    """
    try:
        return space.add(record, record_id)
    except Conflict:
        return space.add(record, new_id())


def add_step(space: Space, goal: bytes, step: Step) -> None:
    """A step more. The same form sent twice makes one. Raises Full when there is no room for it."""

    def change(trail: Trail) -> Trail:
        more = rules.with_step(trail.steps, step)
        if len(more) > max(rules.MOST_STEPS, len(trail.steps)):
            raise Full
        return msgspec.structs.replace(trail, steps=more)

    _extend(space, goal, change)


def tick(space: Space, goal: bytes, step: bytes, done: date | None) -> None:
    """A step is done, or not done (None)."""
    _amend(
        space, goal, lambda trail: msgspec.structs.replace(trail, steps=rules.ticked(trail.steps, step, done))
    )


def remove_step(space: Space, goal: bytes, step: bytes) -> None:
    """Take a step out."""
    _amend(
        space, goal, lambda trail: msgspec.structs.replace(trail, steps=rules.without_step(trail.steps, step))
    )


def add_entry(space: Space, entry: Entry, record_id: bytes) -> Opened[Entry]:
    """Put an entry in, and on its goal's trail."""
    with transaction.atomic():
        kept = add(space, entry, record_id)

        def change(trail: Trail) -> Trail:
            if kept.id in trail.entries:
                return trail
            return msgspec.structs.replace(trail, entries=(*trail.entries, kept.id))

        _extend(space, entry.goal, change)
    return kept


def remove_entry(space: Space, there: Opened[Entry]) -> None:
    """Take an entry out, and off its goal's trail. Raises Conflict when it changed meanwhile."""

    def change(trail: Trail) -> Trail:
        fewer = tuple(one for one in trail.entries if one != there.id)
        return msgspec.structs.replace(trail, entries=fewer)

    with transaction.atomic():
        space.remove(there)
        _amend(space, there.record.goal, change)


def remove_goal(space: Space, goal: Opened[Goal]) -> None:
    """Take a goal out with all that belongs to it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        found = own(space)
        space.remove(goal)
        entries = space.several(Entry, found.entries_of(goal.id)).items
        wanted = [one for one in found.wanted if one.record.goal == goal.id]
        about: list[Opened[Fit]] = []
        with suppress(DidNotOpen):
            said = space.several(Fit, fits(space).entries).items
            about = [one for one in said if one.record.goal == goal.id]
        belongs: list[Opened[Any]] = [*found.trails_of(goal.id), *wanted, *entries, *about]
        for one in belongs:
            space.remove(one)
        gone = {one.id for one in about}
        _amend_fits(space, lambda ids: tuple(one for one in ids if one not in gone))


def say_wanted(space: Space, wanted: Wanted, *, revision: int) -> None:
    """Keep what support is wanted. `revision` is of what was shown, 0 for nothing. Raises Conflict."""
    there = own(space).wanted_of(wanted.goal)
    if there is None:
        space.add(wanted)
    elif there.record != wanted:
        if there.revision != revision:
            raise Conflict(wanted, there)
        space.replace(there, wanted)


def want_no_longer(space: Space, goal: bytes, support: str) -> None:
    """Take a support from the list of what is wanted."""
    there = own(space).wanted_of(goal)
    if there is not None and support in there.record.wanted:
        fewer = rules.without(there.record.wanted, support)
        space.replace(there, msgspec.structs.replace(there.record, wanted=fewer))


def fits(space: Space) -> Fits:
    """The list of what was said about support. Raises DidNotOpen."""
    found = space.only(Fits)
    return Fits() if found is None else found.record


def newest_fits(space: Space) -> list[Opened[Fit]]:
    """What was said of late, the last said first: enough to look for a pattern. Raises DidNotOpen."""
    ids = fits(space).entries[-4 * rules.LOOKED_AT :]
    lot = space.several(Fit, ids)
    return sorted(lot.items, key=lambda one: (one.record.day, one.created), reverse=True)


def add_fit(space: Space, fit: Fit, record_id: bytes) -> Opened[Fit]:
    """Put in what was said about support, and on the list."""
    with transaction.atomic():
        kept = add(space, fit, record_id)
        _amend_fits(space, lambda ids: ids if kept.id in ids else (*ids, kept.id))
    return kept


def remove_fit(space: Space, there: Opened[Fit]) -> None:
    """Take it out, and off the list. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        _amend_fits(space, lambda ids: tuple(one for one in ids if one != there.id))


def _extend(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change the first of a goal's trails, or begin one."""

    def once() -> None:
        found = own(space).trails_of(goal)
        if not found:
            space.add(change(Trail(goal=goal)))
        elif (after := change(found[0].record)) != found[0].record:
            space.replace(found[0], after)

    _again(once)


def _amend(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change each of a goal's trails that the change concerns."""

    def once() -> None:
        for one in own(space).trails_of(goal):
            if (after := change(one.record)) != one.record:
                space.replace(one, after)

    _again(once)


def _amend_fits(space: Space, change: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]) -> None:
    """Change the list of what was said. One that does not open stays as it lies: words come before lists."""

    def once() -> None:
        found = space.only(Fits)
        before = () if found is None else found.record.entries
        after = change(before)
        if after != before:
            if found is None:
                space.add(Fits(entries=after))
            else:
                space.replace(found, Fits(entries=after))

    with suppress(DidNotOpen, NewerVersion):
        _again(once)


def _again(once: Callable[[], None]) -> None:
    """Do it, and once more when another window was quicker: its change is kept too. Raises Conflict."""
    for _ in range(_TRIES - 1):
        try:
            once()
        except Conflict:
            continue
        return
    once()
