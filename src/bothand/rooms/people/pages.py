"""The pages of *people*, a frozen type each."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.people.drawing import Picture
from bothand.rooms.people.forms import FindForm, MetForm, PersonForm, ShareForm
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages


@page()
class PeopleRoomPage(Page):
    """What all pages of this room have."""

    tab: ClassVar[str | Promise] = _("People")
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Somebody in a list: where they are, their name, a line about them."""

    path: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Somebody who could be called: `number` is for the phone, `why` what they are for me."""

    path: str
    name: str
    why: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Somebody in the table beside the picture."""

    name: str
    whose: str
    gives: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFinding:
    """The pattern of a circle that became smaller: the finding, what says so, how sure."""

    finding: str
    evidence: tuple[str, ...]


@page("people/around.html")
class AroundPage(PeopleRoomPage):
    """Who is around me: the picture with its table, the blend in words, who to call, whom I miss."""

    aura: ClassVar[bool] = False

    picture: Picture
    label: str
    caption: str
    rows: tuple[Row, ...]
    more_rows: bool
    blend: tuple[str, ...]
    calls: tuple[Call, ...]
    unseen: tuple[Line, ...]
    birthdays: tuple[Line, ...]
    own: tuple[Line, ...]
    own_more: bool
    ours: tuple[Line, ...]
    to_meet: tuple[Line, ...]
    theirs: tuple[Line, ...]
    told: ChangeFinding | None
    waits: bool
    empty: bool
    unopened: int
    said: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line about somebody. `link` is where it leads: a number to call, an address to write to."""

    label: str
    text: str
    link: str = ""


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


@page("people/share.html")
class SharePage(PeopleRoomPage):
    """Putting a copy of somebody into *ours*: first what of them, then a look at exactly that.

    `preview` is the copy as the other will see it, None before that look; `looked` says which state of mine it is of.
    `ways` and `birthday` say whether there is anything of that to show.
    """

    form: ShareForm
    hex: str
    name: str
    preview: "Copied | None"
    looked: str
    ways: bool
    birthday: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A copy in *ours*, as both see it."""

    name: str
    stage: str
    words: str
    facts: tuple[Fact, ...]


@page("people/shown.html")
class SharedPersonPage(PeopleRoomPage):
    """Somebody in *ours*. `person` is the address of my own page about them, `share` where I change the copy; "" for none."""

    space: ClassVar[Space] = "ours"

    hex: str
    copied: Copied
    by_me: bool
    person: str
    share: str


@page("people/part_birthday.html")
class BirthdayPart(Part):
    """On *Today*: whose birthday is today or tomorrow, among those whom both can see."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 40

    lines: tuple[Line, ...]
