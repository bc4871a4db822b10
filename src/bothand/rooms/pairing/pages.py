"""The pages of *pairing*, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts.meeting_place import Fate
from bothand.kit.alive import Alive
from bothand.kit.chronicle import Month
from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part, Readable, Slot
from bothand.kit.qr import Code
from bothand.kit.reveal import Table
from bothand.rooms.pairing.forms import ChooseForm, LeaveForm, ThanksForm
from bothand.rooms.pairing.rules import Spot
from bothand.shell.navigation import RoomLink
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """A shared page in a list. `by_me`: who shared it."""

    path: str
    heading: str
    by_me: bool
    day: date


@page()
class OursRoom(Page):
    """The parent of all pages of this room."""

    tab: ClassVar[Text] = _("Shared")
    space: ClassVar[Space] = "ours"
    place: ClassVar[Place] = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A room of *ours* on its first page: its name, how two begin something there, a word about it, and its picture."""

    picture: str
    name: Text
    title: Text
    about: Text
    path: str


@page("pairing/ours.html")
class OursPage(OursRoom):
    """The first page of *ours*: what is alive between two, drawn and listed, and the ways into its rooms.

    coming, standing  what comes up, and what stands: the same things as in the drawing
    first             three ways to begin, while nothing is alive
    joint             whether steps for two may be suggested to who looks; never while *mine* is locked
    waits             a fresh link has to be opened before anything is written
    farewell          the other's note
    """

    tab: ClassVar[Text] = _("Ours")
    aura: ClassVar[bool] = False

    spots: tuple[Spot, ...]
    coming: tuple[Alive, ...]
    standing: tuple[Alive, ...]
    first: tuple[Way, ...]
    ways: tuple[Way, ...]
    joint: bool
    unopened: int
    waits: bool
    farewell: str | None
    afraid: tuple[str, ...]


@page("pairing/pages.html")
class SharedPagesPage(OursRoom):
    """What was shared in one month."""

    month: date | None
    shared: tuple[SharedLine, ...]
    pages: Pages
    unopened: int
    said: str


@page("pairing/reveals.html")
class RevealsPage(OursRoom):
    """What two can reveal together."""

    reveals: tuple[RoomLink, ...]
    afraid: tuple[str, ...]


@page("pairing/alone.html")
class AlonePage(OursRoom):
    """The same for one alone: what it takes, and what there is without it. `link`: whether one waits."""

    space: ClassVar[Space] = "none"
    tab: ClassVar[Text] = _("Ours")
    aura: ClassVar[bool] = False

    ways: tuple[Way, ...]
    link: bool
    kept: bool
    said: str


@page("pairing/invite.html")
class InvitePage(OursRoom):
    """The link, with its picture to scan; or how to make one."""

    space: ClassVar[Space] = "none"

    link: str
    code: Code | None
    fresh: bool


@page("pairing/join.html")
class JoinPage(OursRoom):
    """What a link brings. `name` is who sent it; "" where it opens nothing any more.

    `fresh`: it brings a new key to two who are a couple already. `wrong` says why it could not be opened.
    """

    space: ClassVar[Space] = "none"
    tab: ClassVar[Text] = _("Start")
    place: ClassVar[Place] = "door"

    name: str
    hue: str
    fresh: bool
    may_sign_up: bool
    taken: bool
    wrong: Text = ""


@page("pairing/share.html")
class SharePage(OursRoom):
    """A copy before it is shared, exactly as the other will see it. `there`: one is shared already."""

    space: ClassVar[Space] = "mine"
    place: ClassVar[Place] = "mine"

    hex: str
    readable: Readable
    there: str
    changed: bool
    alone: bool


@page("pairing/page.html")
class SharedPagePage(OursRoom):
    """One shared page."""

    hex: str
    readable: Readable
    by_me: bool
    day: date


@page()
class BackPage(ConfirmPage):
    """Asks before a page is taken back."""

    tab: ClassVar[Text] = _("Shared")
    space: ClassVar[Space] = "ours"
    place: ClassVar[Place] = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksLine:
    """One line of thanks. `heart`: whether the one who was thanked sent a heart back."""

    hex: str
    text: str
    by_me: bool
    day: date
    heart: bool


@page()
class TwoThanksPage(OursRoom, VersionsPage):
    """The same form, sent again with other words."""


@page("pairing/thanks.html")
class ThanksPage(OursRoom):
    """A month of thanks, and a line for one more."""

    form: ThanksForm
    month: date | None
    lines: tuple[ThanksLine, ...]
    pages: Pages
    unopened: int
    said: str


@page("pairing/leave.html")
class LeavePage(OursRoom):
    """How to leave, and what follows."""

    space: ClassVar[Space] = "mine"

    form: LeaveForm


@page("pairing/kept.html")
class KeptPage(OursRoom):
    """What was ours, to read: some months, the newest first."""

    space: ClassVar[Space] = "mine"

    months: tuple[Month, ...]
    pages: Pages
    unopened: int
    just_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What both revealed, once."""

    day: date
    mine: Table
    theirs: Table


@page("pairing/reveal.html")
class RevealPage(OursRoom):
    """Choose, look at exactly that, lay it down; what came of it stands above. `laid` is what lies ready, `preview` what would
    be; `choosing`: the form was sent and comes back, so it stands open. `fate` says that nothing comes of `laid` any more.
    """

    name: str
    title: Text
    about: Text
    form: ChooseForm | None
    choosing: bool
    preview: Table | None
    laid: Table | None
    fate: Fate
    outcomes: tuple[Outcome, ...]
    pages: Pages
    unopened: int


@page("pairing/part_thanks.html")
class ThanksPart(Part):
    """On *Today*: a line of thanks to the other."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 30

    form: ThanksForm
    partner: str

    @property
    def summary(self) -> str:
        return gettext("Thank %(name)s for something") % {"name": self.partner}


@page("pairing/part_told.html")
class ToldPart(Part):
    """On *Today*, for me alone: what went wrong with what two lay down or share. Each is how many, 0 for none.

    `spent`: met, and what came of it is not there. `tired`: laid down too often. `taken`: pages that went or came back.
    """

    slot: ClassVar[Slot] = "first"
    order: ClassVar[int] = 5

    spent: int
    tired: int
    taken: int
    blind: bool
    times: int
