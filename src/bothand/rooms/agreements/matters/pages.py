"""What the templates of a matter may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.agreements.matters.forms import NewForm, NowForm, OptionForm, QuestionForm, WordsForm
from bothand.rooms.agreements.pages import TAB, JointPage, Labelled, Row
from bothand.shell.page import Place, Space, page
from bothand.shell.process_page import PartDonePage, ProcessPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one of the two said about a matter, as pairs of question and answer; nothing is nothing."""

    mine: bool
    pairs: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option of a question; `free` says that it came with an idea, and nobody thought of it yet.

    `today` names who marked it as how it is now, `who` the one who takes part alone.
    """

    text: str
    by_me: bool
    for_other: bool
    free: bool
    today: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question with its options. `open` says that the form for another one stands open."""

    name: str
    options: tuple[OptionRow, ...]
    form: OptionForm | None = None
    open: bool = False


@page("agreements/new.html")
class NewPage(JointPage):
    """Something new to agree on.

    starters  ideas; `lines` the questions of the one that was picked
    talk      why the one that was picked needs a talk first; `hands` lead there
    """

    form: NewForm
    starters: tuple[Row, ...]
    lines: tuple[Labelled, ...]
    talk: str
    hands: tuple[Hand, ...]


@page()
class MatterStepPage(ProcessPage):
    """The parent of the screens of a matter that both can open."""

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "ours"

    hex: str


@page("agreements/matter.html")
class MatterPage(PartDonePage):
    """Where two are with a matter, what was said, and its questions.

    path    where it goes on for the reader; "" while their part is done
    over    whether an agreement came of it, which is `agreement`
    fixed   whether somebody wrote that their side cannot change
    differ  whether both marked today, and not alike
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "ours"

    hex: str
    path: str
    over: bool
    said: tuple[Statement, ...]
    questions: tuple[QuestionRow, ...]
    fixed: bool
    differ: bool
    aside: bool
    agreement: str
    hands: tuple[Hand, ...]


@page("agreements/words.html")
class WordsPage(MatterStepPage):
    """One screen of my words about a matter: how serious it is, what it gives me, what I understood.

    screen  serious, gives, back
    theirs  what the other wrote
    back    where *Back* leads, "" at the first
    """

    form: WordsForm
    screen: str
    theirs: tuple[Labelled, ...]
    back: str


@page()
class BothWordsPage(VersionsPage):
    """My words, written in two windows."""

    tab: ClassVar[str | Promise] = TAB


@page("agreements/options.html")
class OptionsPage(MatterStepPage):
    """The questions and their options.

    full       whether no more questions fit; `spare` is an option of one that is gone
    for_other  whether I have an option here that is meant for the other
    theirs     what it would give the other, in their words
    """

    questions: tuple[QuestionRow, ...]
    form: QuestionForm
    spare: OptionForm | None
    full: bool
    for_other: bool
    theirs: str


@page("agreements/now.html")
class NowPage(MatterStepPage):
    """How it is now: one question a screen.

    question  the question, `number` its place from 1 of `count`; `marked` the option that I marked, -1 for none
    theirs    the option that the other marked, "" for none
    """

    form: NowForm
    question: str
    number: int
    count: int
    options: tuple[str, ...]
    marked: int
    theirs: str
    of: str
    at: int
    back: str
    changed: bool
