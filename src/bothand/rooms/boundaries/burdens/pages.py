"""Pages of what limits me."""

from bothand.kit.conflict import VersionsPage
from bothand.rooms.boundaries.burdens.forms import BurdenForm
from bothand.rooms.boundaries.pages import MinePage
from bothand.rooms.boundaries.present import NoteRow
from bothand.shell.page import page


@page("boundaries/burdens.html")
class BurdensPage(MinePage):
    """On limits and control, for who is limited. `burdens` are what limits me; `form` adds words to the newest."""

    burdens: tuple[NoteRow, ...]
    form: BurdenForm | None
    hex: str
    unopened: int
    said: str


@page()
class TwoBurdensPage(MinePage, VersionsPage):
    """Words about what limits me, written in two windows."""
