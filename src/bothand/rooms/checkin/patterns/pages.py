"""The page of patterns."""

from dataclasses import dataclass

from bothand.kit.drafts import Hand
from bothand.rooms.checkin.pages import CheckinPage, SentenceAnswers
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLine:
    """A mark among one's own answers: in words, with its evidence and its ways on."""

    key: str
    words: str
    lately: str
    evidence: tuple[SentenceAnswers, ...]
    hands: tuple[Hand, ...]
    exercises: str
    safety: bool


@page("checkin/patterns.html")
class PatternsPage(CheckinPage):
    """Patterns: what came up at least every second time, and what was asked about and did not."""

    patterns: tuple[PatternLine, ...]
    seldom: tuple[str, ...]
    afraid: tuple[str, ...]
    unopened: int = 0
