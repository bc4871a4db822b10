"""What the template of what came out may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise

from bothand.accounts.meeting_place import Fate
from bothand.kit.drafts import Hand
from bothand.rooms.agreements.packages.forms import SeeForm
from bothand.rooms.agreements.pages import TAB, Labelled
from bothand.shell.page import Place, page
from bothand.shell.process_page import PartDonePage, ProcessPage


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """A package in words. `number` is its place, `mark` says which it is: best for both, my way, the other's."""

    number: int
    lines: tuple[Labelled, ...]
    mark: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """A question with its option, as it is told to one of the two: a picture from 1 to 5, and both in words."""

    question: str
    option: str
    picture: str
    suits: str
    matters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How well a result suits somebody, and how well it is now: as a picture, and in words."""

    name: str
    width: int
    now: int
    suits: str
    suited: str
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """An answer of mine that would have changed what came out: what it is about, as it is, as it would have been."""

    about: str
    now: str
    then: str


@page("agreements/waiting.html")
class WaitingPage(PartDonePage):
    """My answers are in, and nothing came out yet; `fate` where nothing comes of them any more.

    `earlier` is what I said before that does not fit them.
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"

    hex: str
    answered: bool
    fate: Fate
    earlier: tuple[str, ...]


@page("agreements/found.html")
class FoundPage(ProcessPage):
    """What came of both answers, told in the reader's own terms.

    state   "found", "none", "void"
    count   how many packages there could be at all
    given   what I get, question by question; `why` the same in sentences
    bars    how well it suits me, and the other where they chose to show it; `shown` whether I show mine
    firm    how easily it would have changed; `turns` which answers of mine would have changed it
    same    whether it is just as it is now
    little  whether one of the two closed most options
    again   without common ground: what could be opened again
    see     the choice of more, each with what it gives away
    of      how many there are, where only some of them are shown of a long list; else 0
    yes     the number of the package that I said yes to, -1 for none; it shows to nobody else
    agreed  the number of the one that both said yes to, -1 for none
    fate    where nothing comes of an answer of mine any more: to seeing more, or a yes
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"

    hex: str
    state: str
    answered: bool
    packages: tuple[PackageRow, ...] = ()
    count: int = 0
    given: tuple[GivenRow, ...] = ()
    why: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    shown: bool = False
    firm: str = ""
    turns: tuple[TurnRow, ...] = ()
    same: bool = False
    little: bool = False
    again: tuple[str, ...] = ()
    see: SeeForm | None = None
    more: bool = False
    of: int = 0
    wanted: bool = False
    fate: Fate = ""
    yes: int = -1
    agreed: int = -1
    topic: str = ""
    hands: tuple[Hand, ...] = ()
