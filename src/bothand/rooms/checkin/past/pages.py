"""The pages of sittings of the past; a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.kit.conflict import VersionsPage
from bothand.rooms.checkin.pages import CheckinPage
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.shell.page import page
from bothand.shell.parts import ConfirmPage, Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingLine:
    """A sitting in the list."""

    path: str
    title: str
    about: str


@page("checkin/past.html")
class PastPage(CheckinPage):
    """The check-ins of a month; None before the first."""

    month: date | None
    sittings: tuple[SittingLine, ...]
    pages: Pages
    unopened: int
    said: str


@page("checkin/sitting.html")
class SittingPage(CheckinPage):
    """A sitting of the past, whose answers can be changed."""

    aura: ClassVar[bool] = False

    form: QuestionsForm
    action: str
    delete: str
    title: str
    day: date


@page()
class TwoSittingsPage(CheckinPage, VersionsPage):
    """A sitting that was changed in two windows."""


@page()
class DeleteSittingPage(CheckinPage, ConfirmPage):
    """Asks before a sitting is deleted."""
