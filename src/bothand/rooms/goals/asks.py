"""What a shared goal asks of the other: the support that its owner wants with it."""

from django.urls import reverse

from bothand.kit.asks import Ask, Asking
from bothand.rooms.goals import labels, rules
from bothand.rooms.goals.between import among
from bothand.rooms.goals.records import SharedGoal
from bothand.vault.body import Opened


def asks(asking: Asking) -> tuple[Ask, ...]:
    """Goals that somebody shares and wants support with. Where the other gives some, that is their answer."""
    found = among(asking.lot, asking.of)
    return tuple(
        Ask(id=one.id, words=_words(one), path=reverse("goals_theirs", args=[one.hex]))
        for one in found.theirs()
        if one.author == asking.by and rules.asks(one.record) and not found.standing(one)
    )


def _words(goal: Opened[SharedGoal]) -> str:
    wanted = ", ".join(map(labels.label, rules.known(goal.record.wanted)))
    return "\n".join(line for line in (goal.record.text, wanted, goal.record.words) if line)
