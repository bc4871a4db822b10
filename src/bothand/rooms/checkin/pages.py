"""What the pages of the check-in share."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.page import Page, Place, page

TAB = _("Check-in")
LINE_LEFT, LINE_WIDTH = 10, 280
"""Where the line of a `Span` begins in its picture, and how long it is."""


@page()
class CheckinPage(Page):
    """What the pages of check-ins share."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@page()
class PicturePage(CheckinPage):
    """A page with a picture of its own has no circles in its corner."""

    aura: ClassVar[bool] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceAnswers:
    """A sentence, and what was answered to it, the newest first."""

    sentence: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A number with its interval on a line: places in the picture, as text."""

    low: str
    width: str
    at: str

    @classmethod
    def place(cls, value: float, low: float, high: float) -> "Span":
        """Shares of the line, 0 to 1, as places on it; what lies beyond an end is held there.

        >>> Span.place(0.5, 0.25, 0.75)
        Span(low='80.0', width='140.0', at='150.0')
        """
        start, end, at = (LINE_LEFT + LINE_WIDTH * min(1.0, max(0.0, share)) for share in (low, high, value))
        return cls(low=f"{start:.1f}", width=f"{max(2.0, end - start):.1f}", at=f"{at:.1f}")
