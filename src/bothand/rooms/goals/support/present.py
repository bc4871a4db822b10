"""What pages show of shared goals, offers and answers, and how it comes from what was opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.kit.asks import Ask, Asking
from bothand.rooms.goals.support.labels import name_offer, name_support
from bothand.rooms.goals.support.records import Fit, Offer, SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import asks_support, find_pattern, keep_known
from bothand.rooms.goals.support.store import pick_shared
from bothand.vault.body import Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCopy:
    """A goal and its support as the other sees it; the text is "" where only the support is shown."""

    text: str
    why: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    words: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow:
    """Support that was offered, and whether it stands."""

    hex: str
    support: str
    words: str
    since: date
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FitRow:
    """What was said about support, once."""

    hex: str
    day: date
    support: str
    fitted: bool
    words: str


def show_copy(goal: SharedGoal) -> GoalCopy:
    """A shared goal, whole."""
    return GoalCopy(
        text=goal.text,
        why=goal.why,
        wanted=_name_supports(goal.wanted),
        unwanted=_name_supports(goal.unwanted),
        words=goal.words,
        since=goal.since,
    )


def show_wish(wish: SupportWish | None) -> GoalCopy | None:
    """What support is wanted, by itself; None where nothing was said."""
    if wish is None or not (wish.wanted or wish.unwanted or wish.words):
        return None
    return GoalCopy(
        text="",
        why="",
        wanted=_name_supports(wish.wanted),
        unwanted=_name_supports(wish.unwanted),
        words=wish.words,
        since=None,
    )


def list_offers(made: Iterable[Opened[Offer]], *, stand: bool) -> tuple[OfferRow, ...]:
    """Offers that stand, or that do not, in the order given."""
    return tuple(
        OfferRow(
            hex=offer.hex,
            support=name_offer(offer.record.support),
            words=offer.record.words,
            since=offer.record.since,
            stands=stand,
        )
        for offer in made
    )


def list_fits(said: Iterable[Opened[Fit]]) -> tuple[FitRow, ...]:
    """What was said about support, in the order given."""
    return tuple(
        FitRow(
            hex=fit.hex,
            day=fit.record.day,
            support=name_offer(fit.record.support),
            fitted=fit.record.fitted,
            words=fit.record.words,
        )
        for fit in said
    )


def explain_pattern(said: Iterable[Opened[Fit]], today: date) -> str:
    """What is told of support that took over, with its evidence; "" where there is too little to tell."""
    pattern = find_pattern((fit.record for fit in said), today)
    if pattern is None:
        return ""
    return _(
        "Since %(since)s you said %(said)d times how support was for you. %(took)d times it took over."
    ) % {
        "took": pattern.took,
        "said": pattern.said,
        "since": date_format(pattern.since, "F Y"),
    }


def _name_supports(supports: Iterable[str]) -> tuple[str, ...]:
    return tuple(name_support(support) for support in keep_known(supports))


def list_asks(asking: Asking) -> tuple[Ask, ...]:
    """Goals that somebody shares and wants support with. Where the other gives some, that is their answer."""
    shared = pick_shared(asking.lot, asking.of)
    return tuple(
        Ask(id=goal.id, words=_word_ask(goal), path=reverse("goals_partner", args=[goal.hex]))
        for goal in shared.list_theirs()
        if goal.author == asking.by and asks_support(goal.record) and not shared.list_standing(goal)
    )


def _word_ask(goal: Opened[SharedGoal]) -> str:
    wanted = ", ".join(map(name_support, keep_known(goal.record.wanted)))
    return "\n".join(line for line in (goal.record.text, wanted, goal.record.words) if line)
