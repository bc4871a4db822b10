"""The pages of the pulse, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part
from bothand.rooms.checkin.pages import CheckinPage, PicturePage
from bothand.rooms.checkin.pulse.forms import PulseForm
from bothand.rooms.checkin.pulse.rules import Tick
from bothand.shell.page import page
from bothand.shell.parts import ConfirmPage, Pages

Look = Literal["me", "you", "ours"]


@page("checkin/pulse.html")
class PulsePage(CheckinPage):
    """Today's three taps on a page of their own: to change them, or when one was missing."""

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
class PulsesPage(PicturePage):
    """Eight weeks as a picture, with its table."""

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
class DeletePulsePage(CheckinPage, ConfirmPage):
    """Asks before a day is deleted."""


@page()
class TwoPulsesPage(CheckinPage, VersionsPage):
    """One day, answered in two windows."""


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
