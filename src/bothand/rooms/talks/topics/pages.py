"""The pages about topics, a frozen type each."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bothand.content.openers import Opener
from bothand.kit.drafts import Hand
from bothand.rooms.talks.pages import TalksPage, Text
from bothand.rooms.talks.topics.forms import NewTopicForm, PreparationForm, TopicForm
from bothand.shell.page import page
from bothand.shell.parts import ConfirmPage


@page("talks/new_topic.html")
class NewTopicPage(TalksPage):
    """A topic to put aside. `rescued` says why words stand here."""

    form: NewTopicForm
    rescued: str = ""


@page("talks/topic.html")
class TopicPage(TalksPage):
    """One topic. `age` is how long it has waited, "" where that is not mine to know."""

    hex: str
    text: str
    hard: str | Promise
    both: bool
    mine: bool
    age: str
    came: tuple[date, ...]
    prepared: tuple[tuple[Text, str], ...]
    hands: tuple[Hand, ...]
    said: str


@page("talks/edit_topic.html")
class EditTopicPage(TalksPage):
    """A topic, to be written anew."""

    form: TopicForm
    hex: str
    both: bool


@page()
class DeleteTopicPage(TalksPage, ConfirmPage):
    """Asks before a topic is ended."""


@page("talks/preparation.html")
class PreparationPage(TalksPage):
    """Finding words for a topic. `heard` are words in them that often make the other defend."""

    form: PreparationForm
    hex: str
    topic: str
    openers: tuple[Opener, ...]
    heard: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLine:
    """A topic that came up again and again, from one's own list."""

    text: str
    days: tuple[date, ...]
    hands: tuple[Hand, ...]
    ask: str


@page("talks/recurring.html")
class RecurringPage(TalksPage):
    """Topics that go round and round (C4), told to one alone. `joint`: whether anything for two is suggested."""

    found: tuple[RecurringLine, ...]
    afraid: tuple[str, ...]
    joint: bool
    unopened: int
