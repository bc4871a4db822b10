"""*Today*, the index pages, the plan, and the things to do: a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.content.sessions import Session
from bothand.domain.plan import Plan
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.today.forms import BackForm, PlanForm
from bothand.rooms.today.rules import Time
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages, PlacePage

TAB = _("Today")


@page("today/today.html")
class TodayPage(Page):
    """The first page. Each piece was rendered by its own room."""

    tab: ClassVar[str | Promise] = TAB

    day: date
    time: Time
    left: tuple[SafeString, ...]
    right: tuple[SafeString, ...]
    below: tuple[SafeString, ...]
    unopened: int


@page()
class MinePage(PlacePage):
    """The rooms of *mine*."""

    tab: ClassVar[str | Promise] = _("Mine")
    place: ClassVar[Place] = "mine"


@page()
class MorePage(PlacePage):
    """The rooms of *more*."""

    tab: ClassVar[str | Promise] = _("More")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that is offered."""

    label: str
    path: str


@page("today/part_next.html")
class NextPart(Part):
    """On *Today*: the one thing worth doing next, and why.

    title  "" where a room invites to it on this page already: then only the reason is said
    act    what it leads to, None where there is nothing but to do it
    thing  the day's own small thing, where that is not the one already
    quiet  path of the quiet page where the fear rule shows the way to it, "" otherwise
    """

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 15

    title: str
    text: str
    why: tuple[str, ...]
    act: Link | None
    other: Link
    thing: Link | None
    quiet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSide:
    """One practice of a plan: its name, what it is, what this week has, and the door to its room."""

    title: str
    about: str
    text: str
    door: Link | None


@page("today/plan.html")
class PlanPage(Page):
    """The plan there is, or that there is none (`plan` None).

    over    whether its six weeks are over
    rests   whether its part for two is not shown now
    before  whether there are plans that are over
    """

    tab: ClassVar[str | Promise] = TAB

    plan: Plan | None
    title: str = ""
    week: int = 1
    over: bool = False
    own: PlanSide | None = None
    both: PlanSide | None = None
    rests: bool = False
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

    tab: ClassVar[str | Promise] = TAB

    form: PlanForm
    suggested: Suggestion
    there: bool
    alone: bool
    unopened: int
    rescued: str = ""


@page("today/change.html")
class ChangePlanPage(Page):
    """The plan, chosen otherwise."""

    tab: ClassVar[str | Promise] = TAB

    form: PlanForm
    rescued: str = ""


@page()
class TwoPlansPage(VersionsPage):
    """One plan, made or changed in two windows."""

    tab: ClassVar[str | Promise] = TAB


@page("today/back.html")
class LookBackPage(Page):
    """Looking back at a plan: what changed, beyond noise or not, and what helped.

    Where the plan was ended or deleted in another window, `plan` and `form` are None and `kept` are the words typed then.
    """

    tab: ClassVar[str | Promise] = TAB

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

    tab: ClassVar[str | Promise] = TAB

    plans: tuple[PastPlanLine, ...]
    pages: Pages
    unopened: int
    said: str


@page()
class DeletePastPlanPage(ConfirmPage):
    """Asks before a plan that is over is deleted."""

    tab: ClassVar[str | Promise] = TAB


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingShelf:
    """The things of one practice: its name, and title, minutes, path and whether it is for two."""

    title: str
    about: str
    things: tuple["Thing", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingLine:
    """A thing to do, in a list."""

    title: str
    minutes: int
    path: str
    two: bool


@page("today/things.html")
class ThingsPage(Page):
    """All the things there are to do, by practice."""

    tab: ClassVar[str | Promise] = TAB

    shelves: tuple[ThingShelf, ...]
    today: ThingLine


@page("today/thing.html")
class ThingPage(Page):
    """One thing to do, to be read step by step.

    `alone` is how to do a thing for two by oneself; `steps` is where an exercise can be done with words beside each step.
    """

    tab: ClassVar[str | Promise] = TAB

    thing: Session
    alone: str
    steps: str
    door: Link | None
    hands: tuple[Hand, ...]


@page("today/why.html")
class WhyPage(Page):
    """How things are chosen; and, for who is afraid, why nothing for two is suggested now.

    `afraid` are the answers that say so, one a line; `until` is the first day on which that ends.
    """

    tab: ClassVar[str | Promise] = TAB

    afraid: tuple[str, ...]
    until: date | None
    quiet: str
    look: str
