"""The pages of the diary, a frozen type each."""

from datetime import date

from bothand.content.prompts import GuidingQuestion
from bothand.rooms.journal.entries.forms import EntryForm, SearchForm
from bothand.rooms.journal.pages import JournalPage, Listed
from bothand.shell.page import page
from bothand.shell.parts import Pages


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

    form: EntryForm
    prompt: str
    other: str
    rescued: str = ""


@page("journal/edit.html")
class EditPage(JournalPage):
    """A page that is there, to be written anew."""

    form: EntryForm
    hex: str
    day: date
    asked: tuple[str, ...]


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
    form: EntryForm
    before: tuple[Listed, ...]
    unopened: int
