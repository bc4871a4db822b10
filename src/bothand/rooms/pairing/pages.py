"""The pages of *pairing*, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Part, Readable
from bothand.kit.reveal import Table
from bothand.rooms.pairing.forms import ChooseForm, LeaveForm, ThanksForm
from bothand.rooms.pairing.qr import Code
from bothand.shell.navigation import RoomLink
from bothand.shell.page import Page, Place, Space
from bothand.shell.parts import ConfirmPage, Pages

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """A shared page in a list. `by_me`: who shared it."""

    path: str
    heading: str
    by_me: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OursRoom(Page):
    """The parent of all pages of this room."""

    tab: ClassVar[Text] = _("Shared")
    space: ClassVar[Space] = "ours"
    place: ClassVar[Place] = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class OursPage(OursRoom):
    """The first page of *ours*: the rooms of two, and what was shared in one month.

    `waits` says that a fresh link has to be opened before anything is written; `farewell` is the other's note.
    """

    template: ClassVar[str] = "pairing/ours.html"

    rooms: tuple[RoomLink, ...]
    reveals: tuple[RoomLink, ...]
    month: date | None
    shared: tuple[SharedLine, ...]
    pages: Pages
    unopened: int
    waits: bool
    farewell: str | None
    afraid: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlonePage(OursRoom):
    """The same for one alone: what it takes, and what there is without it. `link`: whether one waits."""

    template: ClassVar[str] = "pairing/alone.html"
    space: ClassVar[Space] = "none"

    rooms: tuple[RoomLink, ...]
    link: bool
    kept: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitePage(OursRoom):
    """The link, with its picture to scan; or how to make one."""

    template: ClassVar[str] = "pairing/invite.html"
    space: ClassVar[Space] = "none"

    link: str
    code: Code | None
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage(OursRoom):
    """What a link brings. `name` is who sent it; "" where it opens nothing any more.

    `fresh`: it brings a new key to two who are a couple already. `wrong` says why it could not be opened.
    """

    template: ClassVar[str] = "pairing/join.html"
    space: ClassVar[Space] = "none"
    tab: ClassVar[Text] = _("Start")
    place: ClassVar[Place] = "door"

    name: str
    hue: str
    fresh: bool
    may_sign_up: bool
    taken: bool
    wrong: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePage(OursRoom):
    """A copy before it is shared, exactly as the other will see it. `there`: one is shared already."""

    template: ClassVar[str] = "pairing/share.html"
    space: ClassVar[Space] = "mine"
    place: ClassVar[Place] = "mine"

    hex: str
    readable: Readable
    there: str
    changed: bool
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPagePage(OursRoom):
    """One shared page."""

    template: ClassVar[str] = "pairing/page.html"

    hex: str
    readable: Readable
    by_me: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPage(ConfirmPage):
    """Asks before a page is taken back."""

    tab: ClassVar[Text] = _("Shared")
    space: ClassVar[Space] = "ours"
    place: ClassVar[Place] = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksLine:
    """One line of thanks."""

    hex: str
    text: str
    by_me: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksPage(OursRoom):
    """A month of thanks, and a line for one more."""

    template: ClassVar[str] = "pairing/thanks.html"

    form: ThanksForm
    month: date | None
    lines: tuple[ThanksLine, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePage(OursRoom):
    """How to leave, and what follows."""

    template: ClassVar[str] = "pairing/leave.html"
    space: ClassVar[Space] = "mine"

    form: LeaveForm


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """A page of what was ours. `by` is the other's name where they wrote it."""

    readable: Readable
    by: str
    by_me: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage(OursRoom):
    """What was ours, month by month, to read."""

    template: ClassVar[str] = "pairing/kept.html"
    space: ClassVar[Space] = "mine"

    month: date | None
    kept: tuple[KeptLine, ...]
    pages: Pages
    unopened: int
    just_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What both revealed, once."""

    day: date
    mine: Table
    theirs: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealPage(OursRoom):
    """Choose, look at exactly that, lay it down. `laid` is what lies ready; `preview` what would be."""

    template: ClassVar[str] = "pairing/reveal.html"

    name: str
    title: Text
    about: Text
    form: ChooseForm | None
    preview: Table | None
    laid: Table | None
    outcomes: tuple[Outcome, ...]
    pages: Pages
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksPart(Part):
    """On *Today*: a line of thanks to the other."""

    template: ClassVar[str] = "pairing/part_thanks.html"
    side: ClassVar = "below"
    order: ClassVar[int] = 80

    form: ThanksForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankedPart(Part):
    """On *Today*: what the other thanked for in the last days, and what both revealed."""

    template: ClassVar[str] = "pairing/part_thanked.html"
    order: ClassVar[int] = 20

    lines: tuple[ThanksLine, ...]


ALL = (
    OursPage,
    AlonePage,
    InvitePage,
    JoinPage,
    SharePage,
    SharedPagePage,
    BackPage,
    ThanksPage,
    LeavePage,
    KeptPage,
    RevealPage,
)
