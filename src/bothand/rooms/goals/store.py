"""Putting goals and what belongs to them into *mine*, and taking them out.

What changes more than one document does so in one transaction.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import access
from bothand.rooms.goals.records import Entry, Goal, Step, Trail
from bothand.rooms.goals.rules import MOST_STEPS, append_step, drop_step, mark_step
from bothand.rooms.goals.support.records import Fit, SupportWish
from bothand.rooms.goals.support.store import (
    R,
    add_record,
    amend_fits,
    load_fits,
    retry_change,
    withdraw_if_two,
)
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space


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
        amend_fits(space, lambda ids: tuple(one for one in ids if one not in gone))


def _extend_trail(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change the first of a goal's trails, or begin one."""

    def once() -> None:
        found = load_own(space).list_trails(goal)
        if not found:
            space.add(change(Trail(goal=goal)))
        elif (after := change(found[0].record)) != found[0].record:
            space.replace(found[0], after)

    retry_change(once)


def _amend_trails(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change each of a goal's trails that the change concerns."""

    def once() -> None:
        for one in load_own(space).list_trails(goal):
            if (after := change(one.record)) != one.record:
                space.replace(one, after)

    retry_change(once)


def archive_goal(request: HttpRequest, goal: Opened[Goal], after: Goal) -> None:
    """Put a goal away or take it up again; what was shared of one that is put away is taken back. Raises Conflict."""
    with transaction.atomic():
        access.open_mine(request).replace(goal, after)
        if after.ended is not None:
            withdraw_if_two(request, goal.id)


def delete_goal(request: HttpRequest, goal: Opened[Goal]) -> None:
    """Take a goal out with all that belongs to it, and what was shared of it. Raises Conflict."""
    with transaction.atomic():
        remove_goal(access.open_mine(request), goal)
        withdraw_if_two(request, goal.id)
