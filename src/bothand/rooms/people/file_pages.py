"""The pages of contact files, in and out, and of who came twice: a frozen type each."""

from dataclasses import dataclass

from bothand.rooms.people.forms import BringForm, OutForm
from bothand.rooms.people.pages import Fact, PeopleRoomPage
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """One of two who look alike."""

    hex: str
    name: str
    facts: tuple[Fact, ...]
    note: str


@page("people/twins.html")
class TwinsPage(PeopleRoomPage):
    """People who may be one and the same."""

    pairs: tuple[tuple[Twin, Twin], ...]
    unopened: int


@page("people/out.html")
class OutPage(PeopleRoomPage):
    """People go out as a contact file."""

    form: OutForm
    any: bool
    unopened: int
