"""What the templates of feelings and divisions may see."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.accounts.meeting_place import Fate
from bothand.rooms.housework.pages import Bars, StepPage
from bothand.shell.page import Place, page
from bothand.shell.process_page import PartDonePage

Way = Literal["even", "few", "hand"]
State = Literal["found", "nobody", "void", "lost"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingRow:
    """A task with what I feel about it; `picks` are drawn at once, since a page has hundreds of them."""

    id: str
    name: str
    weekly: str
    picks: SafeString


@page("housework/feelings.html")
class FeelingsPage(StepPage):
    """What I like and don't, for me alone. `shows`: the other may see it once something came out. `fate` says that nothing
    comes of what I answered any more.
    """

    felt: tuple[FeelingRow, ...]
    of: str
    shows: bool
    kept: bool
    fate: Fate
    changed: bool


@page()
class AnsweredPage(PartDonePage):
    """My answers are in, and nothing came out yet; whether the other has answered shows nowhere."""

    tab: ClassVar[str | Promise] = _("Housework")
    place: ClassVar[Place] = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What changes hands: a task, or one part of it, from whom to whom, and what was said of it."""

    name: str
    part: str
    about: str
    to_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapRow:
    """A task in a division, or one part of it, with who has it.

    id     what names it in a form
    part   noticing, planning or doing, where a task goes in parts
    fixed  why it can't be given to the other, or ""
    """

    id: str
    name: str
    part: str
    weekly: str
    mine: bool
    fixed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One reason, with the tasks it is about."""

    text: str
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionView:
    """One division: what it comes to, today and then, and what would change.

    stays     the name of a task that stays with me because I like it; `stays_theirs` says that the other showed that they
              don't
    moves     the few that make the most of the difference; `more` the others
    settles   what both do today, and one of them then
    divided   the tasks that both have a part of, and who has which
    owners    what goes along in a form
    """

    title: str
    stays: str
    stays_theirs: bool
    today: Bars
    then: Bars
    moves: tuple[Move, ...]
    more: tuple[Move, ...]
    settles: tuple[Move, ...]
    divided: tuple[tuple[str, str], ...]
    rows: tuple[SwapRow, ...]
    why: tuple[WhyLine, ...]
    owners: str


@page("housework/divisions.html")
class DivisionsPage(StepPage):
    """What came of both feelings, and what a change by hand does.

    state   found, nobody (there is what neither can do), void (the answers don't fit), lost (nothing comes of mine)
    way     which division is shown: the most even one, the one with fewer changes, or one made by hand
    other   the way that can be looked at too, or ""; `other_says` what it comes to
    moved   the task that was moved by hand just now; `effect` what that did
    fate    where nothing comes of my answers any more
    """

    htmx: ClassVar[bool] = True

    state: State
    fate: Fate
    nobody: tuple[str, ...] = ()
    shown: DivisionView | None = None
    way: Way = "even"
    other: str = ""
    other_says: str = ""
    moved: str = ""
    effect: str = ""
