"""The pages of *talks*, a frozen type each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.openers import Opener
from bothand.kit.conflict import VersionsPage
from bothand.kit.manifest import Part, Slot
from bothand.rooms.talks.forms import PaperForm, PracticeForm
from bothand.shell.page import Page, Place, Space, page
from bothand.shell.parts import Pages

Text = str | Promise
TAB = _("Talks")


@page()
class TalksPage(Page):
    """The parent of all pages of this room; most can be opened by one alone."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "mine"


@page()
class JointPage(TalksPage):
    """The parent of pages that both can open."""

    space: ClassVar[Space] = "ours"


# What is listed


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic in a list. `both`: whether both can open it; `theirs`: whether the other put it there."""

    path: str
    text: str
    both: bool
    theirs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTalkLine:
    """A talk that is open. `back`: from when it goes on after a pause, None when it does not rest."""

    path: str
    text: str
    paused: bool
    back: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLine:
    """An invitation. `mine`: whether I made it; `ready`: what the other said to it, "" for nothing said; `to` goes along with an answer."""

    text: str
    when: datetime
    need: str
    mine: bool
    ready: Literal["", "ready", "not"]
    other: datetime | None
    to: str
    begin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """A topic somebody wanted to look at again. `ask` begins a talk about it, "" where none is suggested."""

    text: str
    day: date
    ask: str


@page("talks/list.html")
class OverviewPage(TalksPage):
    """What waits, what was asked, what goes on."""

    open: tuple[OpenTalkLine, ...]
    invites: tuple[InvitationLine, ...]
    later: tuple[ReminderLine, ...]
    topics: tuple[TopicLine, ...]
    pages: Pages
    again: bool
    afraid: tuple[str, ...]
    unopened: int
    said: str


@page("talks/alone.html")
class AlonePage(TalksPage):
    """A part that takes two, for one alone, with what was typed. `waits`: *ours* can only be read just now."""

    typed: str = ""
    waits: bool = False


# Topics


@page("talks/versions.html")
class VersionsOfTalksPage(TalksPage, VersionsPage):
    """Something of one's own, written in two windows."""

    both_open: bool = False


@page("talks/practice.html")
class PracticePage(TalksPage):
    """Listening, alone. `given` is what somebody says; `back` what was said back, "" at first."""

    form: PracticeForm
    given: str
    back: str
    other: str


# What was


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """A talk in a list."""

    path: str
    text: str
    day: date
    outcomes: tuple[Text, ...]


@page("talks/past_talks.html")
class PastPage(JointPage):
    """The talks of half a year of the months that hold something; `first` and `last` are None where none does."""

    talks: tuple[PastLine, ...]
    first: date | None
    last: date | None
    pages: Pages
    unopened: int


# To read, and on paper


@page("talks/guide.html")
class GuidePage(TalksPage):
    """Starting gently."""

    space: ClassVar[Space] = "none"

    openers: tuple[Opener, ...]


@page("talks/outside_help.html")
class HelpPage(TalksPage):
    """When a counsellor helps, and how to find one."""

    space: ClassVar[Space] = "none"


@page("talks/paper_form.html")
class PaperFormPage(TalksPage):
    """What goes on the page for a counsellor."""

    form: PaperForm
    unopened: int


@page("talks/paper.html")
class PaperPage(TalksPage):
    """The page for a counsellor. `empty`: its headings alone, to be filled in by hand."""

    name: str
    day: date
    text: str
    hope: str
    empty: bool
    topics: tuple[str, ...]
    talks: tuple[PastLine, ...]


@page("talks/today_open_talk.html")
class OpenTalkPart(Part):
    """On *Today*: a talk that is open, with its time where it rests."""

    slot: ClassVar[Slot] = "between"
    order: ClassVar[int] = 28

    open: OpenTalkLine
