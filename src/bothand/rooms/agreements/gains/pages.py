"""What the template of giving way over time may see."""

from dataclasses import dataclass
from datetime import date

from bothand.rooms.agreements.pages import AgreementsPage
from bothand.shell.page import page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class GainRow:
    """One agreement as I gained from it: by my own answers alone."""

    title: str
    day: date
    said: str


@page("agreements/giving.html")
class GainsPage(AgreementsPage):
    """Giving way over time, from my own gains."""

    rows: tuple[GainRow, ...]
    said: str
    pages: Pages
