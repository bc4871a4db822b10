"""Support with a goal: what is wanted and told in *mine*; shared goals and offers in *ours*.

The other sees a shared goal, what is wanted and not, their own offers and whether they stand. Steps, entries and what the
receiver says of support never come to *ours*.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import access, couple_actions
from bothand.kit import shared_copy
from bothand.kit.asks import No
from bothand.rooms.goals.support.records import Fit, Fits, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import LOOKED_AT, SUPPORTS, drop_support, end_offer
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.records import Record
from bothand.vault.space import Lot, Space

_TRIES: Final = 3
R = TypeVar("R", bound=Record)


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


def withdraw_if_two(request: HttpRequest, goal: bytes) -> None:
    if access.find_partner(request) is not None:
        withdraw_goal(request, goal)


def find_wish(space: Space, goal: bytes) -> Opened[SupportWish] | None:
    """What support is wanted with a goal, when that was said. One query."""
    return next((one for one in space.standing(SupportWish).items if one.record.goal == goal), None)


def save_wish(space: Space, wanted: SupportWish, *, revision: int) -> None:
    """Keep what support is wanted. `revision` is of what was shown, 0 for nothing. Raises Conflict."""
    there = find_wish(space, wanted.goal)
    if there is None:
        space.add(wanted)
    elif there.record != wanted:
        if there.revision != revision:
            raise Conflict(wanted, there)
        space.replace(there, wanted)


def drop_wanted(space: Space, goal: bytes, support: str) -> None:
    """Take a support from the list of what is wanted."""
    there = find_wish(space, goal)
    if there is not None and support in there.record.wanted:
        fewer = drop_support(there.record.wanted, support)
        space.replace(there, msgspec.structs.replace(there.record, wanted=fewer))


def load_fits(space: Space) -> Fits:
    """The list of what was said about support. Raises DidNotOpen."""
    found = space.only(Fits)
    return Fits() if found is None else found.record


def list_newest_fits(space: Space) -> list[Opened[Fit]]:
    """What was said of late, the last said first: enough to look for a pattern. Raises DidNotOpen."""
    ids = load_fits(space).entries[-4 * LOOKED_AT :]
    lot = space.several(Fit, ids)
    return sorted(lot.items, key=lambda one: (one.record.day, one.created), reverse=True)


def add_fit(space: Space, fit: Fit, record_id: bytes) -> Opened[Fit]:
    """Put in what was said about support, and on the list."""
    with transaction.atomic():
        kept = add_record(space, fit, record_id)
        amend_fits(space, lambda ids: ids if kept.id in ids else (*ids, kept.id))
    return kept


def remove_fit(space: Space, there: Opened[Fit]) -> None:
    """Take it out, and off the list. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(there)
        amend_fits(space, lambda ids: tuple(one for one in ids if one != there.id))


def amend_fits(space: Space, change: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]) -> None:
    """Change the list of what was said. One that does not open stays as it lies: words come before lists."""

    def once() -> None:
        found = space.only(Fits)
        before = () if found is None else found.record.entries
        after = change(before)
        if after != before:
            if found is None:
                space.add(Fits(entries=after))
            else:
                space.replace(found, Fits(entries=after))

    with suppress(DidNotOpen, NewerVersion):
        retry_change(once)


def add_record(space: Space, record: R, record_id: bytes) -> Opened[R]:
    """Put a new one in. The same form sent twice makes one; what differs gets a place of its own.

    Raises DidNotOpen when what lies there does not open.
    """
    try:
        return space.add(record, record_id)
    except Conflict:
        return space.add(record, new_id())


def retry_change(once: Callable[[], None]) -> None:
    """Do it, and once more when another window was quicker: its change is kept too. Raises Conflict."""
    for _ in range(_TRIES - 1):
        try:
            once()
        except Conflict:
            continue
        return
    once()
