"""What templates of *boundaries* may see of what two show each other."""

from datetime import date
from typing import ClassVar

from bothand.content.openers import Opener
from bothand.kit.asks import Ask
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.boundaries.forms import AnswerForm, RepairForm
from bothand.rooms.boundaries.pages import BoundariesPage, MinePage
from bothand.rooms.boundaries.pieces import BoundaryRow, Card, Statement
from bothand.shell.page import Space, page
from bothand.shell.parts import Pages


@page("boundaries/alone.html")
class AlonePage(BoundariesPage):
    """What takes two, for one alone: what it needs, and what can be done without."""

    space: ClassVar[Space] = "none"


@page()
class OursPage(BoundariesPage):
    """The parent of the pages that both open."""

    space: ClassVar[Space] = "ours"


@page("boundaries/both.html")
class SharedListPage(OursPage):
    """What the two show each other: the other's, and one's own copies.

    `left` is what one wrote to something of the other's that is not shown any more; `afraid` what the fear rule says.
    """

    theirs: tuple[BoundaryRow, ...]
    own: tuple[BoundaryRow, ...]
    left: tuple[Statement, ...]
    pages: Pages
    unopened: int
    afraid: tuple[str, ...]


@page("boundaries/theirs.html")
class PartnerBoundaryPage(BoundariesPage):
    """A boundary that the other shows.

    own      what I answered; `no` whether I said *I can't* to what it asks, `asks` whether it asks anything
    repairs  what the two said to make it good again, this month and last
    """

    space: ClassVar[Space] = "theirs"

    card: Card
    hex: str
    own: Statement | None
    asks: bool
    no: bool
    repairs: tuple[Statement, ...]
    versions: int
    hands: tuple[Hand, ...]
    unopened: int


@page("boundaries/copy.html")
class OwnCopyPage(OursPage):
    """One's own boundary as the other sees it, in *ours*: the same card, and what was said to it."""

    card: Card
    hex: str
    answer: Statement | None
    no: bool
    repairs: tuple[Statement, ...]
    versions: int
    unopened: int


@page("boundaries/answer.html")
class AnswerPage(OursPage):
    """Answering the other's boundary; `kept` says that there is an answer already."""

    form: AnswerForm
    card: Card
    hex: str
    kept: bool


@page("boundaries/two_answers.html")
class TwoAnswersPage(OursPage, VersionsPage):
    """One answer, or one word to make it good, written in two windows."""


@page("boundaries/gone.html")
class GonePage(MinePage):
    """What was answered is no longer there; the words that were typed are. `typed` has them with their labels."""

    typed: tuple[tuple[str, str], ...]
    hands: tuple[Hand, ...]


@page("boundaries/repair.html")
class RepairPage(OursPage):
    """Making something good again: words, and then what the other will see. `preview` is that, before it is shown."""

    form: RepairForm
    hex: str
    about: str
    own: bool
    preview: tuple[tuple[str, str], ...]
    starts: tuple[Opener, ...]
    back: str


@page("boundaries/versions.html")
class SharedVersionsPage(OursPage):
    """Every wording that was shown, the newest first. None stands for one that is not what it has to be."""

    cards: tuple[Card | None, ...]
    pages: Pages
    back: str


@page("boundaries/mended.html")
class RepairsPage(OursPage):
    """What either said in a month to make something good again, the newest first. `month` is its first day."""

    month: date
    repairs: tuple[Statement, ...]
    pages: Pages
    unopened: int
    back: str


@page("boundaries/asked.html")
class AskedPage(OursPage):
    """Everything the other asks of me, with the one-tap no; `declined` is what I said no to."""

    asks: tuple[tuple[str, Ask], ...]
    declined: tuple[tuple[str, Ask], ...]
    pages: Pages
    unopened: int
