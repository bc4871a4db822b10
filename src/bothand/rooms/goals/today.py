"""What *goals* puts on *Today*: a goal the other let me see, and support they offered, for some days; read or not."""

from datetime import timedelta
from typing import Final

from bothand.kit.manifest import Asked, Part
from bothand.rooms.goals.pages import NewPart
from bothand.rooms.goals.present import list_partner_rows
from bothand.rooms.goals.support.labels import name_offer
from bothand.rooms.goals.support.store import pick_shared

SHOWN_FOR: Final = timedelta(days=3)
MOST: Final = 3


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """What came from the other of late. Nothing for one alone; no query of its own."""
    if asked.ours is None:
        return ()
    shared = pick_shared(asked.between(), asked.account)
    theirs = [
        goal
        for goal in shared.list_theirs()
        if asked.today - goal.record.since < SHOWN_FOR and not shared.is_declined(goal)
    ]
    offers = [
        offer
        for goal in shared.goals
        if goal.author == asked.account
        for offer in shared.list_standing(goal)
        if asked.today - offer.record.since < SHOWN_FOR
    ]
    if not theirs and not offers:
        return ()
    offered = tuple(dict.fromkeys(name_offer(offer.record.support) for offer in offers[-MOST:]))
    return (NewPart(theirs=list_partner_rows(theirs[-MOST:]), offered=offered),)
