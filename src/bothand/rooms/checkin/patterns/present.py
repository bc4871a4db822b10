"""From patterns to their page."""

from collections.abc import Sequence
from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from bothand.kit import drafts
from bothand.rooms.checkin.labels import find_wording, format_answer, format_month
from bothand.rooms.checkin.pages import SentenceAnswers
from bothand.rooms.checkin.patterns.labels import MARKS
from bothand.rooms.checkin.patterns.pages import PatternLine, PatternsPage
from bothand.rooms.checkin.patterns.rules import DRAFTS, FOR_TWO, WITH_EXERCISES, WITH_HELP, Pattern

EXERCISES: Final = "journal_exercises"


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
            sentence=sentence, answers=tuple(format_answer(day, answer) for day, answer in each.answers)
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
