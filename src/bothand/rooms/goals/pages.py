"""The pages of *goals*, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.goals.forms import (
    EntryForm,
    FitForm,
    GoalForm,
    OfferForm,
    ShareForm,
    StepForm,
    SupportWishForm,
)
from bothand.rooms.goals.present import FitRow, GoalCopy, OfferRow
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages

TAB = _("Goals")


@page()
class GoalsPage(Page):
    """The parent of all pages of this room."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal in a list. `shared` tells its owner that the other sees it."""

    path: str
    text: str
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step, as its goal's page shows it."""

    hex: str
    text: str
    done: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """An entry in the list of a goal's page."""

    path: str
    day: date
    text: str


@page("goals/list.html")
class ListPage(GoalsPage):
    """The goals that stand; what the other lets me see; my offers with goals that are no longer shared."""

    goals: tuple[GoalRow, ...]
    theirs: tuple[GoalRow, ...]
    left_over: tuple[OfferRow, ...]
    put_away: bool
    said_before: bool
    unopened: int
    said: str


@page("goals/away.html")
class ArchivePage(GoalsPage):
    """Goals that were put away, the last first."""

    goals: tuple[GoalRow, ...]
    pages: Pages
    unopened: int


@page("goals/write_goal.html")
class GoalFormPage(GoalsPage):
    """A goal, new (`hex` is "") or changed. `rescued` says why words stand here."""

    form: GoalForm
    hex: str
    rescued: str = ""


@page("goals/goal.html")
class GoalPage(GoalsPage):
    """A goal of mine with its steps and entries, what support is wanted, and what of it stands.

    seen      what the other sees of it now; None where it is not shared
    changed   whether the other would see something else by now
    no        whether the other said *I can't* to the support it asks for
    pattern   what is told of support that took over
    """

    hex: str
    text: str
    why: str
    begun: date
    ended: date | None
    steps: tuple[StepRow, ...]
    step_form: StepForm
    entries: tuple[EntryRow, ...]
    pages: Pages
    wanted: GoalCopy | None
    seen: GoalCopy | None
    changed: bool
    no: bool
    offers: tuple[OfferRow, ...]
    pattern: str
    hands: tuple[Hand, ...]
    unopened: int
    said: str


@page("goals/entry.html")
class EntryFormPage(GoalsPage):
    """An entry, new (`hex` is "") or to be changed. `goal` is its goal's id."""

    form: EntryForm
    hex: str
    goal: str
    text: str
    day: date | None
    rescued: str = ""


@page("goals/support.html")
class SupportWishPage(GoalsPage):
    """What support is wanted with a goal. `meanings` says of each kind of support what it means."""

    form: SupportWishForm
    hex: str
    text: str
    meanings: tuple[tuple[str | Promise, str | Promise], ...]


@page("goals/share.html")
class SharePage(GoalsPage):
    """Exactly what the other will see, before it is shared.

    `trace` marks what is shown here, so that nothing else is shared; `moved` says that it is not what was shown before.
    `has_why`: whether there is a why to show; `again`: whether the goal is shared already.
    """

    form: ShareForm
    hex: str
    seen: GoalCopy
    has_why: bool
    again: bool
    trace: str
    moved: bool


@page("goals/fit.html")
class FitFormPage(GoalsPage):
    """Saying whether support fitted."""

    form: FitForm
    hex: str
    support: str
    goal: str


@page("goals/fits.html")
class FitsPage(GoalsPage):
    """What I said about support, the last first, and the pattern if there is one."""

    fits: tuple[FitRow, ...]
    pages: Pages
    pattern: str
    hands: tuple[Hand, ...]
    unopened: int
    said: str


@page("goals/theirs.html")
class PartnerGoalPage(GoalsPage):
    """The other's goal as they share it, what I offered, and what I may offer (`form`, None for nothing).

    `asks`: whether it asks anything that I have not answered by an offer; `no`: whether I said *I can't* to it.
    """

    space: ClassVar[Space] = "ours"

    hex: str
    seen: GoalCopy
    offers: tuple[OfferRow, ...]
    form: OfferForm | None
    asks: bool
    no: bool
    unopened: int
    afraid: tuple[str, ...]


@page()
class TwoGoalsPage(GoalsPage, VersionsPage):
    """A goal, changed in two windows."""


@page()
class TwoEntriesPage(GoalsPage, VersionsPage):
    """An entry, changed in two windows."""


@page()
class TwoWishesPage(GoalsPage, VersionsPage):
    """What support is wanted, said in two windows."""


@page()
class DeletePage(GoalsPage, ConfirmPage):
    """Asks before a goal, an entry or what was said of support is deleted."""


@page()
class WithdrawPage(GoalsPage, ConfirmPage):
    """Asks before a shared goal is taken back."""


@page("goals/part_came.html")
class NewPart(Part):
    """On *Today*: goals the other let me see of late, and the support they offered with mine."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 55

    theirs: tuple[GoalRow, ...]
    offered: tuple[str, ...]
