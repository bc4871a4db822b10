"""The pages of contact files, in and out, and of who came twice: a frozen type each."""

from dataclasses import dataclass
from typing import ClassVar

from bothand.rooms.people.forms import BringForm, OutForm
from bothand.rooms.people.pages import Fact, PeopleRoomPage
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPage(PeopleRoomPage):
    """A contact file comes in."""

    template: ClassVar[str] = "people/bring.html"

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePage(PeopleRoomPage):
    """Whom to bring in, and what each would be. `failed` says why the last choice did not hold."""

    template: ClassVar[str] = "people/choose.html"

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


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinsPage(PeopleRoomPage):
    """People who may be one and the same."""

    template: ClassVar[str] = "people/twins.html"

    pairs: tuple[tuple[Twin, Twin], ...]
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutPage(PeopleRoomPage):
    """People go out as a contact file."""

    template: ClassVar[str] = "people/out.html"

    form: OutForm
    any: bool
    unopened: int


PAGES = (BringPage, ChoosePage, TwinsPage, OutPage)
