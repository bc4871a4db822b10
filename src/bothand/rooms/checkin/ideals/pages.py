"""The page of the ten ideals."""

from typing import ClassVar

from bothand.rooms.checkin.ideals.forms import IdealsForm
from bothand.rooms.checkin.pages import CheckinPage
from bothand.shell.page import page


@page("checkin/ideals.html")
class IdealsPage(CheckinPage):
    """The ten ideals, with what was said before. `lead` is the question they share, `unopened` how much did not open."""

    aura: ClassVar[bool] = False

    form: IdealsForm
    lead: str
    unopened: int
