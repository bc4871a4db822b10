"""How the other's acts in *goals* read in *Between you*."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.kit.asks import CANT, Reply
from bothand.kit.news import Around, Between, News, Told
from bothand.rooms.goals.support.labels import name_offer
from bothand.rooms.goals.support.records import Offer, SharedGoal
from bothand.rooms.goals.support.rules import asks_support
from bothand.vault.body import Opened


def tell_goal(one: Opened[SharedGoal], around: Around) -> Sequence[News]:
    """A goal they let me see; it waits while the support it asks for has no answer of mine."""
    answered = any(
        each.author == around.me
        and (each.record.goal if isinstance(each.record, Offer) else each.record.asked) == one.id
        for each in (*around.standing(Offer), *around.standing(Reply))
    )
    text = _("%(name)s shared a goal: %(goal)s") % {"name": around.name, "goal": one.record.text}
    waits, path = asks_support(one.record) and not answered, reverse("goals_partner", args=[one.hex])
    return (News(text=text, path=path, waits=waits, settled=answered, day=one.record.since),)


def tell_offer(one: Opened[Offer], around: Around) -> Sequence[News]:
    """Support they offer with a goal of mine, until I end it."""
    goal = _find_own(one.record.goal, around)
    if goal is None or one.id in goal.record.ended:
        return ()
    text = _("%(name)s offers you support with a goal: %(support)s") % {
        "name": around.name,
        "support": name_offer(one.record.support),
    }
    return (News(text=text, path=reverse("goals_list"), day=one.record.since),)


def tell_no(one: Opened[Reply], around: Around) -> Sequence[News]:
    """That they can't give the support that a goal of mine asks for."""
    if one.record.how != CANT or _find_own(one.record.asked, around) is None:
        return ()
    text = _("%(name)s can’t support a goal of yours just now.") % {"name": around.name}
    return (News(text=text, path=reverse("goals_list")),)


def _find_own(goal: bytes, around: Around) -> Opened[SharedGoal] | None:
    return next(
        (one for one in around.standing(SharedGoal) if one.id == goal and one.author == around.me), None
    )


BETWEEN: Between = {
    SharedGoal: Told(tell_goal, lasting=True),
    Offer: Told(tell_offer),
    Reply: Told(tell_no),
}
