"""Pages of one's own boundaries."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bothand.content.openers import Opener
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.few import Filter
from bothand.rooms.boundaries.notes.forms import NoteForm
from bothand.rooms.boundaries.own.forms import BoundaryForm, RehearsalForm, ReviewForm
from bothand.rooms.boundaries.pages import MinePage
from bothand.rooms.boundaries.present import BoundaryRow, Card, NoteRow, Statement
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("boundaries/list.html")
class ListPage(MinePage):
    """One's own boundaries, shown or not. `due` are those to be looked at again."""

    items: tuple[BoundaryRow, ...]
    due: tuple[BoundaryRow, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleLine:
    """A wording to start from. `path` opens the form with it; `protects` says what it keeps safe."""

    path: str
    text: str
    protects: str
    about: str | Promise
    kind: str | Promise


@page("boundaries/examples.html")
class ExamplesPage(MinePage):
    """Wordings to start from: `one`, and a few `more`. `another` and `others` lead on, "" where these are all."""

    filters: tuple[Filter, ...]
    one: ExampleLine
    more: tuple[ExampleLine, ...]
    another: str
    others: str


@page("boundaries/draft.html")
class DraftPage(MinePage):
    """A new boundary. `rescued` says why words stand here that were typed elsewhere."""

    form: BoundaryForm
    rescued: str = ""


@page("boundaries/edit.html")
class EditPage(MinePage):
    """A boundary to be written anew. `shown` says that the other has a copy of the wording before."""

    form: BoundaryForm
    hex: str
    shown: bool


@page()
class TwoDraftsPage(MinePage, VersionsPage):
    """One boundary, written in two windows."""


@page("boundaries/boundary.html")
class BoundaryPage(MinePage):
    """One boundary of one's own, with all that belongs to it.

    shown     whether the other has a copy; `differs` whether that is of another wording; `copy` its id, or ""
    said      how its owner means to say it
    answer    what the other wrote to it; `reply` what they answered in one tap, of asks.HOWS or ""
    broken    whether what lies in *ours* did not open
    notes     what was noted of it this month and last; `takes_notes` whether anything can be noted of it
    repairs   what the two said to make it good again, this month and last; `mends` whether something went wrong
    unopened  how much of the notes, and of what two share, did not open
    hands     where its words can go on
    """

    card: Card
    hex: str
    shown: bool
    differs: bool
    copy: str
    said: str
    answer: Statement | None
    reply: str
    mends: bool
    broken: bool
    notes: tuple[NoteRow, ...]
    takes_notes: bool
    note_form: NoteForm
    review: date | None
    due: bool
    review_form: ReviewForm
    repairs: tuple[Statement, ...]
    unopened: int
    earlier: bool
    hands: tuple[Hand, ...]


@page("boundaries/rehearsal.html")
class RehearsalPage(MinePage):
    """Trying out the words before they are said. `starts` are sentences to start from, by where they belong."""

    form: RehearsalForm
    card: Card
    hex: str
    starts: tuple[tuple[str, tuple[Opener, ...]], ...]


@page()
class TwoRehearsalsPage(MinePage, VersionsPage):
    """How something could be said, written in two windows."""


@page("boundaries/versions.html")
class EarlierPage(MinePage):
    """How a boundary of one's own read before. Newest first."""

    hex: str
    cards: tuple[Card, ...]
    pages: Pages
    unopened: int
