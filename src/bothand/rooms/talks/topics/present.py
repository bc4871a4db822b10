"""From topics to what pages show of them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.rooms.talks.pages import TopicLine
from bothand.rooms.talks.topics.records import Preparation, Topic
from bothand.rooms.talks.topics.rules import place_of_preparation
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.space import Space


def say_age(weeks: int) -> str:
    """How long a topic has waited, kindly."""
    if weeks < 1:
        return _("You put it aside this week.")
    told = ngettext("It has waited a week.", "It has waited %(count)d weeks.", weeks)
    return told % {"count": weeks} if "%(count)d" in told else told


def list_prepared_words(mine: Space, found: Opened[Topic]) -> tuple[tuple[str, str], ...]:
    try:
        words = mine.get(Preparation, place_of_preparation(found.id)).record
    except (Missing, DidNotOpen):
        return ()
    pairs = (
        (_("What I saw or heard"), words.saw),
        (_("What I feel"), words.feel),
        (_("What matters to me in it"), words.need),
        (_("What I would like to ask for"), words.ask),
        (_("Anything else"), words.rest),
    )
    return tuple((label, text) for label, text in pairs if text)


def topic_line(one: Opened[Topic], own: list[Opened[Topic]], me: bytes) -> TopicLine:
    return TopicLine(
        path=reverse("talks_topic", args=[one.hex]),
        text=one.record.text,
        both=one not in own,
        theirs=one.author != me,
    )
