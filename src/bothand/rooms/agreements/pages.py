"""What each template may see."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.accounts.meeting_place import Fate
from bothand.kit.drafts import Hand
from bothand.rooms.agreements.forms import ChangeForm, ReviewForm, WriteForm
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import ConfirmPage, Pages

TAB = _("Agreements")
Labelled = tuple[str, str]
"""A label and a text, or a question and its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a list."""

    path: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A version as it is shown; `by` worded it, "" where that is nobody's to know."""

    hex: str
    title: str
    lines: tuple[Labelled, ...]
    text: str
    by_me: bool
    by: str
    day: date
    since: date | None
    taken_back: bool


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


@page("agreements/write.html")
class WritePage(JointPage):
    """An agreement in one's own words."""

    form: WriteForm


@page("agreements/agreement.html")
class AgreementPage(JointPage):
    """One agreement.

    holds      the wording that both said yes to
    suggested  a newer one that waits
    said_yes   whether I said yes to the suggested one; only I see it. `fate` where nothing comes of that any more
    asked      whether the other suggests it, and so asks for a yes
    no         whether I said *I can't* to it; `declined` whether the other did
    may_back   whether a yes to what holds can still be taken back
    """

    hex: str
    title: str
    holds: Wording | None
    suggested: Wording | None
    said_yes: bool
    fate: Fate
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
