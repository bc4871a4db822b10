"""The pages of the pulse, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise

from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part
from bothand.rooms.checkin.pages import TAB
from bothand.rooms.checkin.pulse.forms import PulseForm
from bothand.rooms.checkin.pulse.rules import Tick
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage, Pages

Look = Literal["me", "you", "ours"]


@page("checkin/pulse.html")
class PulsePage(Page):
    """Today's three taps on a page of their own: to change them, or when one was missing."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    form: PulseForm
    day: date
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLine:
    """One question's row in the picture. `top`, `bottom`: its outermost answers; `look`: whose colour.

    `dots` are x and y as written in SVG: a number would be formatted for the reader's language, a hundred times a page.
    """

    title: str
    top: str
    bottom: str
    look: Look
    dots: tuple[tuple[str, str], ...]
    path: str
    shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseRow:
    """A day in the table; what was left out is empty. `value` is its date in ISO 8601, `name` the day in full."""

    value: str
    name: str
    label: str
    myself: str
    between: str
    balance: str
    words: str


@page("checkin/pulses.html")
class PulsesPage(Page):
    """Eight weeks as a picture, with its table."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"
    aura: ClassVar[bool] = False

    title: str
    first: date
    last: date
    width: int
    height: int
    lines: tuple[PictureLine, ...]
    ticks: tuple[Tick, ...]
    days: tuple[PulseRow, ...]
    between_label: str
    with_balance: bool
    pages: Pages
    current: bool
    today: bool
    unopened: int
    said: str


@page()
class DeletePulsePage(ConfirmPage):
    """Asks before a day is deleted."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@page()
class TwoPulsesPage(VersionsPage):
    """One day, answered in two windows."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@page("checkin/part_pulse.html")
class PulsePart(Part):
    """On *Today*: the three taps."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 10

    form: PulseForm


@page("checkin/part_saved.html")
class SavedPulsePart(Part):
    """On *Today*: what was answered, as pairs of label and text."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 10

    said: tuple[tuple[str, str], ...]
