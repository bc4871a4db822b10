"""The pages of somebody and of lists, a frozen type each."""

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.people.pages import Fact, Line, PeopleRoomPage
from bothand.rooms.people.persons.forms import FindForm, MetForm, PersonForm
from bothand.shell.page import page
from bothand.shell.parts import ConfirmPage, Pages


@page("people/people.html")
class PeopleListPage(PeopleRoomPage):
    """Everybody of mine, by name, in pages."""

    people: tuple[Line, ...]
    pages: Pages
    unopened: int


@page("people/find.html")
class FindPage(PeopleRoomPage):
    """Looking for somebody. `term` is "" until something was looked for."""

    form: FindForm
    term: str
    found: tuple[Line, ...]
    more: bool
    unopened: int


@page("people/person.html")
class PersonPage(PeopleRoomPage):
    """Somebody, whole."""

    hex: str
    name: str
    about: str
    facts: tuple[Fact, ...]
    note: str
    met: tuple[str, ...]
    form: MetForm
    today: str
    shared: str
    shown_path: str
    hands: tuple[Hand, ...]


@page("people/write.html")
class PersonFormPage(PeopleRoomPage):
    """Somebody new, or changed. `hex` is "" for somebody new; `rescued` says why words stand here."""

    form: PersonForm
    hex: str
    name: str
    rescued: str = ""


@page()
class TwoPeoplePage(PeopleRoomPage, VersionsPage):
    """Somebody, changed in two windows."""


@page()
class DeletePersonPage(PeopleRoomPage, ConfirmPage):
    """Asks before somebody is taken out."""
