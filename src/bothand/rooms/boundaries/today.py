"""The manifest of *boundaries*."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext

from bothand.domain.boundaries import SharedBoundary, Wording
from bothand.kit.asks import find_noes
from bothand.kit.manifest import Asked, Part
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.pages import NewPart
from bothand.rooms.boundaries.records import Answer
from bothand.vault.space import Lot

MOST = 3


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """What the other showed or answered within a week, and what one wanted to look at again by now.

    It says what is there. Whether anybody has read or answered it is nobody's to know, and said nowhere.
    """
    due = [one for one in rules.sort_own(asked.standing().items) if rules.is_due(one.record, asked.today)]
    came = _list_news(asked)
    if not due and not came:
        return ()
    listed = tuple(present.build_due_row(one) for one in due[:MOST])
    return (NewPart(came=came[:MOST], due=listed),)


def _list_news(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Each with its address. What I answered has been here long enough."""
    if asked.ours is None:
        return ()
    mine, lot = asked.account, asked.between()
    own = {one.record.boundary for one in lot.items if isinstance(one.record, Answer) and one.author == mine}
    own |= set(find_noes(lot, mine))
    found = []
    for one in lot.items:
        if one.author == mine or not rules.is_fresh(localtime(one.changed).date(), asked.today):
            continue
        name = {"name": asked.partner}
        record = one.record
        if isinstance(record, SharedBoundary) and one.id not in own and record.ended is None:
            path = reverse("boundaries_shared_show", args=[one.hex])
            found.append((one.changed, _announce_share(record.words, asked.partner), path))
        elif isinstance(record, Answer) and _is_own(lot, record.boundary, mine):
            path = reverse("boundaries_shared_show", args=[record.boundary.hex()])
            found.append((one.changed, gettext("%(name)s wrote to your boundary.") % name, path))
    newest = sorted(found, key=lambda one: one[0], reverse=True)
    return tuple((text, path) for _when, text, path in newest)


def _announce_share(one: Wording, partner: str) -> str:
    area = labels.name_choice(labels.AREAS, one.area)
    named = {"name": partner, "area": area}
    if not one.will:
        return gettext("%(name)s shared a wish.") % named
    if not area:
        return gettext("%(name)s shared a boundary.") % named
    return gettext("%(name)s shared a boundary about %(area)s.") % named


def _is_own(lot: Lot[Any], boundary: bytes, mine: bytes) -> bool:
    return any(
        one.id == boundary and isinstance(one.record, SharedBoundary) and one.author == mine
        for one in lot.items
    )
