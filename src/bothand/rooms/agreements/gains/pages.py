"""What the template of giving way over time may see."""

from bothand.kit.gains import GainRow
from bothand.rooms.agreements.pages import AgreementsPage
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("agreements/giving.html")
class GainsPage(AgreementsPage):
    """Giving way over time, from my own gains."""

    rows: tuple[GainRow, ...]
    said: str
    pages: Pages
