"""What templates of *boundaries* may see of what two show each other."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.content.openers import Opener
from bothand.kit.asks import Ask
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.boundaries.forms import AnswerForm, RepairForm
from bothand.rooms.boundaries.pages import LinesPage, Mine
from bothand.rooms.boundaries.pieces import Card, Listed, Said
from bothand.shell.page import Space
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class AlonePage(LinesPage):
    """What takes two, for one alone: what it needs, and what can be done without."""

    template: ClassVar[str] = "boundaries/alone.html"
    space: ClassVar[Space] = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours(LinesPage):
    """The parent of the pages that both open."""

    space: ClassVar[Space] = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class BothPage(Ours):
    """What the two show each other: the other's, and one's own copies.

    `left` is what one wrote to something of the other's that is not shown any more; `afraid` what the fear rule says.
    """

    template: ClassVar[str] = "boundaries/both.html"

    theirs: tuple[Listed, ...]
    own: tuple[Listed, ...]
    left: tuple[Said, ...]
    pages: Pages
    unopened: int
    afraid: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirsPage(LinesPage):
    """A boundary that the other shows.

    own      what I answered; `no` whether I said *I can't* to what it asks, `asks` whether it asks anything
    repairs  what the two said to make it good again, this month and last
    """

    template: ClassVar[str] = "boundaries/theirs.html"
    space: ClassVar[Space] = "theirs"

    card: Card
    hex: str
    own: Said | None
    asks: bool
    no: bool
    repairs: tuple[Said, ...]
    versions: int
    hands: tuple[Hand, ...]
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPage(Ours):
    """One's own boundary as the other sees it, in *ours*: the same card, and what was said to it."""

    template: ClassVar[str] = "boundaries/copy.html"

    card: Card
    hex: str
    answer: Said | None
    no: bool
    repairs: tuple[Said, ...]
    versions: int
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage(Ours):
    """Answering the other's boundary; `kept` says that there is an answer already."""

    template: ClassVar[str] = "boundaries/answer.html"

    form: AnswerForm
    card: Card
    hex: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoAnswersPage(Ours, VersionsPage):
    """One answer, or one word to make it good, written in two windows."""

    template: ClassVar[str] = "boundaries/two_answers.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage(Mine):
    """What was answered is no longer there; the words that were typed are. `typed` has them with their labels."""

    template: ClassVar[str] = "boundaries/gone.html"

    typed: tuple[tuple[str, str], ...]
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairPage(Ours):
    """Making something good again: words, and then what the other will see. `preview` is that, before it is shown."""

    template: ClassVar[str] = "boundaries/repair.html"

    form: RepairForm
    hex: str
    about: str
    own: bool
    preview: tuple[tuple[str, str], ...]
    starts: tuple[Opener, ...]
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsListPage(Ours):
    """Every wording that was shown, the newest first. None stands for one that is not what it has to be."""

    template: ClassVar[str] = "boundaries/versions.html"

    cards: tuple[Card | None, ...]
    pages: Pages
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MendedPage(Ours):
    """What either said in a month to make something good again, the newest first. `month` is its first day."""

    template: ClassVar[str] = "boundaries/mended.html"

    month: date
    repairs: tuple[Said, ...]
    pages: Pages
    unopened: int
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage(Ours):
    """Everything the other asks of me, with the one-tap no; `declined` is what I said no to."""

    template: ClassVar[str] = "boundaries/asked.html"

    asks: tuple[tuple[str, Ask], ...]
    declined: tuple[tuple[str, Ask], ...]
    pages: Pages
    unopened: int
