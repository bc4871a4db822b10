"""The pages of *goals*, a frozen type each; `support.pages` has those about support."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.goals.forms import EntryForm, GoalForm, StepForm
from bothand.rooms.goals.support.present import GoalCopy, OfferRow
from bothand.shell.page import Page, Place, page
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
    unopened: int
    said: str


@page("goals/archive.html")
class ArchivePage(GoalsPage):
    """Goals that were put away, the last first."""

    goals: tuple[GoalRow, ...]
    pages: Pages
    unopened: int


@page("goals/goal_form.html")
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


@page("goals/entry_form.html")
class EntryFormPage(GoalsPage):
    """An entry, new (`hex` is "") or to be changed. `goal` is its goal's id."""

    form: EntryForm
    goal: str
    hex: str = ""
    text: str = ""
    day: date | None = None
    rescued: str = ""


@page()
class TwoGoalsPage(GoalsPage, VersionsPage):
    """A goal, changed in two windows."""


@page()
class TwoEntriesPage(GoalsPage, VersionsPage):
    """An entry, changed in two windows."""


@page()
class DeletePage(GoalsPage, ConfirmPage):
    """Asks before a goal, an entry or what was said of support is deleted."""
