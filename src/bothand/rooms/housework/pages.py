"""What each template may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.kit.drafts import Hand
from bothand.rooms.housework.forms import ShareForm, TaskForm, TasksForm
from bothand.rooms.housework.rules import Step
from bothand.shell.field_html import Option
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import Pages
from bothand.shell.process_page import ProcessPage


@page()
class HouseworkPage(Page):
    """The parent of all pages of this room; one of the two alone can open what is answered."""

    tab: ClassVar[str | Promise] = _("Housework")
    place: ClassVar[Place] = "ours"
    aura: ClassVar[bool] = False


@page()
class JointPage(HouseworkPage):
    """The parent of pages that both can open."""

    space: ClassVar[Space] = "ours"


@page()
class StepPage(ProcessPage):
    """The parent of each step of sharing the work that one answers alone."""

    tab: ClassVar[str | Promise] = _("Housework")
    place: ClassVar[Place] = "ours"


@page()
class JointStepPage(StepPage):
    """The parent of its steps that both can open."""

    space: ClassVar[Space] = "ours"


@page("housework/alone.html")
class AlonePage(HouseworkPage):
    """For one without a partner: what this room needs, and what can be done by oneself."""

    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Minutes a week of both, in words and as the width of a bar, of 200. The table they stand in is the table beside the
    picture.
    """

    mine: str
    theirs: str
    my_width: int
    their_width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerButtons:
    """One row of buttons, drawn at once, since a page has hundreds of them: whose a part of a task is today."""

    title: str
    buttons: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task as a page shows it.

    weekly   minutes a week, in words
    apart    who notices and plans, where that is not who does it
    doer     whose it is: left, both, right
    beneath  who notices, who plans, and whether somebody else does it
    open     whether what lies beneath is open
    """

    id: str
    name: str
    weekly: str
    apart: str
    doer: SafeString
    beneath: tuple[OwnerButtons, ...]
    elsewhere: SafeString
    path: str
    open: bool


@page("housework/home.html")
class HomePage(JointStepPage):
    """The tasks as they are today.

    unsaid     how many nobody has said anything of yet, in a sentence
    elsewhere  what others do, in a sentence
    share      how the minutes are meant to be shared
    step       what comes next for the reader: tasks, owners, agree, feel
    mine       whether I marked it just as it stands
    settled    whether both agreed on a share of these tasks
    number     which page of tasks this is, as it was asked for
    """

    htmx: ClassVar[bool] = True

    rows: tuple[TaskRow, ...]
    bars: Bars
    unsaid: str
    elsewhere: str
    share: str
    step: Step
    mine: bool
    settled: bool
    of: str
    pages: Pages
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskKind:
    """Tasks of one kind to take in, as choices of the form."""

    title: str | Promise
    options: tuple[Option, ...]
    open: bool


@page("housework/tasks.html")
class TasksPage(JointStepPage):
    """Tasks to take in, from the starter list or own ones."""

    form: TasksForm
    own: TaskForm
    kinds: tuple[TaskKind, ...]
    full: bool


@page("housework/task.html")
class TaskPage(JointPage):
    """One task: what it takes."""

    form: TaskForm
    hex: str
    name: str


@page("housework/shares.html")
class SharesPage(JointPage):
    """How the minutes are meant to be shared."""

    form: ShareForm
    share: str
