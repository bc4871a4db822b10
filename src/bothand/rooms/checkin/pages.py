"""What the pages of the check-in share."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.page import Page, Place, page

TAB = _("Check-in")


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
