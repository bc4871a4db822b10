"""What the template of what came out may see."""

from dataclasses import dataclass

from bothand.accounts.meeting_place import Fate
from bothand.kit.drafts import Hand
from bothand.rooms.agreements.packages.forms import SeeForm
from bothand.rooms.agreements.pages import AgreementsPage, Labelled
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """A package in words. `number` is its place, `mark` says which it is: best for both, my way, the other's."""

    number: int
    lines: tuple[Labelled, ...]
    mark: str = ""
    chosen: bool = False


@page("agreements/found.html")
class FoundPage(AgreementsPage):
    """What came of both answers, told in the reader's own terms.

    state   "" while nothing came out, else "found", "none", "void"
    count   how many packages there could be at all
    why     what it means for me, in sentences; `firm` how little would have turned it
    same    whether it is just as it is now
    little  whether one of the two closed most options
    again   without common ground: what could be opened again
    see     the choice of more, each with what it gives away
    of      how many there are, where only some of them are shown of a long list; else 0
    yes     the number of the package that I said yes to, -1 for none; it shows to nobody else
    agreed  the number of the one that both said yes to, -1 for none
    fate    where nothing comes of an answer of mine any more: to the questions, to seeing more, or a yes
    earlier what I said before that does not fit my answers, while nothing came of them
    """

    hex: str
    title: str
    state: str
    answered: bool
    packages: tuple[PackageRow, ...] = ()
    count: int = 0
    why: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
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
    earlier: tuple[str, ...] = ()
    topic: str = ""
    hands: tuple[Hand, ...] = ()
