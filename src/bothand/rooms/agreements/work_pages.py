"""What the templates of the work of a home may see."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from bothand.rooms.agreements.pages import AgreementsPage, JointPage
from bothand.rooms.agreements.work_forms import ShareForm, TaskForm, TasksForm
from bothand.shell.page import page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task as a page shows it. `weekly` are minutes a week, in words; `today` says whose it is, part by part."""

    name: str
    weekly: str
    path: str
    today: tuple[str, ...]


@page("agreements/work.html")
class HomePage(JointPage):
    """The work as it is today.

    said   what can be said of today, in a sentence
    step   what comes next for the reader: tasks, whose, agree, feel
    mine   whether I marked it just as it stands; both, whether both did
    """

    lines: tuple[TaskRow, ...]
    said: str
    share: str
    step: str
    mine: bool
    of: str
    pages: Pages


@page("agreements/tasks.html")
class TasksPage(JointPage):
    """Tasks to take in, from the starter list or own ones."""

    form: TasksForm
    own: TaskForm
    full: bool
    some: bool


@page("agreements/task.html")
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


@page("agreements/whose.html")
class OwnersPage(JointPage):
    """Whose each part of each task is today, and how the minutes are meant to be shared."""

    whose: tuple[OwnersRow, ...]
    form: ShareForm
    pages: Pages
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingRow:
    """A task with what I feel about it; `picks` are drawn at once, since a page has hundreds of them."""

    name: str
    weekly: str
    picks: SafeString


@page("agreements/feel.html")
class FeelingsPage(AgreementsPage):
    """What I like and don't, for me alone."""

    felt: tuple[FeelingRow, ...]
    of: str
    kept: bool
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTask:
    """A task in a division, or one part of it: with what is to be said of it, and whether it can be given to the other.

    id    what names it in a form
    part  noticing, planning or doing, where a task goes in parts
    """

    id: str
    name: str
    part: str
    about: str
    movable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionCard:
    """One division: who has what, and minutes a week of each.

    changes  how much changes hands, in words
    parts    the tasks that both have a part of, in words
    owners   what goes along in a form
    """

    rule: str
    mine: tuple[HeldTask, ...]
    theirs: tuple[HeldTask, ...]
    my_minutes: str
    their_minutes: str
    changes: str
    parts: tuple[str, ...]
    why: tuple[str, ...]
    owners: str


@page("agreements/split.html")
class DivisionsPage(AgreementsPage):
    """What came of both feelings, and what a change by hand does.

    state   "" while nothing came out, else found, nobody, void
    effect  what the last move by hand did
    """

    state: str
    plans: tuple[DivisionCard, ...]
    nobody: tuple[str, ...]
    effect: str
    answered: bool
