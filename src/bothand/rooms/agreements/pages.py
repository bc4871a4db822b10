"""What each template may see."""

from datetime import date
from typing import ClassVar

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.kit.manifest import Part
from bothand.rooms.agreements.forms import (
    ChangeForm,
    NewForm,
    NowForm,
    OptionForm,
    QuestionForm,
    ReviewForm,
    SeeForm,
    WordsForm,
    WriteForm,
)
from bothand.rooms.agreements.parts import (
    GainRow,
    Labelled,
    PackageRow,
    QuestionRow,
    RatedQuestion,
    Row,
    Statement,
    Wording,
)
from bothand.rooms.agreements.rate_forms import RateForm
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages

TAB = _("Agreements")


@page()
class AgreementsPage(Page):
    """The parent of all pages of this room; one of the two alone can open most of what is answered."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    aura: ClassVar[bool] = False


@page()
class JointPage(AgreementsPage):
    """The parent of pages that both can open."""

    space: ClassVar[Space] = "ours"


@page("agreements/alone.html")
class AlonePage(AgreementsPage):
    """For one without a partner: what this part needs, and what can be done by oneself."""

    hands: tuple[Hand, ...] = ()


@page("agreements/list.html")
class ListPage(JointPage):
    """What was agreed, what is suggested, what is being worked out. `past`: what was ended and put aside instead."""

    past: bool
    agreed: tuple[Row, ...]
    suggested: tuple[Row, ...]
    matters: tuple[Row, ...]
    pages: Pages
    unopened: int


@page("agreements/new.html")
class NewPage(JointPage):
    """Something new to agree on. `starters` are ideas, `lines` the questions of the one that was picked."""

    form: NewForm
    starters: tuple[Row, ...]
    lines: tuple[Labelled, ...]


@page("agreements/write.html")
class WritePage(JointPage):
    """An agreement in one's own words."""

    form: WriteForm


@page("agreements/matter.html")
class MatterPage(JointPage):
    """One matter: what was said, the ways, and what comes next.

    step    what comes next for the reader: words, back, ways, now, rate
    fixed   whether somebody wrote that their side cannot change
    differ  whether both marked today, and not alike
    """

    hex: str
    title: str
    said: tuple[Statement, ...]
    asked: tuple[QuestionRow, ...]
    step: str
    fixed: bool
    differ: bool
    aside: bool
    agreement: str
    hands: tuple[Hand, ...]


@page("agreements/words.html")
class WordsPage(JointPage):
    """My words about a matter, beside the other's."""

    form: WordsForm
    hex: str
    title: str
    theirs: tuple[Labelled, ...]


@page()
class BothWordsPage(VersionsPage):
    """My words, written in two windows."""

    tab: ClassVar[str | Promise] = TAB


@page("agreements/options.html")
class OptionsPage(JointPage):
    """The questions and their ways. `full` says that no more questions fit, `spare` is a way for one that is gone."""

    hex: str
    title: str
    asked: tuple[QuestionRow, ...]
    form: QuestionForm
    spare: OptionForm | None
    full: bool
    for_other: bool


@page("agreements/now.html")
class NowPage(JointPage):
    """How it is now, per question."""

    form: NowForm
    hex: str
    title: str
    of: str
    changed: bool


@page("agreements/rate.html")
class RatePage(AgreementsPage):
    """Private answers.

    together  fields for two ways that count more or less when they come together: each of the two, and how much
    lines     own lines that were shown, as words and what names each
    needs     own needs of the matter's part of life, the same way; `ways` all ways that could meet one
    kept      whether mine lie there; `round` how often something came of earlier ones
    """

    form: RateForm
    hex: str
    title: str
    frame: str
    rated: tuple[RatedQuestion, ...]
    together: tuple[tuple[BoundField, BoundField, BoundField], ...]
    open_together: bool
    lines: tuple[Labelled, ...]
    needs: tuple[Labelled, ...]
    ways: tuple[Labelled, ...]
    kept: bool
    round: int


@page("agreements/found.html")
class FoundPage(AgreementsPage):
    """What came of both answers, told in the reader's own terms.

    state   "found", "none", "void"
    why     what it means for me, in sentences; `firm` how little would have turned it
    same    whether it is just as it is now
    little  whether one of the two closed most ways
    again   without common ground: what could be opened again
    see     the choice of more, each with what it gives away
    of      how many there are, where only some of them are shown of a long list; else 0
    yes     the number of the package that I said yes to, -1 for none; it shows to nobody else
    agreed  the number of the one that both said yes to, -1 for none
    earlier what I said before that does not fit my answers, while nothing came of them
    """

    hex: str
    title: str
    state: str
    packages: tuple[PackageRow, ...]
    ways: int
    why: tuple[str, ...]
    firm: tuple[str, ...]
    same: bool
    little: bool
    again: tuple[str, ...]
    see: SeeForm | None
    more: bool
    of: int
    wanted: bool
    yes: int
    agreed: int
    answered: bool
    earlier: tuple[str, ...]
    topic: str
    hands: tuple[Hand, ...]


@page("agreements/agreement.html")
class AgreementPage(JointPage):
    """One agreement.

    holds      the wording that both said yes to
    suggested  a newer one that waits
    said_yes   whether I said yes to the suggested one; only I see it
    asked      whether the other suggests it, and so asks for a yes
    no         whether I said *I can't* to it; `declined` whether the other did
    may_back   whether a yes to what holds can still be taken back
    """

    hex: str
    title: str
    holds: Wording | None
    suggested: Wording | None
    said_yes: bool
    asked: bool
    no: bool
    declined: bool
    may_back: bool
    before: tuple[Wording, ...]
    ended: date | None
    review: date | None
    due: bool
    form: ReviewForm
    hands: tuple[Hand, ...]


@page("agreements/change.html")
class ChangePage(JointPage):
    """Another wording is suggested."""

    form: ChangeForm
    hex: str
    title: str


@page()
class EndPage(ConfirmPage):
    """Asks before an agreement is ended."""

    tab: ClassVar[str | Promise] = TAB
    space: ClassVar[Space] = "ours"
    place: ClassVar[Place] = "ours"


@page("agreements/giving.html")
class GivingPage(AgreementsPage):
    """Giving way over time, from my own gains."""

    rows: tuple[GainRow, ...]
    said: str
    pages: Pages


@page("agreements/due_part.html")
class DuePart(Part):
    """Agreements that it is time to look at again; `fresh`: matters where something came out these days."""

    fresh: bool
    rows: tuple[Row, ...]
