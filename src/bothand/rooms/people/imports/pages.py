"""The pages of a contact file that comes in, a frozen type each."""

from dataclasses import dataclass

from bothand.rooms.people.imports.forms import BringForm
from bothand.rooms.people.pages import PeopleRoomPage
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("people/bring.html")
class BringPage(PeopleRoomPage):
    """A contact file comes in."""

    form: BringForm
    waits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Somebody from a file. `like` is the name of who they may be, "" for nobody here."""

    hex: str
    name: str
    about: str
    group: str
    like: str


@page("people/choose.html")
class ChoosePage(PeopleRoomPage):
    """Whom to bring in, and what each would be. `failed` says why the last choice did not hold."""

    offered: tuple[Offered, ...]
    count: int
    dropped: tuple[str, ...]
    pages: Pages
    failed: str
    unopened: int
