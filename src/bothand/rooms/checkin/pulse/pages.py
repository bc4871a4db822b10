"""The pages of the pulse, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part, Slot
from bothand.rooms.checkin.pages import CheckinPage, PicturePage
from bothand.rooms.checkin.pulse.forms import PulseForm
from bothand.rooms.checkin.pulse.rules import MonthChart
from bothand.shell.page import page
from bothand.shell.parts import ConfirmPage, Pages


@page("checkin/pulse.html")
class PulsePage(CheckinPage):
    """Today's three taps on a page of their own: to change them, or when one was missing."""

    form: PulseForm
    day: date
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPicture:
    """A month of days, drawn. `initials` of the weekdays; `caption`: what may be said of it in words, "" for nothing."""

    chart: MonthChart
    month: date
    initials: tuple[str, ...]
    alone: bool
    caption: str

    @property
    def heads(self) -> tuple[tuple[str, str], ...]:
        """The columns: where each is, and its initial."""
        return tuple(zip(self.chart.heads, self.initials, strict=True))


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
    """A month of days as a picture, with its table. `picture` is None for a month without an answer."""

    title: str
    lead: str
    picture: MonthPicture | None
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

    slot: ClassVar[Slot] = "pulse"
    order: ClassVar[int] = 10

    form: PulseForm


@page("checkin/part_saved.html")
class SavedPulsePart(Part):
    """On *Today*: what was answered, as pairs of label and text, and the month so far."""

    slot: ClassVar[Slot] = "pulse"
    order: ClassVar[int] = 10

    said: tuple[tuple[str, str], ...]
    picture: MonthPicture

    @property
    def settled(self) -> bool:
        return True
