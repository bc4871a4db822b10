"""What a shared goal asks of the other: the support that its owner wants with it."""

from django.urls import reverse

from bothand.kit.asks import Ask, Asking
from bothand.rooms.goals.between import pick_shared
from bothand.rooms.goals.labels import name_support
from bothand.rooms.goals.records import SharedGoal
from bothand.rooms.goals.rules import asks_support, keep_known
from bothand.vault.body import Opened


def list_asks(asking: Asking) -> tuple[Ask, ...]:
    """Goals that somebody shares and wants support with. Where the other gives some, that is their answer."""
    found = pick_shared(asking.lot, asking.of)
    return tuple(
        Ask(id=one.id, words=_word_ask(one), path=reverse("goals_theirs", args=[one.hex]))
        for one in found.list_theirs()
        if one.author == asking.by and asks_support(one.record) and not found.list_standing(one)
    )


def _word_ask(goal: Opened[SharedGoal]) -> str:
    wanted = ", ".join(map(name_support, keep_known(goal.record.wanted)))
    return "\n".join(line for line in (goal.record.text, wanted, goal.record.words) if line)
