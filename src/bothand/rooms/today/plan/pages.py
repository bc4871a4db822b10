"""The pages of the plan, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise

from bothand.domain.plan import Plan
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.today.pages import TAB, Link
from bothand.rooms.today.plan.forms import BackForm, PlanForm
from bothand.rooms.today.plan.rules import Curve, WeekMark
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage, Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSide:
    """One practice of a plan: its name, what it is, what this week has, and the door to its room."""

    title: str
    about: str
    text: str
    door: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCurve:
    """What the plan is about, over its six weeks, and how that went in words; `chart` is None while nothing is known."""

    chart: Curve | None
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A week before or after this one."""

    number: int
    text: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedLine:
    """What helped in a plan that is over."""

    when: str
    text: str


@page("today/plan.html")
class PlanPage(Page):
    """The plan there is, or that there is none (`plan` None).

    title   the practice it prescribes, `facet` what it is about
    until   the last day of this week
    over    whether its six weeks are over
    helped  what helped in plans that are over
    rests   whether its part for two is not shown now
    before  whether there are plans that are over
    """

    place: ClassVar[Place] = "mine"
    aura: ClassVar[bool] = False

    plan: Plan | None
    title: str = ""
    facet: str = ""
    week: int = 1
    until: date | None = None
    marks: tuple[WeekMark, ...] = ()
    over: bool = False
    own: PlanSide | None = None
    both: PlanSide | None = None
    rests: bool = False
    curve: PlanCurve | None = None
    earlier: tuple[WeekLine, ...] = ()
    later: tuple[WeekLine, ...] = ()
    helped: tuple[HelpedLine, ...] = ()
    why: tuple[str, ...] = ()
    before: bool
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A plan that is suggested: what it is about and its practices, each with its reason."""

    facet: str
    why: str
    own: str
    why_own: str
    both: str
    why_both: str


@page("today/begin.html")
class BeginPlanPage(Page):
    """A new plan: what is suggested and why, and the choice. `there` says that there is one already."""

    form: PlanForm
    suggested: Suggestion
    there: bool
    alone: bool
    unopened: int
    rescued: str = ""


@page("today/edit.html")
class EditPlanPage(Page):
    """The plan, chosen otherwise."""

    form: PlanForm
    rescued: str = ""


@page()
class TwoPlansPage(VersionsPage):
    """One plan, made or changed in two windows."""

    tab: ClassVar[str | Promise] = TAB


@page("today/look_back.html")
class LookBackPage(Page):
    """Looking back at a plan: what changed, beyond noise or not, and what helped.

    Where the plan was ended or deleted in another window, `plan` and `form` are None and `kept` are the words typed then.
    """

    title: str
    lines: tuple[str, ...]
    plan: Plan | None = None
    facet: str = ""
    form: BackForm | None = None
    kept: str = ""
    hands: tuple[Hand, ...] = ()


@page()
class DeletePlanPage(ConfirmPage):
    """Asks before a plan is deleted."""

    tab: ClassVar[str | Promise] = TAB


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPlanLine:
    """A plan that is over, as the list shows it."""

    title: str
    when: str
    practices: tuple[str, ...]
    change: str
    words: str
    helped: str
    delete: str


@page("today/past.html")
class PastPlansPage(Page):
    """The plans that are over, the last first."""

    plans: tuple[PastPlanLine, ...]
    pages: Pages
    unopened: int
    said: str


@page()
class DeletePastPlanPage(ConfirmPage):
    """Asks before a plan that is over is deleted."""

    tab: ClassVar[str | Promise] = TAB
