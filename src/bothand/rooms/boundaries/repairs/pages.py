"""Pages of making something good again."""

from datetime import date

from bothand.content.openers import Opener
from bothand.rooms.boundaries.pages import OursPage
from bothand.rooms.boundaries.present import Statement
from bothand.rooms.boundaries.repairs.forms import RepairForm
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("boundaries/repair.html")
class RepairPage(OursPage):
    """Making something good again: words, and then what the other will see. `preview` is that, before it is shown."""

    form: RepairForm
    hex: str
    about: str
    own: bool
    preview: tuple[tuple[str, str], ...]
    starts: tuple[Opener, ...]
    back: str


@page("boundaries/repairs.html")
class RepairsPage(OursPage):
    """What either said in a month to make something good again, the newest first. `month` is its first day."""

    month: date
    repairs: tuple[Statement, ...]
    pages: Pages
    unopened: int
    back: str
