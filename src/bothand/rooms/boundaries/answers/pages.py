"""Pages of answers, and of what is asked."""

from bothand.kit.asks import Ask
from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.boundaries.answers.forms import AnswerForm
from bothand.rooms.boundaries.pages import MinePage, OursPage
from bothand.rooms.boundaries.present import Card
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("boundaries/answer.html")
class AnswerPage(OursPage):
    """Answering the other's boundary; `kept` says that there is an answer already."""

    form: AnswerForm
    card: Card
    hex: str
    kept: bool


@page()
class TwoAnswersPage(OursPage, VersionsPage):
    """One answer, or one word to make it good, written in two windows."""


@page("boundaries/gone.html")
class GonePage(MinePage):
    """What was answered is no longer there; the words that were typed are. `typed` has them with their labels."""

    typed: tuple[tuple[str, str], ...]
    hands: tuple[Hand, ...]


@page("boundaries/asked.html")
class AskedPage(OursPage):
    """Everything the other asks of me, with the one-tap no; `declined` is what I said no to."""

    asks: tuple[tuple[str, Ask], ...]
    declined: tuple[tuple[str, Ask], ...]
    pages: Pages
    unopened: int
