"""What stands about goals in *ours*: those that were shared, and the support that was offered with them.

The other sees a shared goal, what is wanted and not, their own offers and whether they stand. Steps, entries and what the
receiver says of support never come here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import access, couple_actions
from bothand.kit import shared_copy
from bothand.kit.asks import No
from bothand.rooms.goals.records import Goal, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.rules import SUPPORTS, end_offer, keep_known
from bothand.rooms.goals.store import drop_wanted, remove_goal
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict
from bothand.vault.space import Lot, Space

_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class SharedGoals:
    """What stands, as one of two sees it. `me` is the author of what is mine."""

    me: bytes
    goals: tuple[Opened[SharedGoal], ...]
    offers: tuple[Opened[Offer], ...]
    unopened: int
    noes: tuple[Opened[No], ...] = ()

    def find_goal(self, shared: bytes) -> Opened[SharedGoal] | None:
        """A shared goal by its id."""
        return next((one for one in self.goals if one.id == shared), None)

    def list_theirs(self) -> list[Opened[SharedGoal]]:
        """The other's, the first shared first."""
        return sorted(
            (one for one in self.goals if one.author != self.me), key=lambda one: (one.created, one.id)
        )

    def list_offers(self, goal: Opened[SharedGoal]) -> list[Opened[Offer]]:
        """Offers with a goal, by the other than its owner, of what there is; the first made first."""
        found = (
            one
            for one in self.offers
            if one.record.goal == goal.id and one.author != goal.author and one.record.support in SUPPORTS
        )
        return sorted(found, key=lambda one: (one.created, one.id))

    def list_standing(self, goal: Opened[SharedGoal]) -> list[Opened[Offer]]:
        """Offers that their receiver has not ended, and says nothing against."""
        over, unwanted = set(goal.record.ended), set(goal.record.unwanted)
        return [
            one for one in self.list_offers(goal) if one.id not in over and one.record.support not in unwanted
        ]

    def list_offer_ids(self, shared: bytes) -> tuple[bytes, ...]:
        """The ids of all offers with what lies, or lay, in a shared goal's place."""
        return tuple(one.id for one in self.offers if one.record.goal == shared)

    def is_declined(self, goal: Opened[SharedGoal]) -> bool:
        """Whether the one who does not own a goal said *I can't* to what it asks."""
        return any(one.record.asked == goal.id and one.author != goal.author for one in self.noes)

    def list_left_over(self) -> list[Opened[Offer]]:
        """My offers with goals that are no longer shared."""
        there = {one.id for one in self.goals}
        return [one for one in self.offers if one.author == self.me and one.record.goal not in there]


def load_shared(request: HttpRequest) -> SharedGoals:
    """What stands in *ours*. One query. Raises as `access.open_ours`."""
    return pick_shared(
        access.open_ours(request).standing(SharedGoal, Offer, No),
        access.visitor_of_request(request).account,
    )


def pick_shared(lot: Lot[Any], me: bytes) -> SharedGoals:
    """The same of what was opened already."""
    return SharedGoals(
        me=me,
        goals=tuple(one for one in lot.items if isinstance(one.record, SharedGoal)),
        offers=tuple(one for one in lot.items if isinstance(one.record, Offer)),
        unopened=lot.unopened,
        noes=tuple(one for one in lot.items if isinstance(one.record, No)),
    )


def find_copy(request: HttpRequest, found: SharedGoals | None, goal: bytes) -> Opened[SharedGoal] | None:
    """The shared copy of a goal of mine, among what stands; None for one alone. Raises as `couple_actions.copy_id`."""
    if found is None:
        return None
    there = found.find_goal(couple_actions.copy_id(request, goal))
    return there if there is not None and there.author == found.me else None


def load_shared_of_two(request: HttpRequest) -> SharedGoals | None:
    """As `load_shared`; None for one alone."""
    return None if access.find_partner(request) is None else load_shared(request)


def build_copy(
    goal: Goal, wanted: SupportWish | None, before: SharedGoal | None, *, with_why: bool, fresh: SharedGoal
) -> SharedGoal:
    """Exactly what the other would see. What was shared before keeps its day and what was ended, else `fresh` says them."""
    kept = fresh if before is None else before
    return SharedGoal(
        text=goal.text,
        why=goal.why if with_why else "",
        wanted=() if wanted is None else keep_known(wanted.wanted),
        unwanted=() if wanted is None else keep_known(wanted.unwanted),
        words="" if wanted is None else wanted.words,
        since=kept.since,
        ended=kept.ended,
    )


def begin_copy(request: HttpRequest, found: SharedGoals, goal: bytes, today: date) -> SharedGoal:
    """A goal that is about to be shared: support that was offered before it was taken back does not come to life again."""
    return SharedGoal(text="", since=today, ended=found.list_offer_ids(couple_actions.copy_id(request, goal)))


def end_support(request: HttpRequest, goal: bytes, offer_id: bytes) -> None:
    """End support, at once and without a reason; it is not asked for again until its receiver says so.

    What is taken back or withdrawn already has ended. Raises as `access.open_ours`, Conflict.
    """
    space = access.open_mine(request)
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                _end_support(request, space, goal, offer_id)
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            return


def _end_support(request: HttpRequest, space: Space, goal: bytes, offer_id: bytes) -> None:
    found = load_shared(request)
    there = find_copy(request, found, goal)
    offers = [] if there is None else found.list_offers(there)
    offer = next((one for one in offers if one.id == offer_id), None)
    if there is None or offer is None:
        return
    after = end_offer(there.record, offer.id, offer.record.support)
    if after != there.record:
        access.open_ours(request).replace(there, after)
    drop_wanted(space, goal, offer.record.support)


def withdraw_goal(request: HttpRequest, goal: bytes) -> bool:
    """Take a shared goal back; whether there was one."""
    return shared_copy.withdraw_copy(request, SharedGoal, of=goal)


def archive_goal(request: HttpRequest, goal: Opened[Goal], after: Goal) -> None:
    """Put a goal away or take it up again; what was shared of one that is put away is taken back. Raises Conflict."""
    with transaction.atomic():
        access.open_mine(request).replace(goal, after)
        if after.ended is not None:
            withdraw_if_two(request, goal.id)


def delete_goal(request: HttpRequest, goal: Opened[Goal]) -> None:
    """Take a goal out with all that belongs to it, and what was shared of it. Raises Conflict."""
    with transaction.atomic():
        remove_goal(access.open_mine(request), goal)
        withdraw_if_two(request, goal.id)


def withdraw_if_two(request: HttpRequest, goal: bytes) -> None:
    if access.find_partner(request) is not None:
        withdraw_goal(request, goal)
