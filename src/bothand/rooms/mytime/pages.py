"""The pages of *mytime*, a frozen type each."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.mytime.forms import InterestForm, LineForm, SayForm, TimeForm, WeekForm
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages


@page()
class MyTimePage(Page):
    """What all pages of this room have."""

    tab: ClassVar[str | Promise] = _("Time")
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something in a list: where it is, its words, a line about it."""

    path: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What I love, loved, or want to try."""

    key: str
    head: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """A line beside a time, and whether the time's owner said *I can't* to it.

    `hide` is where its reader puts it away, or its writer takes it back. `cannot` is where a reader says that they can't,
    and takes that back; "" where nothing is asked.
    """

    label: str
    words: str
    hide: str
    cannot: str
    no: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time of mine: when, what it is for, how the other sees it, what they say to it."""

    path: str
    when: str
    word: str
    shows: str
    lines: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """A time of the other's: when, when that is on my clock ("" where it is the same), their word, what I said to it."""

    path: str
    when: str
    clock: str
    word: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """A time of mine that is over, and the button that begins a line of thanks for it."""

    when: str
    hand: Hand


@page("mytime/own.html")
class OwnTimePage(MyTimePage):
    """The first page: this week's word, the time I take, what it is for; the other's time as they said it.

    `left` is what I said of times of theirs that are said no more, or not as they were.
    """

    week: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    groups: tuple[Group, ...]
    theirs: tuple[Theirs, ...]
    had: tuple[Had, ...]
    left: tuple[SaidLine, ...]
    told: tuple[str, ...]
    empty: bool
    unopened: int
    said: str


@page("mytime/interest.html")
class InterestPage(MyTimePage):
    """Something I love, new or changed. `hex` is "" for something new; `rescued` says why words stand here.

    `words` go along when time is taken for it.
    """

    form: InterestForm
    hex: str
    words: str = ""
    hands: tuple[Hand, ...] = ()
    rescued: str = ""


@page("mytime/week.html")
class WeekPage(MyTimePage):
    """One week, by my own word. `of` is its Monday, `before` the address of the week before. `afraid` says that fear was in the way, and `hands` where words can go on."""

    form: WeekForm
    name: str
    of: str
    before: str
    delete: str
    afraid: bool
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """A week in the table: where it is, its name, what was said of it."""

    path: str
    name: str
    had: str
    minutes: str
    wished: str
    obstacles: str


@page("mytime/weeks.html")
class WeeksPage(MyTimePage):
    """Weeks side by side: wished against had, what was in the way."""

    rows: tuple[WeekRow, ...]
    told: tuple[str, ...]
    pages: Pages
    unopened: int


@page("mytime/take.html")
class TakePage(MyTimePage):
    """Time I take, new or changed. `hex` is "" for a new one; `shown` says how the other sees it, "" for not at all."""

    form: TimeForm
    hex: str
    when: str = ""
    shown: str = ""
    moved: bool = False
    unopened: int = 0
    rescued: str = ""


@page("mytime/say.html")
class SayPage(MyTimePage):
    """Saying a time to the other. `preview` is exactly what they will see, "" before that look.

    `looked` says which state of the time it is of, `said` whether a copy is there already, `zone` which time zone goes
    along.
    """

    form: SayForm
    hex: str
    when: str
    preview: str
    looked: str
    said: bool
    zone: str


@page("mytime/line.html")
class LinePage(MyTimePage):
    """The other's time, and what I say to it."""

    space: ClassVar[Space] = "ours"

    form: LineForm
    hex: str
    when: str
    clock: str
    word: str
    mine: tuple[SaidLine, ...]
    unopened: int


@page()
class TwoWritesPage(MyTimePage, VersionsPage):
    """Something written in two windows."""


@page()
class DeletePage(MyTimePage, ConfirmPage):
    """Asks before something is deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """A time on *Today*: when, its word, "" for busy; of the other's, when that is on my clock, and its own page."""

    when: str
    word: str
    clock: str = ""
    path: str = ""


@page("mytime/part_coming.html")
class ComingPart(Part):
    """On *Today*: the time I take in the next days, as far as I said it, and the time the other said."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 45

    mine: tuple[ComingLine, ...]
    theirs: tuple[ComingLine, ...]
