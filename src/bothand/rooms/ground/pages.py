"""The pages of *ground*, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.ground import Dial
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.ground.drawing import Picture
from bothand.rooms.ground.forms import DialsForm, LeaningsForm, OrderForm, ThingsForm, ValuesForm
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import Pages

Text = str | Promise
TAB = _("Ground")


@page()
class GroundRoom(Page):
    """The parent of all pages of this room. Each works for one alone. It goes before a parent that has a tab of its own."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One of the four sheets. `said` is what of it is mine; `show`, `beside` lead to showing it and to what was shown."""

    key: str
    title: Text
    about: Text
    said: str
    path: str
    button: Text
    show: str = ""
    beside: str = ""


@page("ground/all.html")
class GroundPage(GroundRoom):
    """The first page of the room: what is mine of each sheet, and the ways on."""

    sheets: tuple[Sheet, ...]
    empty: bool
    unopened: int
    afraid: tuple[str, ...]


@page("ground/values.html")
class ValuesPage(GroundRoom):
    """The deck to pick from. `ordered`: whether there is an order to look at."""

    form: ValuesForm
    ordered: bool


@page("ground/order.html")
class OrderPage(GroundRoom):
    """A place for each value."""

    form: OrderForm
    many: int


@page("ground/things.html")
class ThingsPage(GroundRoom):
    """Interests and goals, one a line."""

    form: ThingsForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A dial to turn, with its fields. `open` is there where something was said that can be left open again."""

    dial: Dial
    now: BoundField
    wish: BoundField
    open: BoundField | None


@page("ground/dials.html")
class DialsPage(GroundRoom):
    """The ten dials."""

    form: DialsForm
    lead: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Cards of one area, as fields."""

    name: str
    fields: tuple[BoundField, ...]


@page("ground/leanings.html")
class LeaningsPage(GroundRoom):
    """On whom I lean for what."""

    form: LeaningsForm
    lead: str
    areas: tuple[Area, ...]


@page()
class TwoSheetsPage(GroundRoom, VersionsPage):
    """Two windows wrote one sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that was revealed. `lines` are who and what; `hands` lead on with it, all with the same words."""

    head: str
    lines: tuple[tuple[str, str], ...] = ()
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one finding."""

    key: str
    head: str
    about: str = ""
    rows: tuple[Row, ...]


@page("ground/beside.html")
class BesidePage(GroundRoom):
    """What both revealed of one sheet, side by side: overlaps first. `day` is None where nothing was revealed yet;
    `careful`: while the fear rule holds, what is offered is for oneself only. A long list comes in `pages`.
    """

    space: ClassVar[Space] = "ours"

    title: Text
    day: date | None
    groups: tuple[Group, ...]
    picture: Picture | None
    pages: Pages
    show: str
    unopened: int
    careful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A sheet as a link."""

    title: Text
    path: str


@page("ground/part_shown.html")
class ShownPart(Part):
    """On *Today*: what both showed each other in the last days; nothing else of this room."""

    order: ClassVar[int] = 30

    links: tuple[Link, ...]
