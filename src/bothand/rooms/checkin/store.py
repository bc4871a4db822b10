"""Check-ins and check-ups into *mine*: begun, gone on with, ended, changed, deleted. Each step whole or not at all."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Final

import msgspec
from django.db import transaction

from bothand.domain.checkins import Answers, FearAnswers, Rhythm
from bothand.rooms.checkin import asking
from bothand.rooms.checkin.asking import Sheet
from bothand.rooms.checkin.records import OpenCheckin, OpenCheckup
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

_TRIES: Final = 3
_CLOSING: Final = 255


def begin_checkin(
    space: Space, sort: asking.Sort, today: date, *, alone: bool, focus: str | None
) -> Opened[OpenCheckin]:
    """Begin a check-in, or give the one that was begun already."""
    found = find_open_checkin(space.standing(OpenCheckin).items)
    if found is not None:
        return found
    from bothand.domain import standing

    count = asking.FIRST_VISIT if sort == "first" else asking.WEEKLY
    items = standing.next_items(standing.state_of(space), today, count, alone=alone, focus=focus)
    return space.add(OpenCheckin(sort=sort, day=today, items=items, alone=alone), new_id())


def find_open_checkin(items: Any) -> Opened[OpenCheckin] | None:
    """The check-in that was begun, among what stands. Of two, begun in two windows at once, always the same."""
    found = [one for one in items if isinstance(one.record, OpenCheckin)]
    return min(found, key=lambda one: one.id, default=None)


def find_open_checkup(items: Any) -> Opened[OpenCheckup] | None:
    """The check-up that was begun, likewise."""
    found = [one for one in items if isinstance(one.record, OpenCheckup)]
    return min(found, key=lambda one: (one.record.begun, one.id), default=None)


def save_sheet(
    space: Space, run: bytes, page: Sheet, said: Mapping[str, int], today: date
) -> Opened[OpenCheckin]:
    """Keep the answers of a page. Raises Missing when the check-in was ended in another window."""
    for attempt in range(_TRIES):
        there = space.get(OpenCheckin, run)
        try:
            return space.replace(there, asking.fill_sheet(there.record, page, said, today))
        except Conflict:
            # Another page of the same check-in, sent from another window: both count.
            if attempt + 1 == _TRIES:
                raise
    raise AssertionError


def end_checkin(space: Space, started: Opened[OpenCheckin]) -> bool:
    """Keep what was answered as a sitting of its own; whether there was anything."""
    from bothand.domain import standing

    kept = asking.make_sitting(started.record)
    with transaction.atomic():
        space.remove(started)
        if kept is not None:
            standing.add_answers(space, kept, started.id)
    return kept is not None


def amend_sitting(space: Space, found: Opened[Answers], said: Answers) -> None:
    """Change a sitting of the past, and all that follows from it. Raises Conflict, NewerVersion."""
    from bothand.domain import standing

    if said != found.record:
        standing.recompute(space, lambda: space.replace(found, said))


def remove_sitting(space: Space, found: Opened[Answers]) -> None:
    """Delete a sitting of the past, and all that follows from it. Raises Conflict when it changed meanwhile."""
    from bothand.domain import standing

    standing.recompute(space, lambda: space.remove(found))


def refill_sheet(record: Answers, page: Sheet, said: Mapping[str, int]) -> Answers:
    """A sitting in which a page was answered once more, by the browser's way back."""
    if page.ideals:
        return msgspec.structs.replace(record, ideals=asking.order_ideals(said))
    given = tuple((item, said.get(item, 0) if item in page.items else old) for item, old in record.given)
    there = {item for item, _ in given}
    new = tuple((item, said.get(item, 0)) for item in page.items if item not in there)
    return msgspec.structs.replace(record, given=(*given, *new))


def postpone_checkin(space: Space, today: date) -> None:
    """Remember that no check-in is wished for this week. What does not open stays as it lies."""
    with suppress(Conflict, DidNotOpen, NewerVersion), transaction.atomic():
        old = space.only(Rhythm)
        if old is None:
            space.add(Rhythm(off=today))
        else:
            space.replace(old, msgspec.structs.replace(old.record, off=today))


# The check-up


def begin_checkup(space: Space, today: date, *, alone: bool) -> Opened[OpenCheckup]:
    """Begin a check-up, or give the one that was begun already."""
    found = find_open_checkup(space.standing(OpenCheckup).items)
    return found or space.add(OpenCheckup(begun=today, alone=alone), new_id())


def make_piece_id(run: bytes, number: int) -> bytes:
    """The id of a piece: the same form sent twice is one sitting."""
    return hashlib.sha256(run + bytes([number])).digest()[:16]


def save_piece(space: Space, run: bytes, number: int, said: Mapping[str, int], today: date) -> None:
    """Keep a piece of a check-up; sent again, it counts as it was sent last. Raises Missing when it was ended."""
    from bothand.domain import standing

    with transaction.atomic():
        there = space.get(OpenCheckup, run)
        alone = there.record.alone
        if number == asking.IDEALS:
            kept = Answers(day=today, sort="checkup", ideals=asking.order_ideals(said), alone=alone)
        else:
            asked = asking.list_piece_items(number, alone=alone)
            kept = Answers(
                day=today,
                sort="checkup",
                given=tuple((item, said.get(item, 0)) for item in asked),
                alone=alone,
            )
        old = _find_piece(space, run, number)
        if old is not None:
            amend_sitting(
                space, old, msgspec.structs.replace(old.record, given=kept.given, ideals=kept.ideals)
            )
        elif any(said.values()):
            standing.add_answers(space, kept, make_piece_id(run, number))
        _mark_done(space, there, number)


def save_fear(space: Space, run: bytes, kept: FearAnswers) -> None:
    """Keep the fear questions of a check-up. Raises Missing when it was ended.

    Answered otherwise a second time they are kept beside the first: a *never* that comes later takes nothing back.
    """
    with transaction.atomic():
        there = space.get(OpenCheckup, run)
        said = bytes(9 if one is None else one for one in (kept.say_no, kept.disagree, kept.at_home))
        record_id = hashlib.sha256(make_piece_id(run, asking.FEAR) + said).digest()[:16]
        with suppress(Conflict):  # the same answers on another day
            space.add(kept, record_id)
        _mark_done(space, there, asking.FEAR)


def close_checkup(space: Space, run: bytes, today: date) -> None:
    """End a check-up: what was answered is compared with the one before. A second time changes nothing."""
    from bothand.domain import standing

    with transaction.atomic():
        try:
            there = space.get(OpenCheckup, run)
        except Missing:
            return
        space.remove(there)
        if set(there.record.done) - {asking.FEAR}:
            last = Answers(day=today, sort="checkup", alone=there.record.alone, closes=True)
            standing.add_answers(space, last, make_piece_id(run, _CLOSING))


def _find_piece(space: Space, run: bytes, number: int) -> Opened[Answers] | None:
    try:
        return space.get(Answers, make_piece_id(run, number))
    except Missing:
        return None


def _mark_done(space: Space, there: Opened[OpenCheckup], number: int) -> None:
    if number not in there.record.done:
        space.replace(there, msgspec.structs.replace(there.record, done=(*there.record.done, number)))
