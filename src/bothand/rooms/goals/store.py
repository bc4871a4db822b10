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

from bothand.rooms.goals.records import Entry, Fit, Fits, Goal, Step, SupportWish, Trail
from bothand.rooms.goals.rules import LOOKED_AT, MOST_STEPS, append_step, drop_step, drop_support, mark_step
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
class OwnGoals:
    """Everything that stands about one's goals; entries are found by their ids. `unopened` counts broken rows."""

    goals: tuple[Opened[Goal], ...]
    trails: tuple[Opened[Trail], ...]
    wanted: tuple[Opened[SupportWish], ...]
    unopened: int

    def list_steps(self, goal: bytes) -> tuple[Step, ...]:
        """The steps of a goal, the first written first."""
        found = {one.id: one for trail in self.list_trails(goal) for one in trail.record.steps}
        return tuple(found.values())

    def list_trails(self, goal: bytes) -> list[Opened[Trail]]:
        """Where a goal's steps and entries are; one, or two that two windows began at once."""
        return sorted(
            (one for one in self.trails if one.record.goal == goal), key=lambda one: (one.created, one.id)
        )

    def list_entries(self, goal: bytes) -> list[bytes]:
        """The ids of a goal's entries, the first written first."""
        return list(dict.fromkeys(one for trail in self.list_trails(goal) for one in trail.record.entries))

    def find_wish(self, goal: bytes) -> Opened[SupportWish] | None:
        """What support is wanted with a goal, when that was said."""
        return next((one for one in self.wanted if one.record.goal == goal), None)


def load_own(space: Space) -> OwnGoals:
    """What stands. One query."""
    lot = space.standing(Goal, Trail, SupportWish)

    def of(kind: type[R]) -> tuple[Opened[R], ...]:
        return tuple(one for one in lot.items if isinstance(one.record, kind))

    return OwnGoals(of(Goal), of(Trail), of(SupportWish), lot.unopened)


def add_record(space: Space, record: R, record_id: bytes) -> Opened[R]:
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
        more = append_step(trail.steps, step)
        if len(more) > max(MOST_STEPS, len(trail.steps)):
            raise Full
        return msgspec.structs.replace(trail, steps=more)

    _extend_trail(space, goal, change)


def tick_step(space: Space, goal: bytes, step: bytes, done: date | None) -> None:
    """A step is done, or not done (None)."""
    _amend_trails(
        space,
        goal,
        lambda trail: msgspec.structs.replace(trail, steps=mark_step(trail.steps, step, done)),
    )


def remove_step(space: Space, goal: bytes, step: bytes) -> None:
    """Take a step out."""
    _amend_trails(
        space, goal, lambda trail: msgspec.structs.replace(trail, steps=drop_step(trail.steps, step))
    )


def add_entry(space: Space, entry: Entry, record_id: bytes) -> Opened[Entry]:
    """Put an entry in, and on its goal's trail."""
    with transaction.atomic():
        kept = add_record(space, entry, record_id)

        def change(trail: Trail) -> Trail:
            if kept.id in trail.entries:
                return trail
            return msgspec.structs.replace(trail, entries=(*trail.entries, kept.id))

        _extend_trail(space, entry.goal, change)
    return kept


def remove_entry(space: Space, there: Opened[Entry]) -> None:
    """Take an entry out, and off its goal's trail. Raises Conflict when it changed meanwhile."""

    def change(trail: Trail) -> Trail:
        fewer = tuple(one for one in trail.entries if one != there.id)
        return msgspec.structs.replace(trail, entries=fewer)

    with transaction.atomic():
        space.remove(there)
        _amend_trails(space, there.record.goal, change)


def remove_goal(space: Space, goal: Opened[Goal]) -> None:
    """Take a goal out with all that belongs to it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        found = load_own(space)
        space.remove(goal)
        entries = space.several(Entry, found.list_entries(goal.id)).items
        wanted = [one for one in found.wanted if one.record.goal == goal.id]
        about: list[Opened[Fit]] = []
        with suppress(DidNotOpen):
            said = space.several(Fit, load_fits(space).entries).items
            about = [one for one in said if one.record.goal == goal.id]
        belongs: list[Opened[Any]] = [*found.list_trails(goal.id), *wanted, *entries, *about]
        for one in belongs:
            space.remove(one)
        gone = {one.id for one in about}
        _amend_fits(space, lambda ids: tuple(one for one in ids if one not in gone))


def save_wish(space: Space, wanted: SupportWish, *, revision: int) -> None:
    """Keep what support is wanted. `revision` is of what was shown, 0 for nothing. Raises Conflict."""
    there = load_own(space).find_wish(wanted.goal)
    if there is None:
        space.add(wanted)
    elif there.record != wanted:
        if there.revision != revision:
            raise Conflict(wanted, there)
        space.replace(there, wanted)


def drop_wanted(space: Space, goal: bytes, support: str) -> None:
    """Take a support from the list of what is wanted."""
    there = load_own(space).find_wish(goal)
    if there is not None and support in there.record.wanted:
        fewer = drop_support(there.record.wanted, support)
        space.replace(there, msgspec.structs.replace(there.record, wanted=fewer))


def load_fits(space: Space) -> Fits:
    """The list of what was said about support. Raises DidNotOpen."""
    found = space.only(Fits)
    return Fits() if found is None else found.record


def list_newest_fits(space: Space) -> list[Opened[Fit]]:
    """What was said of late, the last said first: enough to look for a pattern. Raises DidNotOpen."""
    ids = load_fits(space).entries[-4 * LOOKED_AT :]
    lot = space.several(Fit, ids)
    return sorted(lot.items, key=lambda one: (one.record.day, one.created), reverse=True)


def add_fit(space: Space, fit: Fit, record_id: bytes) -> Opened[Fit]:
    """Put in what was said about support, and on the list."""
    with transaction.atomic():
        kept = add_record(space, fit, record_id)
        _amend_fits(space, lambda ids: ids if kept.id in ids else (*ids, kept.id))
    return kept


def remove_fit(space: Space, there: Opened[Fit]) -> None:
    """Take it out, and off the list. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        _amend_fits(space, lambda ids: tuple(one for one in ids if one != there.id))


def _extend_trail(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change the first of a goal's trails, or begin one."""

    def once() -> None:
        found = load_own(space).list_trails(goal)
        if not found:
            space.add(change(Trail(goal=goal)))
        elif (after := change(found[0].record)) != found[0].record:
            space.replace(found[0], after)

    _retry(once)


def _amend_trails(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change each of a goal's trails that the change concerns."""

    def once() -> None:
        for one in load_own(space).list_trails(goal):
            if (after := change(one.record)) != one.record:
                space.replace(one, after)

    _retry(once)


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
        _retry(once)


def _retry(once: Callable[[], None]) -> None:
    """Do it, and once more when another window was quicker: its change is kept too. Raises Conflict."""
    for _ in range(_TRIES - 1):
        try:
            once()
        except Conflict:
            continue
        return
    once()
