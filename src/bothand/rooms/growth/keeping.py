"""Putting goals and what belongs to them into *mine*, and taking them out.

What changes more than one document does so in one transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec
from django.db import transaction

from bothand.rooms.growth import flow
from bothand.rooms.growth.records import Entry, Fit, Fits, Goal, Step, Trail, Wanted
from bothand.vault.body import Opened
from bothand.vault.chance import new_id
from bothand.vault.errors import Conflict, Missing
from bothand.vault.records import Record
from bothand.vault.space import Space

_TRIES: Final = 3
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Own:
    """Everything that stands about one's goals; entries are found by their ids. `unopened` counts broken rows."""

    goals: tuple[Opened[Goal], ...]
    steps: tuple[Opened[Step], ...]
    trails: tuple[Opened[Trail], ...]
    wanted: tuple[Opened[Wanted], ...]
    unopened: int

    def steps_of(self, goal: bytes) -> list[Opened[Step]]:
        """The steps of a goal, the first written first."""
        return sorted(
            (one for one in self.steps if one.record.goal == goal), key=lambda one: (one.created, one.id)
        )

    def entries_of(self, goal: bytes) -> list[bytes]:
        """The ids of a goal's entries, the first written first."""
        ids = [one for trail in self.trails if trail.record.goal == goal for one in trail.record.entries]
        return list(dict.fromkeys(ids))

    def wanted_of(self, goal: bytes) -> Opened[Wanted] | None:
        """What support is wanted with a goal, when that was said."""
        return next((one for one in self.wanted if one.record.goal == goal), None)


def own(space: Space) -> Own:
    """What stands. One query."""
    lot = space.standing(Goal, Step, Trail, Wanted)

    def of(kind: type[R]) -> tuple[Opened[R], ...]:
        return tuple(one for one in lot.items if isinstance(one.record, kind))

    return Own(of(Goal), of(Step), of(Trail), of(Wanted), lot.unopened)


def add(space: Space, record: R, record_id: bytes) -> Opened[R]:
    """Put a new one in. The same form sent twice makes one; what differs gets a place of its own.

    Raises DidNotOpen when what lies there does not open.
    """
    try:
        return space.add(record, record_id)
    except Conflict:
        return space.add(record, new_id())


def add_entry(space: Space, entry: Entry, record_id: bytes) -> Opened[Entry]:
    """Put an entry in, and on its goal's trail."""
    with transaction.atomic():
        kept = add(space, entry, record_id)
        _trail(space, entry.goal, lambda ids: ids if kept.id in ids else (*ids, kept.id))
    return kept


def remove_entry(space: Space, there: Opened[Entry]) -> None:
    """Take an entry out, and off its goal's trail. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        _trail(space, there.record.goal, lambda ids: tuple(one for one in ids if one != there.id))


def remove_goal(space: Space, goal: Opened[Goal]) -> None:
    """Take a goal out with all that belongs to it. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        found = own(space)
        said = fits(space)
        space.remove(goal)
        entries = space.several(Entry, found.entries_of(goal.id)).items
        about = [one for one in space.several(Fit, said.entries).items if one.record.goal == goal.id]
        belongs: list[Opened[Any]] = [*found.steps, *found.trails, *found.wanted]
        for one in (*(one for one in belongs if one.record.goal == goal.id), *entries, *about):
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
        fewer = flow.without(there.record.wanted, support)
        space.replace(there, msgspec.structs.replace(there.record, wanted=fewer))


def fits(space: Space) -> Fits:
    """The list of what was said about support. Raises DidNotOpen."""
    found = space.only(Fits)
    return Fits() if found is None else found.record


def newest_fits(space: Space) -> list[Opened[Fit]]:
    """What was said of late, the last said first: enough to look for a pattern. Raises DidNotOpen."""
    ids = fits(space).entries[-4 * flow.LOOKED_AT :]
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


Change = Callable[[tuple[bytes, ...]], tuple[bytes, ...]]


def _trail(space: Space, goal: bytes, change: Change) -> None:
    for attempt in range(_TRIES):
        found = [one for one in own(space).trails if one.record.goal == goal]
        try:
            if not found:
                space.add(Trail(goal=goal, entries=change(())))
            for one in found:
                after = change(one.record.entries)
                if after != one.record.entries:
                    space.replace(one, Trail(goal=goal, entries=after))
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            return


def _amend_fits(space: Space, change: Change) -> None:
    for attempt in range(_TRIES):
        found = space.only(Fits)
        before = () if found is None else found.record.entries
        after = change(before)
        if after == before:
            return
        try:
            if found is None:
                space.add(Fits(entries=after))
            else:
                space.replace(found, Fits(entries=after))
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            return


def step_of(space: Space, goal_id: bytes, step_id: bytes) -> Opened[Step]:
    """A step of this goal. Raises Missing, DidNotOpen."""
    found = space.get(Step, step_id)
    if found.record.goal != goal_id:
        raise Missing
    return found
