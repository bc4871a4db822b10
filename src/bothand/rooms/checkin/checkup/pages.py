"""The pages of the check-up, and of one beside the one before; a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.rooms.checkin.pages import CheckinPage
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the check-up on its overview."""

    path: str
    title: str
    about: str
    done: bool


@page("checkin/checkup.html")
class CheckupPage(CheckinPage):
    """The check-up: its pieces and how far it is; or what it is, before it is begun.

    `close` is where it is ended, "" before it is begun; `go_on` the first open piece, "" when all were sent.
    """

    pieces: tuple[Piece, ...]
    begun: date | None
    checked: date | None
    due: bool
    go_on: str
    close: str
    compared: bool
    afraid: tuple[str, ...]
    unopened: int


@page("checkin/piece.html")
class PiecePage(CheckinPage):
    """A piece of the check-up with sentences or ideals."""

    aura: ClassVar[bool] = False

    form: QuestionsForm
    action: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """A facet or axis before and after."""

    title: str
    difference: str
    range: str
    words: str


@page("checkin/comparison.html")
class ComparisonPage(CheckinPage):
    """The last check-up beside the one before it."""

    title: str
    since: date | None = None
    day: date | None = None
    lines: tuple[ComparisonLine, ...] = ()
    afraid: tuple[str, ...]
    unopened: int = 0
