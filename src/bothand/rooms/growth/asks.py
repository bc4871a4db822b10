"""What a shared goal asks of the other: the support that its owner wants with it."""

from django.urls import reverse

from bothand.rooms.growth import flow, wording
from bothand.rooms.growth.between import among
from bothand.rooms.growth.records import SharedGoal
from bothand.rooms.kit.asks import Ask, Asking
from bothand.vault.body import Opened


def asks(asking: Asking) -> tuple[Ask, ...]:
    """Goals that somebody shares and wants support with. Where the other gives some, that is their answer."""
    found = among(asking.lot, asking.of)
    return tuple(
        Ask(id=one.id, words=_words(one), path=reverse("growth_theirs", args=[one.hex]))
        for one in found.theirs()
        if one.author == asking.by and flow.asks(one.record) and not found.standing(one)
    )


def _words(goal: Opened[SharedGoal]) -> str:
    wanted = ", ".join(map(wording.label, flow.known(goal.record.wanted)))
    return "\n".join(line for line in (goal.record.text, wanted, goal.record.words) if line)
