"""What the pages of *journal* have in common, and its pieces on *Today*."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.content.prompts import GuidingQuestion
from bothand.kit.conflict import VersionsPage
from bothand.kit.finding import Excerpt
from bothand.kit.manifest import Part, Slot
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage


@page()
class JournalPage(Page):
    """The parent of all pages of this room, those of the sessions too."""

    tab: ClassVar[str | Promise] = _("Journal")
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page in a list: when, a piece of it, where it is. `about` names the session it came of, "" for none."""

    path: str
    when: str
    excerpt: Excerpt
    favourite: bool = False
    about: str = ""


@page()
class TwoWritesPage(JournalPage, VersionsPage):
    """Something written in two windows: a page, or beside one step."""


@page()
class DeletePage(JournalPage, ConfirmPage):
    """Asks before a page or a session is deleted."""


@page("journal/part_guiding.html")
class GuidingPart(Part):
    """On *Today*: the guiding question, until it is answered."""

    slot: ClassVar[Slot] = "next"
    order: ClassVar[int] = 20

    question: GuidingQuestion

    @property
    def summary(self) -> str:
        return gettext("A question to begin with")

    @property
    def settled(self) -> bool:
        return True


@page("journal/part_prompt.html")
class PromptPart(Part):
    """On *Today*: a question for the journal."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 45

    prompt: str
    write: str
    other: str

    @property
    def summary(self) -> str:
        return gettext("A question for today")


@page("journal/part_ago.html")
class AgoPart(Part):
    """On *Today*: a piece of what was written a year ago."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 60

    entry: Listed

    @property
    def summary(self) -> str:
        return gettext("A year ago today")
