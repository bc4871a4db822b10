"""What templates of *boundaries* may see of one's own; `pages_between` has the rest."""

from datetime import date
from typing import ClassVar, Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.openers import Opener
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.boundaries.forms import (
    BurdenForm,
    DraftForm,
    EditForm,
    NoteForm,
    QualityForm,
    RehearsalForm,
    ReviewForm,
)
from bothand.rooms.boundaries.pieces import BoundaryRow, Card, NoteRow, Statement
from bothand.shell.page import Page, Place, page
from bothand.shell.parts import ConfirmPage, Pages

TAB: Final = _("Lines")


@page()
class BoundariesPage(Page):
    """The parent of all pages of this room. It goes before a parent that has a tab of its own."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@page()
class MinePage(BoundariesPage):
    """The parent of the pages that only their owner opens."""


@page("boundaries/list.html")
class ListPage(MinePage):
    """One's own boundaries, shown or not. `due` are those to be looked at again."""

    items: tuple[BoundaryRow, ...]
    due: tuple[BoundaryRow, ...]
    pages: Pages
    unopened: int
    said: str


@page("boundaries/examples.html")
class ExamplesPage(MinePage):
    """Wordings to start from. `groups` are the kinds, each with its examples as (address, text, what it protects)."""

    groups: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@page("boundaries/draft.html")
class DraftPage(MinePage):
    """A new boundary. `rescued` says why words stand here that were typed elsewhere."""

    form: DraftForm
    rescued: str = ""


@page("boundaries/change.html")
class EditPage(MinePage):
    """A boundary to be written anew. `shown` says that the other has a copy of the wording before."""

    form: EditForm
    hex: str
    shown: bool


@page()
class TwoDraftsPage(MinePage, VersionsPage):
    """One boundary, written in two windows."""


@page("boundaries/one.html")
class BoundaryPage(MinePage):
    """One boundary of one's own, with all that belongs to it.

    shown     whether the other has a copy; `differs` whether that is of another wording; `copy` its id, or ""
    said      how its owner means to say it
    answer    what the other answered; `no` whether they said *I can't* to what it asks
    broken    whether what lies in *ours* did not open
    marks     what was noted of it this month and last; `markable` whether anything can be noted of it
    repairs   what the two said to make it good again, this month and last
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
    no: bool
    broken: bool
    marks: tuple[NoteRow, ...]
    markable: bool
    mark_form: NoteForm
    review: date | None
    due: bool
    review_form: ReviewForm
    repairs: tuple[Statement, ...]
    unopened: int
    earlier: bool
    hands: tuple[Hand, ...]


@page("boundaries/rehearse.html")
class RehearsalPage(MinePage):
    """Trying out the words before they are said. `starts` are sentences to start from, by where they belong."""

    form: RehearsalForm
    card: Card
    hex: str
    starts: tuple[tuple[str, tuple[Opener, ...]], ...]


@page()
class TwoRehearsalsPage(MinePage, VersionsPage):
    """How something could be said, written in two windows."""


@page("boundaries/show.html")
class SharePage(MinePage):
    """What the other would see, before they do.

    revision  of the boundary that is previewed; `changed` says that it is another one than a moment ago
    already   whether exactly this is shown already; `first` whether nothing was shown before
    other     whether *I will* speaks of what the other does
    full      whether as many are shown as can be
    shut      whether nothing can be put into *ours* just now
    """

    card: Card
    hex: str
    revision: int
    changed: bool
    already: bool
    first: bool
    other: bool
    full: bool
    shut: bool


@page()
class QuestionPage(MinePage, ConfirmPage):
    """Asks before a boundary ends, is taken back, or is deleted, and before a mark is."""


@page("boundaries/earlier.html")
class EarlierPage(MinePage):
    """How a boundary of one's own read before. Newest first."""

    hex: str
    cards: tuple[Card, ...]
    pages: Pages
    unopened: int


@page("boundaries/marks.html")
class NotesPage(MinePage):
    """A month of marks. `month` is its first day, None when there is nothing."""

    month: date | None
    marks: tuple[NoteRow, ...]
    pages: Pages
    unopened: int
    said: str


@page("boundaries/weight.html")
class BurdensPage(MinePage):
    """On limits and control, for who is limited. `marks` are what limits me; `form` adds words to the newest."""

    marks: tuple[NoteRow, ...]
    form: BurdenForm | None
    hex: str
    unopened: int
    said: str


@page()
class TwoBurdensPage(MinePage, VersionsPage):
    """Words about what limits me, written in two windows."""


@page("boundaries/quality.html")
class QualityPage(MinePage):
    """Time together and time for oneself.

    shown     what the other sees of it now; `would` what they would see; `theirs` what they show
    hands     where it can go on
    shut      whether nothing can be put into *ours* just now
    """

    form: QualityForm
    kept: bool
    shown: tuple[tuple[str, str], ...]
    would: tuple[tuple[str, str], ...]
    theirs: tuple[tuple[str, str], ...]
    hands: tuple[Hand, ...]
    shut: bool


@page()
class TwoQualitiesPage(MinePage, VersionsPage):
    """Time together and apart, said in two windows."""


@page("boundaries/part_lines.html")
class NewPart(Part):
    """On *Today*: what came from the other, and what one wanted to look at again."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 40

    came: tuple[tuple[str, str], ...]
    due: tuple[BoundaryRow, ...]
