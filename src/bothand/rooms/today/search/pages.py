"""The page of the search."""

from bothand.kit.search import Hit
from bothand.rooms.today.pages import MineRoom
from bothand.rooms.today.search.forms import FindForm
from bothand.shell.page import page


@page("today/search.html")
class SearchPage(MineRoom):
    """What was looked for in all rooms, and where it stands, the newest first. `more`: there are older ones too."""

    form: FindForm
    term: str
    hits: tuple[Hit, ...]
    more: bool
    unopened: int
