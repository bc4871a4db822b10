"""What *goals* puts on *Today*: a goal the other let me see, and support they offered, for some days; read or not."""

from datetime import timedelta
from typing import Final

from django.urls import reverse

from bothand.kit.manifest import Asked, Part
from bothand.rooms.goals.pages import GoalRow, NewPart
from bothand.rooms.goals.support.labels import name_offer
from bothand.rooms.goals.support.store import pick_shared

SHOWN_FOR: Final = timedelta(days=3)
MOST: Final = 3


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """What came from the other of late. Nothing for one alone; no query of its own."""
    if asked.ours is None:
        return ()
    found = pick_shared(asked.between(), asked.account)
    theirs = [
        one
        for one in found.list_theirs()
        if asked.today - one.record.since < SHOWN_FOR and not found.is_declined(one)
    ]
    mine = [one for one in found.goals if one.author == asked.account]
    offers = [
        one
        for goal in mine
        for one in found.list_standing(goal)
        if asked.today - one.record.since < SHOWN_FOR
    ]
    if not theirs and not offers:
        return ()
    lines = tuple(
        GoalRow(path=reverse("goals_partner", args=[one.hex]), text=one.record.text) for one in theirs[-MOST:]
    )
    offered = tuple(dict.fromkeys(name_offer(one.record.support) for one in offers[-MOST:]))
    return (NewPart(theirs=lines, offered=offered),)
