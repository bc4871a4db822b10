"""What every page of *boundaries* shares. Each slice has its own pages beside its views."""

from typing import ClassVar, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Part, Slot
from bothand.rooms.boundaries.present import BoundaryRow
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage

TAB: Final = _("Lines")
"""Neutral: the browser keeps it."""


@page()
class BoundariesPage(Page):
    """The parent of all pages of this room. It goes before a parent that has a tab of its own."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@page()
class MinePage(BoundariesPage):
    """The parent of the pages that only their owner opens."""


@page()
class QuestionPage(MinePage, ConfirmPage):
    """Asks before a boundary ends, is taken back, or is deleted, and before a note is."""


@page("boundaries/part_due.html")
class DuePart(Part):
    """On *Today*, for one alone: what they wanted to look at again."""

    slot: ClassVar[Slot] = "between"
    order: ClassVar[int] = 40

    due: tuple[BoundaryRow, ...]


@page("boundaries/alone.html")
class AlonePage(BoundariesPage):
    """What takes two, for one alone: what it needs, and what can be done without."""

    space: ClassVar[Space] = "none"


@page()
class OursPage(BoundariesPage):
    """The parent of the pages that both open."""

    space: ClassVar[Space] = "ours"
