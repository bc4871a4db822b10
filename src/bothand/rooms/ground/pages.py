"""The pages of *ground*, a frozen type each."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.ground import Dial
from bothand.kit.conflict import VersionsPage
from bothand.rooms.ground.forms import DialsForm, OrderForm, PursuitsForm, ReliancesForm, ValuesForm
from bothand.shell.page import Page, Place, Space, page

Text = str | Promise
TAB = _("Ground")


@page()
class GroundPage(Page):
    """The parent of all pages of this room. Each works for one alone. It goes before a parent that has a tab of its own."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCard:
    """One of the four sheets. `said` is what of it is mine; `show`, `beside` lead to showing it and to what was shown."""

    key: str
    title: Text
    about: Text
    said: str
    path: str
    button: Text
    show: str = ""
    beside: str = ""


@page("ground/overview.html")
class OverviewPage(GroundPage):
    """The first page of the room: what is mine of each sheet, and the ways on."""

    sheets: tuple[SheetCard, ...]
    unopened: int
    afraid: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckCard:
    """A card to tick, with its line."""

    id: str
    name: str
    line: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A value in its order. `key` names it in the form."""

    key: str
    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The order of the values: a form of its own, with a way up and down for each. `turn` is where one comes from."""

    revision: int
    shown: str
    values: tuple[Ranked, ...]
    turn: str


@page("ground/values.html")
class ValuesPage(GroundPage):
    """A few cards at a time, and what is chosen so far in its order.

    held   chosen cards that are not among those shown
    turn   which few these are, counted from 0
    beads  a dot for each of ten, true for those that are taken
    """

    form: ValuesForm
    cards: tuple[DeckCard, ...]
    held: tuple[str, ...]
    turn: int
    chosen: int
    beads: tuple[tuple[int, bool], ...]
    ranking: Ranking


@page("ground/order.html")
class OrderPage(GroundPage):
    """A place for each value. Fields for their numbers stand there only where a number that was sent is no place."""

    form: OrderForm
    ranking: Ranking


@page("ground/pursuits.html")
class PursuitsPage(GroundPage):
    """Interests and goals, one a line."""

    form: PursuitsForm


@dataclass(frozen=True, slots=True, kw_only=True)
class DialFields:
    """A dial to turn, with its fields. `open` is there where something was said that can be left open again."""

    dial: Dial
    now: BoundField
    wish: BoundField
    open: BoundField | None


@page("ground/dials.html")
class DialsPage(GroundPage):
    """One dial: `number` of `count`, from 1. `others` are the fields of the other dials, which go along."""

    form: DialsForm
    lead: str
    turn: DialFields
    others: tuple[tuple[str, str], ...]
    number: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RelianceArea:
    """Cards of one area, as fields."""

    name: str
    fields: tuple[BoundField, ...]


@page("ground/reliances.html")
class ReliancesPage(GroundPage):
    """On whom I lean for what."""

    form: ReliancesForm
    lead: str
    areas: tuple[RelianceArea, ...]


@page()
class VersionsOfSheetPage(GroundPage, VersionsPage):
    """Two windows wrote one sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A sheet as a link."""

    title: Text
    path: str
