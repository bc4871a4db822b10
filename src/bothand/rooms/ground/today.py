"""What of the ground stands on *Today*: what both showed each other in the last days, and nothing else."""

from datetime import timedelta
from typing import Final

from django.urls import reverse

from bothand.accounts.wall_clock import now
from bothand.kit.manifest import Asked, Part
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.pages import Link, RevealedPart
from bothand.vault.meeting_place import OwnCopy, Result, result_fits

FRESH: Final = timedelta(days=3)


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """Both came to know of it in the same moment, so it tells nothing of either that the other does not know."""
    if asked.ours is None:
        return ()
    since = now() - FRESH
    made = {
        one.record.topic: one.record
        for one in asked.between().items
        if isinstance(one.record, Result) and one.created >= since
    }
    if not made:
        return ()
    shown = {
        copy.sort
        for copy in (one.record for one in asked.standing().items)
        if isinstance(copy, OwnCopy)
        and copy.topic in made
        and result_fits(made[copy.topic], asked.account, copy)
    }
    links = tuple(
        Link(title=one.title, path=reverse("ground_comparison", args=[one.name]))
        for one in store.REVEALS
        if one.sort in shown
    )
    return (RevealedPart(links=links),) if links else ()
