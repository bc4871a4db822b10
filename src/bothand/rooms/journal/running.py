"""Putting runs of exercises into *mine*, going on with them, and taking them out.

A run and the list of runs change in one transaction. Words come before lists: a list that does not open keeps nobody from
writing.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Final

from django.db import transaction

from bothand.rooms.journal import stepping
from bothand.rooms.journal.records import Run, Runs
from bothand.rooms.journal.store import amend
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

_TRIES: Final = 3


class WrittenTwice(Exception):
    """Something else was written beside the same step meanwhile: `there` is the run as it stands."""

    def __init__(self, there: Opened[Run]) -> None:
        super().__init__("written twice")
        self.there = there


def runs(space: Space) -> Runs:
    """The list of runs. Raises DidNotOpen."""
    found = space.only(Runs)
    return Runs() if found is None else found.record


def begin(space: Space, run: Run) -> Opened[Run]:
    """Begin an exercise, or go on with the run of it that waits."""
    with suppress(DidNotOpen, NewerVersion, Missing):
        waiting = stepping.waiting_for(runs(space), run.exercise)
        if waiting is not None:
            return space.get(Run, waiting)
    with transaction.atomic():
        kept = space.add(run, new_id())
        _list(space, lambda there: stepping.begun(there, kept.id, run.exercise))
    return kept


def write(
    space: Space, run_id: bytes, place: int | None, text: str, *, shown: str, button: str, today: date
) -> Opened[Run]:
    """Keep what was written beside a step, or beside the small version (None), and go where the button leads.

    `shown` is the trace of what stood there when it was typed. What another window wrote beside another step stays.
    Raises WrittenTwice when it was beside this one, Missing, DidNotOpen, NewerVersion.
    """
    with transaction.atomic():
        for _ in range(_TRIES - 1):
            with suppress(Conflict):
                return _once(space, run_id, place, text, shown=shown, button=button, today=today)
        return _once(space, run_id, place, text, shown=shown, button=button, today=today)


def remove(space: Space, there: Opened[Run]) -> None:
    """Take a run out, and out of the list. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        _list(space, lambda known: stepping.removed(known, there.id))


def _once(
    space: Space, run_id: bytes, place: int | None, text: str, *, shown: str, button: str, today: date
) -> Opened[Run]:
    there = space.get(Run, run_id)
    now = stepping.words_at(there.record, place)
    if now != text and stepping.trace(now) != shown:
        raise WrittenTwice(there)
    changed = stepping.onwards(stepping.with_words(there.record, place, text), place, button, today)
    kept = there if changed == there.record else space.replace(there, changed)
    if changed.done is not None:
        _list(space, lambda known: stepping.finished(known, run_id))
    return kept


def _list(space: Space, change: Callable[[Runs], Runs]) -> None:
    with suppress(DidNotOpen, NewerVersion):
        amend(space, Runs, change)
