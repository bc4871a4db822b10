"""Where somebody stands, from their own space: the state kept in step with the history, and what may be read of it.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec
from django.db import transaction

from bothand.domain import measurement
from bothand.domain.checkins import PLAN, TALK, Answers, MeasureState, Rhythm
from bothand.engines import measure
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.space import Space

_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What the check-ins say up to now: the record, and the engine's state. `unopened` sittings are not in it."""

    record: MeasureState
    engine: measure.State
    unopened: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing was ever answered."""
        return not self.record.trail

    @property
    def last_day(self) -> date | None:
        """The day of the last sitting with an answer."""
        return date.fromordinal(self.record.trail[-1].day) if self.record.trail else None


def state_of(space: Space) -> Known:
    """What is known of the person whose space this is. One query, about 4 ms after a year.

    A state that another version computed, or that does not open, is computed again from the history, and kept when all
    of that opened.
    """
    try:
        found = space.only(MeasureState)
        if found is None:
            return Known(MeasureState(), measure.start())
        if found.record.program == measurement.PROGRAM:
            return Known(found.record, measurement.engine_state(found.record))
    except (DidNotOpen, NewerVersion, measure.BrokenStateError, measure.OtherVersionError):
        pass
    history, unopened = _read_history(space)
    record = measurement.fold_history(history)
    if not unopened:
        with suppress(Conflict, NewerVersion):
            space.derive(record)
    return Known(record, measurement.engine_state(record), unopened)


def standing_from(known: Known, today: date, *, alone: bool) -> measure.Standing:
    """Where the person stands today: ten facets, two axes, their region."""
    return measure.standing(
        known.engine, measurement.item_bank(alone=alone, weekly=False), _not_before(known.engine, today)
    )


def changes_since(known: Known, name: str, today: date, *, alone: bool) -> measure.Changes | None:
    """What changed since a day to compare with (`measured.PLAN`, `CHECKUP`); None when it was never laid."""
    if name not in [anchor.name for anchor in known.engine.anchors]:
        return None
    day = _not_before(known.engine, today)
    return measure.changes(known.engine, measurement.item_bank(alone=alone, weekly=False), name, day)


def changes_in_a_season(known: Known, today: date, *, alone: bool, least: int = 28) -> measure.Changes | None:
    """What changed since the older of the two days that are laid in turn, if that is `least` days ago or more."""
    laid = [one for one in known.engine.anchors if one.name in measurement.SEASONS]
    oldest = min(laid, key=lambda one: one.day, default=None)
    if oldest is None or today.toordinal() - oldest.day < least:
        return None
    return changes_since(known, oldest.name, today, alone=alone)


def next_items(
    known: Known, today: date, count: int, *, alone: bool, focus: str | None = None
) -> tuple[str, ...]:
    """The ids of the items to ask next; a focus facet gets the larger part of seven."""
    return measure.choose(
        known.engine,
        measurement.item_bank(alone=alone, weekly=True),
        _not_before(known.engine, today),
        count,
        measure.Focus(focus) if focus else None,
    )


def add_answers(space: Space, answers: Answers, record_id: bytes) -> None:
    """Put a sitting in, and bring the state and the rhythm in step with it, at once or not at all.

    The same id again changes nothing. Raises DidNotOpen when what lies there does not open, Conflict when it is another.
    """

    def put(known: Known) -> Answers | None:
        placed = msgspec.structs.replace(answers, order=known.record.count)
        try:
            space.add(placed, record_id)
        except Conflict as conflict:
            there = conflict.theirs
            if there is not None and isinstance(there.record, Answers):
                return None  # the same form sent twice
            raise
        return placed

    _in_step(space, put)


def lay_anchor(space: Space, today: date, record_id: bytes, *, alone: bool) -> None:
    """Lay a day to compare with under `measured.PLAN`: what changes from here on is told against it."""
    add_answers(space, Answers(day=today, sort=PLAN, alone=alone), record_id)


def keep_talk(space: Space, day: date, given: tuple[tuple[str, int], ...], record_id: bytes) -> None:
    """Keep how a talk was: one sitting a talk, at `record_id`; said otherwise or taken back, all is computed again.

    Raises DidNotOpen when what lies there does not open, Conflict when it changed meanwhile.
    """
    try:
        there = space.get(Answers, record_id)
    except Missing:
        if given:
            add_answers(space, Answers(day=day, sort=TALK, given=given), record_id)
        return
    if there.record.given == given:
        return
    if given:
        changed = msgspec.structs.replace(there.record, given=given)
        recompute(space, lambda: space.replace(there, changed))
    else:
        recompute(space, lambda: space.remove(there))


def recompute(space: Space, change: Callable[[], object]) -> None:
    """Change or take away a sitting of the past (`change` does it), and compute everything again from the history.

    Raises what `change` raises, and then nothing was changed.
    """
    with transaction.atomic():
        change()
        record = _derive_state(space)
        _keep_rhythm(space, record)


def _in_step(space: Space, put: Callable[[Known], Answers | None]) -> None:
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                known = state_of(space)
                placed = put(known)
                if placed is None:
                    return
                if not known.unopened and (
                    measurement.is_next(known.record, placed) or known.record.count == 0
                ):
                    record = measurement.fold_sitting(known.record, placed)
                    with suppress(NewerVersion):
                        space.derive(record)
                else:
                    record = _derive_state(space)
                _keep_rhythm(space, record)
        except Conflict as conflict:
            if conflict.theirs is not None or attempt + 1 == _TRIES:
                raise
        else:
            return


def _keep_rhythm(space: Space, record: MeasureState) -> None:
    """The days that *Today* reads; a "not this week" ends with the next sitting. What does not open stays as it lies."""
    with suppress(DidNotOpen, NewerVersion):
        old = space.only(Rhythm)
        new = Rhythm(
            first=_day_of(record.first),
            last=_day_of(record.done),
            checked=_day_of(record.checked),
            off=None if old is None else old.record.off,
        )
        if new.off is not None and new.last is not None and new.off < new.last:
            new = msgspec.structs.replace(new, off=None)
        if old is None:
            space.add(new)
        elif old.record != new:
            space.replace(old, new)


def _derive_state(space: Space) -> MeasureState:
    """The state from the whole history, kept; where not all of that opened, one that is computed again is kept."""
    history, unopened = _read_history(space)
    record = measurement.fold_history(history)
    with suppress(NewerVersion):
        space.derive(MeasureState() if unopened else record)
    return record


def _read_history(space: Space) -> tuple[list[measurement.Sitting], int]:
    """Every sitting, and how many documents did not open, but for the state itself: any of them may have been one."""
    # Not by months: what came with an import may be older than this space.
    lot = space.query()
    sittings = [
        measurement.Sitting(one.id, one.record) for one in lot.items if isinstance(one.record, Answers)
    ]
    return sittings, lot.unopened - _count_broken(space)


def _count_broken(space: Space) -> int:
    """1 when the state itself does not open."""
    try:
        space.only(MeasureState)
    except DidNotOpen:
        return 1
    return 0


def _not_before(known: measure.State, today: date) -> int:
    """Today, or the state's own day where that is later: a clock was put right, or somebody travelled."""
    return max(today.toordinal(), known.day or 0)


def _day_of(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
