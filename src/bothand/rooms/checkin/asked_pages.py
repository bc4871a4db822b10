"""The pages of check-ins and check-ups, and of those of the past; a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise

from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part
from bothand.rooms.checkin.pages import TAB
from bothand.rooms.checkin.questions import FearForm, QuestionsForm
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage, Pages


@page()
class CheckinPage(Page):
    """What the pages of check-ins share."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@page("checkin/ask.html")
class BeginPage(CheckinPage):
    """Before a check-in: what it is, when the next one is due, or the one that was begun.

    sort    what would be begun: "first" or "weekly"
    go_on   where the begun one goes on, "" for none; `begun` its day, `stopped` where to end it
    stale   whether that is too long ago to be about the same week
    next    the day of the next one, None when it is due
    """

    sort: Literal["first", "weekly"]
    go_on: str
    stop: str
    begun: date | None
    stale: bool
    next: date | None
    said: str
    unopened: int


@page("checkin/sheet.html")
class SheetPage(CheckinPage):
    """A page of questions. `action` is its own address, `back` the page before it, "" on the first."""

    aura: ClassVar[bool] = False

    form: QuestionsForm
    action: str
    back: str
    number: int
    count: int
    lead: str
    ideals: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the check-up on its overview."""

    path: str
    title: str
    about: str
    done: bool


@page("checkin/whole.html")
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


@page("checkin/fear.html")
class FearPage(CheckinPage):
    """The three questions of the fear rule."""

    form: FearForm
    action: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingLine:
    """A sitting in the list."""

    path: str
    title: str
    about: str


@page("checkin/past.html")
class PastPage(CheckinPage):
    """Check-ins of half a year."""

    first: date
    last: date
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


@page("checkin/part_ask.html")
class CheckinPart(Part):
    """On *Today*: a check-in that is due, or was begun. `go_on` as above; `checkup` says that that is due."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 20

    sort: Literal["first", "weekly"] | None
    go_on: str
    checkup: bool


@page("checkin/part_map.html")
class MapPart(Part):
    """On *Today*, on the day of a check-in: the way to the map."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 21
