"""What the templates of a matter may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.agreements.matters.forms import NewForm, NowForm, OptionForm, QuestionForm, WordsForm
from bothand.rooms.agreements.pages import TAB, JointPage, Labelled, Row
from bothand.shell.page import Place, Space, page
from bothand.shell.process_page import ProcessPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one of the two said about a matter, as pairs of question and answer; nothing is nothing."""

    mine: bool
    pairs: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option of a question. `today` names who marked it as how it is now, `who` the one who takes part alone."""

    text: str
    by_me: bool
    for_other: bool
    today: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question with its options."""

    name: str
    options: tuple[OptionRow, ...]
    form: OptionForm | None = None


@page("agreements/new.html")
class NewPage(JointPage):
    """Something new to agree on. `starters` are ideas, `lines` the questions of the one that was picked."""

    form: NewForm
    starters: tuple[Row, ...]
    lines: tuple[Labelled, ...]


@page("agreements/matter.html")
class MatterPage(ProcessPage):
    """One matter: what was said, its questions, and what comes next.

    step    the step that the reader is at; `waits` says that their part of it is done, `shows` what of it shows
    fixed   whether somebody wrote that their side cannot change
    differ  whether both marked today, and not alike
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "ours"

    hex: str
    said: tuple[Statement, ...]
    questions: tuple[QuestionRow, ...]
    step: str
    waits: bool
    shows: str | Promise
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
    """The questions and their options. `full` says that no more questions fit, `spare` is an option of one that is gone."""

    hex: str
    title: str
    questions: tuple[QuestionRow, ...]
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
