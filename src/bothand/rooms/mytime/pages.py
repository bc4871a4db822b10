"""What the pages of *mytime* have in common, and the piece on *Today*."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part, Slot
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage


@page()
class MyTimePage(Page):
    """What all pages of this room have."""

    tab: ClassVar[str | Promise] = _("Time")
    place: ClassVar[Place] = "mine"


@page()
class TwoWritesPage(MyTimePage, VersionsPage):
    """Something written in two windows."""


@page()
class DeletePage(MyTimePage, ConfirmPage):
    """Asks before something is deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """A time on *Today*: when, its word, "" for busy; of the other's, when that is on my clock, and its own page."""

    when: str
    word: str
    clock: str = ""
    path: str = ""


@page("mytime/part_coming.html")
class ComingPart(Part):
    """On *Today*: the time I take in the next days, as far as I said it, and the time the other said."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 10

    mine: tuple[ComingLine, ...]
    theirs: tuple[ComingLine, ...]
    partner: str

    @property
    def summary(self) -> str:
        if self.mine:
            return gettext("Time of your own: %(when)s") % {"when": self.mine[0].when}
        return gettext("%(name)s takes time: %(when)s") % {"name": self.partner, "when": self.theirs[0].when}
