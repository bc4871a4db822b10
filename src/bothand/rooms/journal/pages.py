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
from bothand.shell.page import Page, Place
from bothand.shell.parts import ConfirmPage, Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage(Page):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(NotesPage):
    """One month of pages. `month` is its first day, None when nothing was ever written."""

    template: ClassVar[str] = "journal/list.html"

    month: date | None
    entries: tuple[Listed, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage(NotesPage):
    """One page, whole. `asked` is what it answers, line by line."""

    template: ClassVar[str] = "journal/entry.html"

    hex: str
    day: date
    at: str
    asked: tuple[str, ...]
    text: str
    favourite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage(NotesPage):
    """A new page.

    `prompt` is what it answers, if anything; `other` asks another. `rescued` says why words stand here.
    """

    template: ClassVar[str] = "journal/write.html"

    form: WriteForm
    prompt: str
    other: str
    rescued: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage(NotesPage):
    """A page that is there, to be written anew."""

    template: ClassVar[str] = "journal/edit.html"

    form: EditForm
    hex: str
    day: date
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoWritesPage(NotesPage, VersionsPage):
    """Something written in two windows: a page, or beside one step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePage(NotesPage, ConfirmPage):
    """Asks before a page or a run is deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(NotesPage):
    """Looking for words, in all pages. `term` is "" until something was looked for."""

    template: ClassVar[str] = "journal/search.html"

    form: SearchForm
    term: str
    found: tuple[Listed, ...]
    more: bool
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FavouritesPage(NotesPage):
    """The pages that were marked, the last marked first."""

    template: ClassVar[str] = "journal/favourites.html"

    entries: tuple[Listed, ...]
    pages: Pages
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgoPage(NotesPage):
    """What was written about a year ago."""

    template: ClassVar[str] = "journal/ago.html"

    entries: tuple[Listed, ...]
    around: date
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidingPage(NotesPage):
    """The guiding question, and what was answered before."""

    template: ClassVar[str] = "journal/guiding.html"

    question: GuidingQuestion
    form: WriteForm
    before: tuple[Listed, ...]
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidingPart(Part):
    """On *Today*: the guiding question, until it is answered."""

    template: ClassVar[str] = "journal/part_guiding.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 20

    question: GuidingQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPart(Part):
    """On *Today*: a question for the journal."""

    template: ClassVar[str] = "journal/part_prompt.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 20

    prompt: str
    write: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgoPart(Part):
    """On *Today*: a piece of what was written a year ago."""

    template: ClassVar[str] = "journal/part_ago.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 60

    entry: Listed
