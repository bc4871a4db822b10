"""What templates of *boundaries* may see of one's own; `pages_between` has the rest."""

from bothand.kit.conflict import VersionsPage
from bothand.rooms.boundaries.burdens.forms import BurdenForm
from bothand.rooms.boundaries.pages import MinePage
from bothand.rooms.boundaries.present import NoteRow
from bothand.shell.page import page


@page("boundaries/burdens.html")
class BurdensPage(MinePage):
    """On limits and control, for who is limited. `marks` are what limits me; `form` adds words to the newest."""

    marks: tuple[NoteRow, ...]
    form: BurdenForm | None
    hex: str
    unopened: int
    said: str


@page()
class TwoBurdensPage(MinePage, VersionsPage):
    """Words about what limits me, written in two windows."""
