"""Pieces that several pages of *goals* show, and how they come from what was opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.rooms.goals import labels, rules
from bothand.rooms.goals.records import Fit, Offer, SharedGoal, Wanted
from bothand.vault.body import Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A goal and its support as the other sees it; the text is "" where only the support is shown."""

    text: str
    why: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    words: str
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferShown:
    """Support that was offered, and whether it stands."""

    hex: str
    support: str
    words: str
    since: date
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FitShown:
    """What was said about support, once."""

    hex: str
    day: date
    support: str
    fitted: bool
    words: str


def seen(goal: SharedGoal) -> Seen:
    """A shared goal, whole."""
    return Seen(
        text=goal.text,
        why=goal.why,
        wanted=_labels(goal.wanted),
        unwanted=_labels(goal.unwanted),
        words=goal.words,
        since=goal.since,
    )


def support(wanted: Wanted | None) -> Seen | None:
    """What support is wanted, by itself; None where nothing was said."""
    if wanted is None or not (wanted.wanted or wanted.unwanted or wanted.words):
        return None
    return Seen(
        text="",
        why="",
        wanted=_labels(wanted.wanted),
        unwanted=_labels(wanted.unwanted),
        words=wanted.words,
        since=None,
    )


def offers(made: Iterable[Opened[Offer]], *, stand: bool) -> tuple[OfferShown, ...]:
    """Offers that stand, or that do not, in the order given."""
    return tuple(
        OfferShown(
            hex=one.hex,
            support=labels.offered(one.record.support),
            words=one.record.words,
            since=one.record.since,
            stands=stand,
        )
        for one in made
    )


def fits(said: Iterable[Opened[Fit]]) -> tuple[FitShown, ...]:
    """What was said about support, in the order given."""
    return tuple(
        FitShown(
            hex=one.hex,
            day=one.record.day,
            support=labels.offered(one.record.support),
            fitted=one.record.fitted,
            words=one.record.words,
        )
        for one in said
    )


def pattern(said: Iterable[Opened[Fit]], today: date) -> str:
    """What is told of support that took over, with its evidence; "" where there is too little to tell."""
    found = rules.pattern((one.record for one in said), today)
    if found is None:
        return ""
    return _("In %(took)d of the %(said)d times you said how support was since %(since)s, it took over.") % {
        "took": found.took,
        "said": found.said,
        "since": date_format(found.since, "F Y"),
    }


def goal_address(hex_id: str) -> str:
    """Where a goal of mine is read."""
    return reverse("goals_goal", args=[hex_id])


def _labels(supports: Iterable[str]) -> tuple[str, ...]:
    return tuple(labels.label(one) for one in rules.known(supports))
