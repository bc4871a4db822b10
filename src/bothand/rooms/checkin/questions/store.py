"""Check-ins into *mine*: begun, gone on with, ended, put off. Each step whole or not at all."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import msgspec
from django.db import transaction

from bothand.domain.checkins import Rhythm
from bothand.rooms.checkin.questions.records import OpenCheckin
from bothand.rooms.checkin.questions.rules import FIRST_VISIT, WEEKLY, Sort, fill_sheet, make_sitting
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.space import Space


def begin_checkin(
    space: Space, sort: Sort, today: date, *, alone: bool, focus: str | None
) -> Opened[OpenCheckin]:
    """Begin a check-in, or give the one that was begun already."""
    found = find_open_checkin(space.query(OpenCheckin).items)
    if found is not None:
        return found
    from bothand.domain import standing

    count = FIRST_VISIT if sort == "first" else WEEKLY
    items = standing.next_items(standing.state_of(space), today, count, alone=alone, focus=focus)
    return space.add(OpenCheckin(sort=sort, day=today, items=items, alone=alone), new_id())


def find_open_checkin(items: Any) -> Opened[OpenCheckin] | None:
    """The check-in that was begun, among what stands. Of two, begun in two windows at once, always the same."""
    found = [one for one in items if isinstance(one.record, OpenCheckin)]
    return min(found, key=lambda one: one.id, default=None)


def save_sheet(
    space: Space, checkin_id: bytes, page: tuple[str, ...], said: Mapping[str, int], today: date
) -> Opened[OpenCheckin]:
    """Keep the answers of a page; of two pages sent from two windows both count. Raises Missing when it was ended."""
    return space.amend(OpenCheckin, checkin_id, lambda checkin: fill_sheet(checkin, page, said, today))


def end_checkin(space: Space, started: Opened[OpenCheckin]) -> bool:
    """Keep what was answered as a sitting of its own; whether there was anything."""
    from bothand.domain import standing

    kept = make_sitting(started.record)
    with transaction.atomic():
        space.remove(started)
        if kept is not None:
            standing.add_answers(space, kept, started.id)
    return kept is not None


def postpone_checkin(space: Space, today: date) -> None:
    """Remember that no check-in is wished for this week. What does not open stays as it lies."""
    with suppress(Conflict, DidNotOpen, NewerVersion):
        space.amend_only(Rhythm, lambda rhythm: msgspec.structs.replace(rhythm, off=today), Rhythm())
