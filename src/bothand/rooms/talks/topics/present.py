"""From topics to what pages show of them."""

from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.accounts.access import Visit
from bothand.rooms.talks import labels
from bothand.rooms.talks.pages import TopicLine
from bothand.rooms.talks.present import find_hands
from bothand.rooms.talks.topics.pages import TopicPage
from bothand.rooms.talks.topics.records import Mentions, Preparation, Topic
from bothand.rooms.talks.topics.rules import place_of_preparation, weeks_since
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing
from bothand.vault.space import Space

MOST_DAYS: Final = 12
"""So many of the days on which a topic came up are shown."""


def topic_page(visit: Visit, topic: Opened[Topic], *, both: bool, said: str) -> TopicPage:
    """One topic; how old and how hard it is, its author alone sees."""
    by_me = topic.author == visit.me
    return TopicPage(
        hex=topic.hex,
        text=topic.record.text,
        hard=labels.HARD.get(topic.record.hard, "") if by_me else "",
        both=both,
        mine=by_me,
        age=say_age(weeks_since(topic.record.since, visit.today)) if by_me else "",
        came=_list_days(visit.mine, topic),
        prepared=_list_prepared_words(visit.mine, topic),
        hands=find_hands(topic.record.text, "agreement", "boundary", "page"),
        said=said,
    )


def say_age(weeks: int) -> str:
    """How long a topic has waited, kindly."""
    if weeks < 1:
        return _("You set it aside this week.")
    told = ngettext("It has been waiting for a week.", "It has been waiting for %(count)d weeks.", weeks)
    return told % {"count": weeks} if "%(count)d" in told else told


def topic_line(topic: Opened[Topic], me: bytes, *, both: bool) -> TopicLine:
    """A topic in a list."""
    return TopicLine(
        path=reverse("talks_topic", args=[topic.hex]),
        text=topic.record.text,
        both=both,
        theirs=topic.author != me,
    )


def _list_prepared_words(mine: Space, topic: Opened[Topic]) -> tuple[tuple[labels.Text, str], ...]:
    try:
        words = mine.get(Preparation, place_of_preparation(topic.id)).record
    except (Missing, DidNotOpen):
        return ()
    return tuple(
        (label, getattr(words, name)) for name, label in labels.PREPARATION.items() if getattr(words, name)
    )


def _list_days(mine: Space, topic: Opened[Topic]) -> tuple[date, ...]:
    try:
        mentions = mine.only(Mentions)
    except DidNotOpen:
        return ()
    thread = topic.record.thread or topic.id
    days = {one.day for one in (mentions.record.lines if mentions else ()) if one.thread == thread}
    return tuple(sorted(days, reverse=True)[:MOST_DAYS])
