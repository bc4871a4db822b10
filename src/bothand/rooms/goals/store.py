"""Putting goals and what belongs to them into *mine*, and taking them out.

What changes more than one document does so in one transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts.access import Visit
from bothand.rooms.goals.records import Entry, Goal, Step, Trail
from bothand.rooms.goals.rules import MOST_STEPS, append_step, drop_step, mark_step
from bothand.rooms.goals.support.records import SupportWish
from bothand.rooms.goals.support.store import add_record, pick_kind, remove_fits_about, withdraw_if_two
from bothand.vault.body import Opened
from bothand.vault.space import Lot, Space


class Full(Exception):
    """A goal has as many steps as there is room for."""


@dataclass(frozen=True, slots=True)
class OwnGoals:
    """Everything that stands about one's goals; entries are found by their ids. `unopened` counts broken rows."""

    goals: tuple[Opened[Goal], ...]
    trails: tuple[Opened[Trail], ...]
    wishes: tuple[Opened[SupportWish], ...]
    unopened: int

    def list_steps(self, goal: bytes) -> tuple[Step, ...]:
        """The steps of a goal, the first written first."""
        steps = {step.id: step for trail in self.list_trails(goal) for step in trail.record.steps}
        return tuple(steps.values())

    def list_trails(self, goal: bytes) -> list[Opened[Trail]]:
        """Where a goal's steps and entries are; one, or two that two windows began at once."""
        trails = (trail for trail in self.trails if trail.record.goal == goal)
        return sorted(trails, key=lambda trail: (trail.created, trail.id))

    def list_entries(self, goal: bytes) -> list[bytes]:
        """The ids of a goal's entries, the first written first."""
        return list(dict.fromkeys(chain(*(trail.record.entries for trail in self.list_trails(goal)))))

    def find_wish(self, goal: bytes) -> Opened[SupportWish] | None:
        """What support is wanted with a goal, when that was said."""
        return next((wish for wish in self.wishes if wish.record.goal == goal), None)


def load_own(space: Space) -> OwnGoals:
    """What stands. One query."""
    lot: Lot[Any] = space.query(Goal, Trail, SupportWish)
    return OwnGoals(pick_kind(lot, Goal), pick_kind(lot, Trail), pick_kind(lot, SupportWish), lot.unopened)


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


def remove_entry(space: Space, entry: Opened[Entry]) -> None:
    """Take an entry out, and off its goal's trail. Raises Conflict when it changed meanwhile."""

    def change(trail: Trail) -> Trail:
        fewer = tuple(entry_id for entry_id in trail.entries if entry_id != entry.id)
        return msgspec.structs.replace(trail, entries=fewer)

    with transaction.atomic():
        space.remove(entry)
        _amend_trails(space, entry.record.goal, change)


def archive_goal(request: HttpRequest, goal: Opened[Goal], after: Goal) -> None:
    """Archive a goal or take it up again; what was shared of one that is archived is taken back. Raises Conflict."""
    with transaction.atomic():
        Visit(request).mine.replace(goal, after)
        if after.ended is not None:
            withdraw_if_two(request, goal.id)


def delete_goal(request: HttpRequest, goal: Opened[Goal]) -> None:
    """Take a goal out with all that belongs to it, and what was shared of it. Raises Conflict."""
    space = Visit(request).mine
    with transaction.atomic():
        own = load_own(space)
        space.remove(goal)
        wishes = [wish for wish in own.wishes if wish.record.goal == goal.id]
        entries = space.query(Entry, ids=own.list_entries(goal.id)).items
        belongings: list[Opened[Any]] = [*own.list_trails(goal.id), *wishes, *entries]
        for document in belongings:
            space.remove(document)
        remove_fits_about(space, goal.id)
        withdraw_if_two(request, goal.id)


def _extend_trail(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change the first of a goal's trails, or begin one."""
    trails = load_own(space).list_trails(goal)
    if trails:
        space.amend(Trail, trails[0].id, change)
    else:
        space.add(change(Trail(goal=goal)))


def _amend_trails(space: Space, goal: bytes, change: Callable[[Trail], Trail]) -> None:
    """Change each of a goal's trails that the change concerns."""
    for trail in load_own(space).list_trails(goal):
        space.amend(Trail, trail.id, change)
