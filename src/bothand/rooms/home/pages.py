"""*Today* and the index pages."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bothand.rooms.home.flow import Time
from bothand.shell.page import Page, Place, Space
from bothand.shell.parts import PlacePage


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(Page):
    """The first page. Each piece was rendered by its own room."""

    template: ClassVar[str] = "home/today.html"
    tab: ClassVar[str | Promise] = _("Today")

    day: date
    time: Time
    left: tuple[SafeString, ...]
    right: tuple[SafeString, ...]
    below: tuple[SafeString, ...]
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinePage(PlacePage):
    """The rooms of *mine*."""

    tab: ClassVar[str | Promise] = _("Mine")
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class MorePage(PlacePage):
    """The rooms of *more*."""

    tab: ClassVar[str | Promise] = _("More")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"
