"""Support with a goal: what is wanted and told in *mine*; shared goals and offers in *ours*.

The other sees a shared goal, what is wanted and not, their own offers and whether they stand. Steps, entries and what the
receiver says of support never come to *ours*.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.kit import shared_copy
from bothand.kit.asks import CANT, Reply
from bothand.rooms.goals.support.records import Fit, Fits, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import LOOKED_AT, SUPPORTS, drop_support, end_offer
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id
from bothand.vault.records import Record
from bothand.vault.retry import retry_on_conflict
from bothand.vault.space import Lot, Space

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SharedGoals:
    """What stands, as one of two sees it. `me` is the author of what is mine."""

    me: bytes
    goals: tuple[Opened[SharedGoal], ...]
    offers: tuple[Opened[Offer], ...]
    noes: tuple[Opened[Reply], ...]
    unopened: int

    def find_goal(self, shared: bytes) -> Opened[SharedGoal] | None:
        """A shared goal by its id."""
        return next((goal for goal in self.goals if goal.id == shared), None)

    def list_theirs(self) -> list[Opened[SharedGoal]]:
        """The other's, the first shared first."""
        theirs = (goal for goal in self.goals if goal.author != self.me)
        return sorted(theirs, key=lambda goal: (goal.created, goal.id))

    def list_offers(self, goal: Opened[SharedGoal]) -> list[Opened[Offer]]:
        """Offers with a goal, by the other than its owner, of what there is; the first made first."""
        made = (
            offer
            for offer in self.offers
            if offer.record.goal == goal.id
            and offer.author != goal.author
            and offer.record.support in SUPPORTS
        )
        return sorted(made, key=lambda offer: (offer.created, offer.id))

    def list_standing(self, goal: Opened[SharedGoal]) -> list[Opened[Offer]]:
        """Offers that their receiver has not ended, and says nothing against."""
        ended, unwanted = set(goal.record.ended), set(goal.record.unwanted)
        return [
            offer
            for offer in self.list_offers(goal)
            if offer.id not in ended and offer.record.support not in unwanted
        ]

    def list_offer_ids(self, shared: bytes) -> tuple[bytes, ...]:
        """The ids of all offers with what lies, or lay, in a shared goal's place."""
        return tuple(offer.id for offer in self.offers if offer.record.goal == shared)

    def is_declined(self, goal: Opened[SharedGoal]) -> bool:
        """Whether the one who does not own a goal said *I can't* to what it asks."""
        return any(
            no.record.asked == goal.id and no.record.how == CANT and no.author != goal.author
            for no in self.noes
        )

    def list_left_over(self) -> list[Opened[Offer]]:
        """My offers with goals that are no longer shared."""
        shared = {goal.id for goal in self.goals}
        return [offer for offer in self.offers if offer.author == self.me and offer.record.goal not in shared]


def load_shared(request: HttpRequest) -> SharedGoals:
    """What stands in *ours*. One query. Raises as `Visit.ours`."""
    visit = Visit(request)
    lot: Lot[Any] = visit.ours.query(SharedGoal, Offer, Reply)
    return pick_shared(lot, visit.me)


def load_shared_of_two(request: HttpRequest) -> SharedGoals | None:
    """As `load_shared`; None for one alone."""
    return None if Visit(request).partner is None else load_shared(request)


def pick_shared(lot: Lot[Any], me: bytes) -> SharedGoals:
    """The same of what was opened already."""
    return SharedGoals(
        me=me,
        goals=pick_kind(lot, SharedGoal),
        offers=pick_kind(lot, Offer),
        noes=pick_kind(lot, Reply),
        unopened=lot.unopened,
    )


def pick_kind(lot: Lot[Any], kind: type[R]) -> tuple[Opened[R], ...]:
    """The documents of one kind among those that were opened together."""
    return tuple(opened for opened in lot.items if isinstance(opened.record, kind))


def find_copy(request: HttpRequest, shared: SharedGoals | None, goal: bytes) -> Opened[SharedGoal] | None:
    """The copy of a goal of mine, among what stands; None for one alone. Raises as `couple_actions.copy_id`."""
    if shared is None:
        return None
    copy = shared.find_goal(couple_actions.copy_id(request, goal))
    return copy if copy is not None and copy.author == shared.me else None


def begin_copy(request: HttpRequest, shared: SharedGoals, goal: bytes, today: date) -> SharedGoal:
    """A goal that is about to be shared: support that was offered before it was taken back does not come to life again."""
    ended = shared.list_offer_ids(couple_actions.copy_id(request, goal))
    return SharedGoal(text="", since=today, ended=ended)


def end_support(request: HttpRequest, goal: bytes, offer_id: bytes) -> None:
    """End support, at once and without a reason; it is not asked for again until its receiver says so.

    What is taken back or withdrawn already has ended. Raises as `Visit.ours_to_write`, Conflict.
    """
    ours, mine = Visit(request).ours_to_write, Visit(request).mine

    def end_once() -> None:
        shared = load_shared(request)
        copy = find_copy(request, shared, goal)
        offers = [] if copy is None else shared.list_offers(copy)
        offer = next((offer for offer in offers if offer.id == offer_id), None)
        if copy is None or offer is None:
            return
        after = end_offer(copy.record, offer.id, offer.record.support)
        with transaction.atomic():
            if after != copy.record:
                ours.replace(copy, after)
            drop_wanted(mine, goal, offer.record.support)

    retry_on_conflict(end_once)


def withdraw_goal(request: HttpRequest, goal: bytes) -> bool:
    """Take a shared goal back; whether there was one."""
    return shared_copy.withdraw_copy(request, SharedGoal, of=goal)


def withdraw_if_two(request: HttpRequest, goal: bytes) -> None:
    """Take a shared goal back, if there is somebody to share it with."""
    if Visit(request).partner is not None:
        withdraw_goal(request, goal)


def find_wish(space: Space, goal: bytes) -> Opened[SupportWish] | None:
    """What support is wanted with a goal, when that was said. One query."""
    return next((wish for wish in space.query(SupportWish).items if wish.record.goal == goal), None)


def save_wish(space: Space, wish: SupportWish, *, revision: int) -> None:
    """Keep what support is wanted. `revision` is of what was shown, 0 for nothing. Raises Conflict."""
    old = find_wish(space, wish.goal)
    if old is None:
        space.add(wish)
    elif old.record != wish:
        if old.revision != revision:
            raise Conflict(wish, old)
        space.replace(old, wish)


def drop_wanted(space: Space, goal: bytes, support: str) -> None:
    """Take a support from the list of what is wanted. Raises Conflict."""
    old = find_wish(space, goal)
    if old is not None and support in old.record.wanted:
        fewer = drop_support(old.record.wanted, support)
        space.replace(old, msgspec.structs.replace(old.record, wanted=fewer))


def load_fits(space: Space) -> Fits:
    """The list of what was said about support. Raises DidNotOpen."""
    fits = space.only(Fits)
    return Fits() if fits is None else fits.record


def list_newest_fits(space: Space) -> list[Opened[Fit]]:
    """What was said of late, the last said first: enough to look for a pattern. Raises DidNotOpen."""
    newest = load_fits(space).entries[-4 * LOOKED_AT :]
    return sort_fits(space.query(Fit, ids=newest).items)


def sort_fits(fits: Iterable[Opened[Fit]]) -> list[Opened[Fit]]:
    """What was said, the last said first."""
    return sorted(fits, key=lambda fit: (fit.record.day, fit.created), reverse=True)


def add_fit(space: Space, fit: Fit, record_id: bytes) -> Opened[Fit]:
    """Put in what was said about support, and on the list."""
    with transaction.atomic():
        kept = add_record(space, fit, record_id)
        _amend_fits(space, lambda ids: ids if kept.id in ids else (*ids, kept.id))
    return kept


def remove_fit(space: Space, fit: Opened[Fit]) -> None:
    """Take it out, and off the list. Raises Conflict when it changed meanwhile."""
    with transaction.atomic():
        space.remove(fit)
        _amend_fits(space, lambda ids: tuple(fit_id for fit_id in ids if fit_id != fit.id))


def remove_fits_about(space: Space, goal: bytes) -> None:
    """Take out what was said about support with a goal. A list that does not open stays, with all that is on it."""
    with suppress(DidNotOpen):
        said = space.query(Fit, ids=load_fits(space).entries).items
        about = {fit.id: fit for fit in said if fit.record.goal == goal}
        for fit in about.values():
            space.remove(fit)
        if about:
            _amend_fits(space, lambda ids: tuple(fit_id for fit_id in ids if fit_id not in about))


def add_record(space: Space, record: R, record_id: bytes) -> Opened[R]:
    """Put a new one in. The same form sent twice makes one; what differs gets a place of its own.

    Raises DidNotOpen when what lies there does not open.
    """
    try:
        return space.add(record, record_id)
    except Conflict:
        return space.add(record, new_id())


def _amend_fits(space: Space, change: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]) -> None:
    """Change the list of what was said. One that does not open stays as it lies: words come before lists."""
    with suppress(DidNotOpen, NewerVersion):
        space.amend_only(Fits, lambda fits: Fits(entries=change(fits.entries)), Fits())
