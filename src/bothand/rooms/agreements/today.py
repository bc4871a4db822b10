"""What agreements put on *Today*."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from bothand.accounts.wall_clock import now
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, AgreementIndex
from bothand.kit.manifest import Asked, Part
from bothand.rooms.agreements.matters.records import Matter
from bothand.rooms.agreements.pages import AgreementsPart, Row
from bothand.rooms.agreements.present import present_agreements
from bothand.rooms.agreements.ratings.records import RATE
from bothand.vault.meeting_place import OwnCopy, Result
from bothand.vault.space import Lot

FRESH = timedelta(days=3)
MOST_ON_TODAY = 3


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """Agreements to look at again, and matters where something came out these days; nothing else, and no count."""
    if asked.ours is None:
        return ()
    index = next(
        (one.record for one in asked.between().items if isinstance(one.record, AgreementIndex)), None
    )
    if index is None:
        return ()
    fresh = _find_fresh(asked)
    ids = agreements.find_due(index, asked.today)[:MOST_ON_TODAY]
    if not ids and not fresh:
        return ()
    lot: Lot[Any] = asked.ours.query(Agreement, Matter, ids=[*ids, *fresh])
    by_id = {opened.id: opened for opened in lot.items}
    due = [by_id[one] for one in ids if one in by_id and agreements.is_due(by_id[one].record, asked.today)]
    begun = [by_id[one] for one in fresh if one in by_id and isinstance(by_id[one].record, Matter)]
    found: list[Part] = []
    if begun:
        rows = tuple(
            Row(path=reverse("agreements_found", args=[one.hex]), title=one.record.title)
            for one in begun[:MOST_ON_TODAY]
        )
        found.append(AgreementsPart(fresh=True, rows=rows))
    if due:
        found.append(AgreementsPart(fresh=False, rows=present_agreements(due[:MOST_ON_TODAY])))
    return tuple(found)


def _find_fresh(asked: Asked) -> list[bytes]:
    """The matters of mine that something came out about: known to both in the same moment."""
    since = now() - FRESH
    results = {one.record.topic: one for one in asked.between().items if isinstance(one.record, Result)}
    found = []
    for one in asked.standing().items:
        if isinstance(one.record, OwnCopy) and one.record.sort.startswith(RATE):
            result = results.get(one.record.topic)
            if result is not None and result.created >= since:
                found.append(bytes.fromhex(one.record.sort.split(":")[1]))
    return list(dict.fromkeys(found))
