"""The page of notes."""

from datetime import date

from bothand.kit.conflict import VersionsPage
from bothand.rooms.boundaries.pages import MinePage
from bothand.rooms.boundaries.present import NoteRow
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("boundaries/notes.html")
class NotesPage(MinePage):
    """A month of notes. `month` is its first day, None when there is nothing."""

    month: date | None
    notes: tuple[NoteRow, ...]
    pages: Pages
    unopened: int
    said: str


@page()
class TwoNotesPage(MinePage, VersionsPage):
    """The same form, sent again with other words."""
