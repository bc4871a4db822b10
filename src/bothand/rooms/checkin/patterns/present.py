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

EXERCISES: Final = "journal_sessions"


def build_patterns_page(
    found: Sequence[Pattern], partner: str, *, joint: bool, afraid: tuple[str, ...]
) -> PatternsPage:
    """Patterns with their evidence. `joint`: whether steps for two may be offered."""
    return PatternsPage(
        patterns=tuple(_build_pattern(pattern, partner, joint=joint) for pattern in found if pattern.often),
        seldom=tuple(describe_pattern(pattern) for pattern in found if not pattern.often),
        afraid=afraid,
    )


def describe_pattern(pattern: Pattern) -> str:
    """A mark with its counts, as a sentence."""
    told_of = {
        "seen": pattern.seen,
        "asked": pattern.asked,
        "month": format_month(pattern.since),
        "what": MARKS[pattern.mark],
    }
    return _("In %(seen)d of the %(asked)d times you answered since %(month)s, %(what)s.") % told_of


def _build_pattern(pattern: Pattern, partner: str, *, joint: bool) -> PatternLine:
    offered = tuple(name for name in DRAFTS[pattern.mark] if joint or name not in FOR_TWO)
    evidence = tuple(
        SentenceAnswers(
            sentence=sentence, answers=tuple(format_answer(day, answer) for day, answer in each.answers)
        )
        for each in pattern.evidence
        if (sentence := find_wording(each.item, partner))
    )
    what = str(MARKS[pattern.mark])
    return PatternLine(
        key=pattern.mark.lower(),
        words=describe_pattern(pattern),
        evidence=evidence,
        hands=drafts.find_hands(*offered, text=what[:1].upper() + what[1:] + "."),
        exercises=_find_exercises() if pattern.mark in WITH_EXERCISES else "",
        safety=pattern.mark in WITH_HELP,
    )


def _find_exercises() -> str:
    """Where the exercises are; "" while no room has them."""
    try:
        return reverse(EXERCISES)
    except NoReverseMatch:
        return ""
