"""*Between you*: its page, and its piece of *Today*."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Part, Slot
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line: what the other did, where it leads, and on which day, in words."""

    text: str
    path: str
    day: str


@page("between/list.html")
class BetweenPage(Page):
    """What waits, and one month of what the other did. `month` is its first day, None for this one."""

    tab: ClassVar[str | Promise] = _("Ours")
    space: ClassVar[Space] = "ours"
    place: ClassVar[Place] = "ours"

    waiting: tuple[LineRow, ...]
    lines: tuple[LineRow, ...]
    month: date | None
    pages: Pages
    unopened: int


@page("between/part_lines.html")
class LinesPart(Part):
    """On *Today*: what waits and what is new, three lines at most; `more` where there are others, `waits` where one does."""

    slot: ClassVar[Slot] = "between"
    order: ClassVar[int] = 1

    lines: tuple[LineRow, ...]
    more: bool
    waits: bool

    @property
    def settled(self) -> bool:
        """What was only told keeps no day from being over."""
        return not self.waits
