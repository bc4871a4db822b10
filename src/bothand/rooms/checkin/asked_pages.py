"""The pages of check-ins and check-ups, and of those of the past; a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise

from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part
from bothand.rooms.checkin.pages import TAB
from bothand.rooms.checkin.questions import FearForm, QuestionsForm
from bothand.shell.page import Page, Place
from bothand.shell.parts import ConfirmPage, Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMirror(Page):
    """What the pages of check-ins share."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage(OfMirror):
    """Before a check-in: what it is, when the next one is due, or the one that was begun.

    sort    what would be begun: "first" or "weekly"
    go_on   where the begun one goes on, "" for none; `begun` its day, `stopped` where to end it
    stale   whether that is too long ago to be about the same week
    next    the day of the next one, None when it is due
    """

    template: ClassVar[str] = "checkin/ask.html"

    sort: Literal["first", "weekly"]
    go_on: str
    stop: str
    begun: date | None
    stale: bool
    next: date | None
    said: str
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage(OfMirror):
    """A page of questions. `action` is its own address, `back` the page before it, "" on the first."""

    template: ClassVar[str] = "checkin/sheet.html"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePage(OfMirror):
    """The check-up: its pieces and how far it is; or what it is, before it is begun.

    `close` is where it is ended, "" before it is begun; `go_on` the first open piece, "" when all were sent.
    """

    template: ClassVar[str] = "checkin/whole.html"

    pieces: tuple[Piece, ...]
    begun: date | None
    checked: date | None
    due: bool
    go_on: str
    close: str
    compared: bool
    afraid: tuple[str, ...]
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PiecePage(OfMirror):
    """A piece of the check-up with sentences or ideals."""

    template: ClassVar[str] = "checkin/piece.html"
    aura: ClassVar[bool] = False

    form: QuestionsForm
    action: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FearPage(OfMirror):
    """The three questions of the fear rule."""

    template: ClassVar[str] = "checkin/fear.html"

    form: FearForm
    action: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A sitting in the list."""

    path: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPage(OfMirror):
    """Check-ins of half a year."""

    template: ClassVar[str] = "checkin/past.html"

    first: date
    last: date
    sittings: tuple[Past, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingPage(OfMirror):
    """A sitting of the past, whose answers can be changed."""

    template: ClassVar[str] = "checkin/sitting.html"
    aura: ClassVar[bool] = False

    form: QuestionsForm
    action: str
    delete: str
    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSittingsPage(OfMirror, VersionsPage):
    """A sitting that was changed in two windows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetPage(OfMirror, ConfirmPage):
    """Asks before a sitting is deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPart(Part):
    """On *Today*: a check-in that is due, or was begun. `go_on` as above; `checkup` says that that is due."""

    template: ClassVar[str] = "checkin/part_ask.html"
    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 20

    sort: Literal["first", "weekly"] | None
    go_on: str
    checkup: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPart(Part):
    """On *Today*, on the day of a check-in: the way to the map."""

    template: ClassVar[str] = "checkin/part_map.html"
    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 21
