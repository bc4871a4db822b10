"""The pages of *journal*, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.prompts import GuidingQuestion
from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part
from bothand.rooms.journal.forms import EditForm, SearchForm, WriteForm
from bothand.rooms.journal.rules import Excerpt
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage, Pages


@page()
class JournalPage(Page):
    """The parent of all pages of this room, those of the exercises too."""

    tab: ClassVar[str | Promise] = _("Notes")
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page in a list: when, a piece of it, where it is. `about` names the exercise it came of, "" for none."""

    path: str
    when: str
    excerpt: Excerpt
    favourite: bool = False
    about: str = ""


@page("journal/list.html")
class ListPage(JournalPage):
    """One month of pages. `month` is its first day, None when nothing was ever written."""

    month: date | None
    entries: tuple[Listed, ...]
    pages: Pages
    unopened: int
    said: str


@page("journal/entry.html")
class EntryPage(JournalPage):
    """One page, whole. `asked` is what it answers, line by line."""

    hex: str
    day: date
    at: str
    asked: tuple[str, ...]
    text: str
    favourite: bool


@page("journal/write.html")
class WritePage(JournalPage):
    """A new page.

    `prompt` is what it answers, if anything; `other` asks another. `rescued` says why words stand here.
    """

    form: WriteForm
    prompt: str
    other: str
    rescued: str = ""


@page("journal/edit.html")
class EditPage(JournalPage):
    """A page that is there, to be written anew."""

    form: EditForm
    hex: str
    day: date
    asked: tuple[str, ...]


@page()
class TwoWritesPage(JournalPage, VersionsPage):
    """Something written in two windows: a page, or beside one step."""


@page()
class DeletePage(JournalPage, ConfirmPage):
    """Asks before a page or a run is deleted."""


@page("journal/search.html")
class SearchPage(JournalPage):
    """Looking for words, in all pages. `term` is "" until something was looked for."""

    form: SearchForm
    term: str
    found: tuple[Listed, ...]
    more: bool
    unopened: int


@page("journal/favourites.html")
class FavouritesPage(JournalPage):
    """The pages that were marked, the last marked first."""

    entries: tuple[Listed, ...]
    pages: Pages
    unopened: int


@page("journal/ago.html")
class AgoPage(JournalPage):
    """What was written about a year ago."""

    entries: tuple[Listed, ...]
    around: date
    unopened: int


@page("journal/guiding.html")
class GuidingPage(JournalPage):
    """The guiding question, and what was answered before."""

    question: GuidingQuestion
    form: WriteForm
    before: tuple[Listed, ...]
    unopened: int


@page("journal/part_guiding.html")
class GuidingPart(Part):
    """On *Today*: the guiding question, until it is answered."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 20

    question: GuidingQuestion


@page("journal/part_prompt.html")
class PromptPart(Part):
    """On *Today*: a question for the journal."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 20

    prompt: str
    write: str
    other: str


@page("journal/part_ago.html")
class AgoPart(Part):
    """On *Today*: a piece of what was written a year ago."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 60

    entry: Listed
