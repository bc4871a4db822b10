"""The pages of *inner*, a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.prompts import GuidingQuestion
from bothand.rooms.inner.flow import Excerpt
from bothand.rooms.inner.forms import EditForm, SearchForm, WriteForm
from bothand.rooms.kit.conflict import VersionsPage
from bothand.rooms.kit.manifest import Part
from bothand.shell.page import Page, Place
from bothand.shell.parts import ConfirmPage, Pages

TAB = _("Notes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page in a list: when, a piece of it, where it is. `about` names the exercise it came of, "" for none."""

    path: str
    when: str
    excerpt: Excerpt
    favourite: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Page):
    """One month of pages. `month` is its first day, None when nothing was ever written."""

    template: ClassVar[str] = "inner/list.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    month: date | None
    entries: tuple[Listed, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage(Page):
    """One page, whole. `asked` is what it answers, line by line."""

    template: ClassVar[str] = "inner/entry.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    hex: str
    day: date
    at: str
    asked: tuple[str, ...]
    text: str
    favourite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage(Page):
    """A new page.

    `prompt` is what it answers, if anything; `other` asks another. `rescued` says why words stand here.
    """

    template: ClassVar[str] = "inner/write.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    form: WriteForm
    prompt: str
    other: str
    rescued: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage(Page):
    """A page that is there, to be written anew."""

    template: ClassVar[str] = "inner/edit.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    form: EditForm
    hex: str
    day: date
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoEntriesPage(VersionsPage):
    """One page, written in two windows."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteEntryPage(ConfirmPage):
    """Asks before a page is deleted."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """Looking for words, in all pages. `term` is "" until something was looked for."""

    template: ClassVar[str] = "inner/search.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    form: SearchForm
    term: str
    found: tuple[Listed, ...]
    more: bool
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FavouritesPage(Page):
    """The pages that were marked, the last marked first."""

    template: ClassVar[str] = "inner/favourites.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    entries: tuple[Listed, ...]
    pages: Pages
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgoPage(Page):
    """What was written about a year ago."""

    template: ClassVar[str] = "inner/ago.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    entries: tuple[Listed, ...]
    around: date
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidingPage(Page):
    """The guiding question, and what was answered before."""

    template: ClassVar[str] = "inner/guiding.html"
    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"

    question: GuidingQuestion
    form: WriteForm
    before: tuple[Listed, ...]
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidingPart(Part):
    """On *Today*: the guiding question, until it is answered."""

    template: ClassVar[str] = "inner/part_guiding.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 20

    question: GuidingQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPart(Part):
    """On *Today*: a question for the journal."""

    template: ClassVar[str] = "inner/part_prompt.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 20

    prompt: str
    write: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgoPart(Part):
    """On *Today*: a piece of what was written a year ago."""

    template: ClassVar[str] = "inner/part_ago.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 60

    entry: Listed
