"""From patterns to their page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from bothand.kit import drafts
from bothand.kit.manifest import DraftName
from bothand.rooms.checkin.labels import ANSWERS, find_wording, format_day, format_month
from bothand.rooms.checkin.pages import SentenceAnswers
from bothand.rooms.checkin.patterns.labels import MARKS
from bothand.rooms.checkin.patterns.pages import PatternLine, PatternsPage
from bothand.rooms.checkin.patterns.rules import Pattern

if TYPE_CHECKING:
    pass

DRAFTS: Final[dict[str, tuple[DraftName, ...]]] = {
    "C0": ("wish", "page"),
    "C1": ("wish", "goal"),
    "C2": ("topic", "page"),
    "C3": ("topic", "page"),
    "C4": ("topic", "agreement"),
    "C5": ("boundary", "wish"),
    "C6": ("boundary", "page"),
    "C7": ("topic", "page"),
    "I1": ("topic", "page"),
    "I2": ("page", "topic"),
    "I3": ("topic", "wish"),
}
WITH_EXERCISES: Final = frozenset({"C0", "C1", "C5", "C6"})
"""Marks for which there are exercises to do by oneself."""
EXERCISES: Final = "journal_exercises"
FOR_TWO: Final[frozenset[DraftName]] = frozenset({"topic", "agreement"})
"""Ways on that are steps for two: left out while the fear rule holds, and alone."""
WITH_HELP: Final = frozenset({"C6", "C7"})
"""Marks that can also be a matter of safety: the way there stands beside them, without a word about why."""


def build_patterns_page(
    found: Sequence[Pattern], partner: str, *, joint: bool, afraid: tuple[str, ...]
) -> PatternsPage:
    """Patterns with their evidence. `joint`: whether steps for two may be offered."""
    return PatternsPage(
        patterns=tuple(_build_pattern(one, partner, joint=joint) for one in found if one.often),
        seldom=tuple(describe_pattern(one) for one in found if not one.often),
        afraid=afraid,
    )


def describe_pattern(one: Pattern) -> str:
    """A mark with its counts, as a sentence."""
    told_of = {
        "seen": one.seen,
        "asked": one.asked,
        "month": format_month(one.since),
        "what": MARKS[one.mark],
    }
    return _("In %(seen)d of the %(asked)d times you were asked since %(month)s, %(what)s.") % told_of


def _build_pattern(one: Pattern, partner: str, *, joint: bool) -> PatternLine:
    offered = tuple(name for name in DRAFTS[one.mark] if joint or name not in FOR_TWO)
    evidence = tuple(
        SentenceAnswers(
            sentence=sentence, answers=tuple(_answer(day, answer) for day, answer in each.answers)
        )
        for each in one.evidence
        if (sentence := find_wording(each.item, partner))
    )
    what = str(MARKS[one.mark])
    return PatternLine(
        key=one.mark.lower(),
        words=describe_pattern(one),
        evidence=evidence,
        hands=drafts.find_hands(*offered, text=what[:1].upper() + what[1:] + "."),
        exercises=_find_exercises() if one.mark in WITH_EXERCISES else "",
        safety=one.mark in WITH_HELP,
    )


def _find_exercises() -> str:
    """Where the exercises are; "" while no room has them."""
    try:
        return reverse(EXERCISES)
    except NoReverseMatch:
        return ""


def _answer(day: int, answer: int) -> str:
    return _("%(answer)s, %(day)s") % {"answer": ANSWERS[answer], "day": format_day(day)}
