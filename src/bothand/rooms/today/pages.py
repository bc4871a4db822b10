"""*Today*, the index pages, the plan, and the things to do: a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.rooms.today.rules import Time
from bothand.rooms.today.search.forms import FindForm
from bothand.shell.navigation import RoomLink
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import PlacePage

TAB = _("Today")
Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A piece that is folded behind a line, rendered by its own room."""

    summary: Text
    text: SafeString


@page("today/today.html")
class TodayPage(Page):
    """The first page. Each piece was rendered by its own room.

    over     whether nothing is left to do today
    next     the one thing worth doing, None where it is done or folded
    """

    day: date
    time: Time
    over: bool
    first: tuple[SafeString, ...]
    between: tuple[SafeString, ...]
    next: SafeString | None
    pulse: tuple[SafeString, ...]
    folds: tuple[Fold, ...]
    unopened: int


@page()
class MineRoom(Page):
    """A page in the place of *mine* that belongs to no room."""

    tab: ClassVar[str | Promise] = _("Mine")
    place: ClassVar[Place] = "mine"


@page("today/mine.html")
class MinePage(MineRoom):
    """The rooms of *mine*, the way to the map, and the search."""

    rooms: tuple[RoomLink, ...]
    map: str
    form: FindForm


@page("today/more.html")
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
