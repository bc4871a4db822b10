"""What templates of *boundaries* may see of one's own; `pages_between` has the rest."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.openers import Opener
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.boundaries.forms import (
    ChangeForm,
    DraftForm,
    MarkForm,
    QualityForm,
    ReviewForm,
    SayForm,
    WeightForm,
)
from bothand.rooms.boundaries.pieces import Card, Listed, Noted, Said
from bothand.shell.page import Page, Place
from bothand.shell.parts import ConfirmPage, Pages

TAB: Final = _("Lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPage(Page):
    """The parent of all pages of this room. It goes before a parent that has a tab of its own."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine(LinesPage):
    """The parent of the pages that only their owner opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Mine):
    """One's own boundaries, shown or not. `due` are those to be looked at again."""

    template: ClassVar[str] = "boundaries/list.html"

    items: tuple[Listed, ...]
    due: tuple[Listed, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplesPage(Mine):
    """Wordings to start from. `groups` are the kinds, each with its examples as (address, text, what it protects)."""

    template: ClassVar[str] = "boundaries/examples.html"

    groups: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage(Mine):
    """A new boundary. `rescued` says why words stand here that were typed elsewhere."""

    template: ClassVar[str] = "boundaries/draft.html"

    form: DraftForm
    rescued: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage(Mine):
    """A boundary to be written anew. `shown` says that the other has a copy of the wording before."""

    template: ClassVar[str] = "boundaries/change.html"

    form: ChangeForm
    hex: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoDraftsPage(Mine, VersionsPage):
    """One boundary, written in two windows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage(Mine):
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

    template: ClassVar[str] = "boundaries/one.html"

    card: Card
    hex: str
    shown: bool
    differs: bool
    copy: str
    said: str
    answer: Said | None
    no: bool
    broken: bool
    marks: tuple[Noted, ...]
    markable: bool
    mark_form: MarkForm
    review: date | None
    due: bool
    review_form: ReviewForm
    repairs: tuple[Said, ...]
    unopened: int
    earlier: bool
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsePage(Mine):
    """Trying out the words before they are said. `starts` are sentences to start from, by where they belong."""

    template: ClassVar[str] = "boundaries/rehearse.html"

    form: SayForm
    card: Card
    hex: str
    starts: tuple[tuple[str, tuple[Opener, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSayingsPage(Mine, VersionsPage):
    """How something could be said, written in two windows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPage(Mine):
    """What the other would see, before they do.

    revision  of the boundary that is previewed; `changed` says that it is another one than a moment ago
    already   whether exactly this is shown already; `first` whether nothing was shown before
    other     whether *I will* speaks of what the other does
    full      whether as many are shown as can be
    shut      whether nothing can be put into *ours* just now
    """

    template: ClassVar[str] = "boundaries/show.html"

    card: Card
    hex: str
    revision: int
    changed: bool
    already: bool
    first: bool
    other: bool
    full: bool
    shut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage(Mine, ConfirmPage):
    """Asks before a boundary ends, is taken back, or is deleted, and before a mark is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPage(Mine):
    """How a boundary of one's own read before. Newest first."""

    template: ClassVar[str] = "boundaries/earlier.html"

    hex: str
    cards: tuple[Card, ...]
    pages: Pages
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksPage(Mine):
    """A month of marks. `month` is its first day, None when there is nothing."""

    template: ClassVar[str] = "boundaries/marks.html"

    month: date | None
    marks: tuple[Noted, ...]
    pages: Pages
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightPage(Mine):
    """On limits and control, for who is limited. `marks` are what limits me; `form` adds words to the newest."""

    template: ClassVar[str] = "boundaries/weight.html"

    marks: tuple[Noted, ...]
    form: WeightForm | None
    hex: str
    unopened: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoWeightsPage(Mine, VersionsPage):
    """Words about what limits me, written in two windows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityPage(Mine):
    """Time together and time for oneself.

    shown     what the other sees of it now; `would` what they would see; `theirs` what they show
    hands     where it can go on
    shut      whether nothing can be put into *ours* just now
    """

    template: ClassVar[str] = "boundaries/quality.html"

    form: QualityForm
    kept: bool
    shown: tuple[tuple[str, str], ...]
    would: tuple[tuple[str, str], ...]
    theirs: tuple[tuple[str, str], ...]
    hands: tuple[Hand, ...]
    shut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoQualitiesPage(Mine, VersionsPage):
    """Time together and apart, said in two windows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPart(Part):
    """On *Today*: what came from the other, and what one wanted to look at again."""

    template: ClassVar[str] = "boundaries/part_lines.html"
    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 40

    came: tuple[tuple[str, str], ...]
    due: tuple[Listed, ...]
