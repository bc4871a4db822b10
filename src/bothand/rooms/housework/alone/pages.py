"""What the template of one's own work may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString

from bothand.rooms.housework.forms import TaskForm, TasksForm
from bothand.rooms.housework.pages import HouseworkPage, TaskKind
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One task of mine; `buttons` say what I feel about it, drawn at once."""

    id: str
    name: str
    weekly: str
    buttons: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class FeltBar:
    """How much of the week one likes, doesn't mind, doesn't like: in words, and of 200."""

    id: str
    title: str
    time: str
    width: int


@page("housework/own.html")
class OwnWorkPage(HouseworkPage):
    """What the work of my home takes of my week, for me alone.

    said  how much it is, in a sentence; "" without tasks
    """

    htmx: ClassVar[bool] = True

    rows: tuple[OwnRow, ...]
    bars: tuple[FeltBar, ...]
    said: str
    form: TasksForm
    kinds: tuple[TaskKind, ...]
    own: TaskForm
    full: bool
