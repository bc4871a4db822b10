"""What each template may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.kit.drafts import Hand
from bothand.rooms.housework.forms import ShareForm, TaskForm, TasksForm
from bothand.rooms.housework.rules import Step
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import Pages


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


@page("housework/alone.html")
class AlonePage(HouseworkPage):
    """For one without a partner: what this room needs, and what can be done by oneself."""

    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task as a page shows it. `weekly` are minutes a week, in words; `today` says whose it is, part by part."""

    name: str
    weekly: str
    path: str
    today: tuple[str, ...]


@page("housework/home.html")
class HomePage(JointPage):
    """The tasks as they are today.

    said   what can be said of today, in a sentence
    step   what comes next for the reader: tasks, owners, agree, feel
    mine   whether I marked it just as it stands
    """

    lines: tuple[TaskRow, ...]
    said: str
    share: str
    step: Step
    mine: bool
    of: str
    pages: Pages


@page("housework/tasks.html")
class TasksPage(JointPage):
    """Tasks to take in, from the starter list or own ones."""

    form: TasksForm
    own: TaskForm
    full: bool


@page("housework/task.html")
class TaskPage(JointPage):
    """One task: what it takes."""

    form: TaskForm
    hex: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersRow:
    """A task with whose each part is today: the choices of each field, drawn at once."""

    id: str
    name: str
    noticed: SafeString
    planned: SafeString
    done: SafeString


@page("housework/owners.html")
class OwnersPage(JointPage):
    """Whose each part of each task is today, and how the minutes are meant to be shared."""

    rows: tuple[OwnersRow, ...]
    form: ShareForm
    pages: Pages
    page: str
