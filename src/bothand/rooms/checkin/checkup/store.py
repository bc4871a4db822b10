"""Check-ups into *mine*: begun, answered piece by piece, ended. Each step whole or not at all."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec
from django.db import transaction

from bothand.domain.checkins import Answers, FearAnswers
from bothand.rooms.checkin.checkup.records import OpenCheckup
from bothand.rooms.checkin.checkup.rules import FEAR, IDEALS, list_piece_items
from bothand.rooms.checkin.fear import store as fear
from bothand.rooms.checkin.past.store import amend_sitting
from bothand.rooms.checkin.questions.rules import order_ideals
from bothand.vault.body import Opened
from bothand.vault.errors import Missing
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

_CLOSING: Final = 255


def find_open_checkup(items: Any) -> Opened[OpenCheckup] | None:
    """The check-up that was begun, likewise."""
    found = [one for one in items if isinstance(one.record, OpenCheckup)]
    return min(found, key=lambda one: (one.record.begun, one.id), default=None)


def begin_checkup(space: Space, today: date, *, alone: bool) -> Opened[OpenCheckup]:
    """Begin a check-up, or give the one that was begun already."""
    found = find_open_checkup(space.query(OpenCheckup).items)
    return found or space.add(OpenCheckup(begun=today, alone=alone), new_id())


def make_piece_id(checkup_id: bytes, number: int) -> bytes:
    """The id of a piece: the same form sent twice is one sitting."""
    return hashlib.sha256(checkup_id + bytes([number])).digest()[:16]


def save_piece(space: Space, checkup_id: bytes, number: int, said: Mapping[str, int], today: date) -> None:
    """Keep a piece of a check-up; sent again, it counts as it was sent last. Raises Missing when it was ended."""
    from bothand.domain import standing

    with transaction.atomic():
        checkup = space.get(OpenCheckup, checkup_id)
        alone = checkup.record.alone
        if number == IDEALS:
            kept = Answers(day=today, sort="checkup", ideals=order_ideals(said), alone=alone)
        else:
            asked = list_piece_items(number, alone=alone)
            kept = Answers(
                day=today,
                sort="checkup",
                given=tuple((item, said.get(item, 0)) for item in asked),
                alone=alone,
            )
        old = _find_piece(space, checkup_id, number)
        if old is not None:
            amend_sitting(
                space, old, msgspec.structs.replace(old.record, given=kept.given, ideals=kept.ideals)
            )
        elif any(said.values()):
            standing.add_answers(space, kept, make_piece_id(checkup_id, number))
        _mark_done(space, checkup, number)


def save_fear(space: Space, checkup_id: bytes, kept: FearAnswers) -> None:
    """Keep the fear questions of a check-up. Raises Missing when it was ended."""
    with transaction.atomic():
        checkup = space.get(OpenCheckup, checkup_id)
        fear.save_fear(space, kept)
        _mark_done(space, checkup, FEAR)


def close_checkup(space: Space, checkup_id: bytes, today: date) -> None:
    """End a check-up: what was answered is compared with the one before. A second time changes nothing."""
    from bothand.domain import standing

    with transaction.atomic():
        try:
            checkup = space.get(OpenCheckup, checkup_id)
        except Missing:
            return
        space.remove(checkup)
        if set(checkup.record.done) - {FEAR}:
            last = Answers(day=today, sort="checkup", alone=checkup.record.alone, closes=True)
            standing.add_answers(space, last, make_piece_id(checkup_id, _CLOSING))


def _find_piece(space: Space, checkup_id: bytes, number: int) -> Opened[Answers] | None:
    try:
        return space.get(Answers, make_piece_id(checkup_id, number))
    except Missing:
        return None


def _mark_done(space: Space, checkup: Opened[OpenCheckup], number: int) -> None:
    if number not in checkup.record.done:
        space.replace(checkup, msgspec.structs.replace(checkup.record, done=(*checkup.record.done, number)))
