"""The words of choices: kinds, areas, firmness, how it went; in forms, on cards and in an export."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.domain.boundaries import Wording
from bothand.kit import areas, asks
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import CROSSED, ENOUGH, HONOURED, LITTLE, MUCH, UNSURE

KINDS: Final[dict[str, Promise]] = {
    "emotional": _("Emotional"),
    "mental": _("Mental"),
    "physical": _("Physical"),
    "energetic": _("Energetic"),
}
KIND_HINTS: Final[dict[str, str | Promise]] = {
    "emotional": _("Feelings, tone, comfort"),
    "mental": _("Thoughts, opinions"),
    "physical": _("Body, touch, space, sleep"),
    "energetic": _("Strength and rest"),
}
AREAS: Final[dict[str, Promise]] = areas.NAMES
FIRM: Final[dict[str, Promise]] = {
    "line": _("Firm"),
    "flexible": _("Flexible"),
    "wish": _("A wish"),
}
FIRM_HINTS: Final[dict[str, str | Promise]] = {
    "line": _("I can't move it."),
    "flexible": _("It can bend if we talk first."),
    "wish": _("It would do me good."),
}
REACH: Final[dict[str, Promise]] = {
    "both": _("Everything I take part in"),
    "alone": _("What I do by myself"),
    "joint": _("What we do together"),
}
DAYS: Final[dict[str, Promise]] = {
    "0": _("Monday"),
    "1": _("Tuesday"),
    "2": _("Wednesday"),
    "3": _("Thursday"),
    "4": _("Friday"),
    "5": _("Saturday"),
    "6": _("Sunday"),
}
REPLIES: Final[dict[str, Promise]] = {
    asks.GLADLY: _("Gladly"),
    asks.PART: _("I can do part of it"),
    asks.CANT: _("I can't"),
    asks.QUESTION: _("I have a question"),
}
HOW: Final[dict[str, Promise]] = {
    HONOURED: _("Honoured"),
    CROSSED: _("Crossed"),
    UNSURE: _("Unsure"),
}
ENOUGH_OF: Final[dict[str, Promise]] = {
    LITTLE: _("too little"),
    ENOUGH: _("enough"),
    MUCH: _("too much"),
}
REVIEWS: Final[dict[str, Promise]] = {
    "month": _("In a month"),
    "quarter": _("In three months"),
    "half": _("In half a year"),
    "never": _("Not at all"),
}

SHUT: Final = _(
    "You can't share anything just now: a fresh link has to be opened first. What you shared before stays as it is."
)


def name_choice(choices: dict[str, Promise], key: str) -> str:
    """The word for a choice; "" for none, and for one that only a newer program knows."""
    return str(choices[key]) if key in choices else ""


def list_you_words() -> tuple[str, ...]:
    """The words for *you* in the language of the page, lower case."""
    # Translators: all forms of "you" in your language, with spaces between them.
    return tuple(gettext("you your yours you'll you're").lower().split())


def write_sentence(when: str, will: str) -> str:
    """*When ..., I will ...*, whether or not its owner typed those words as well.

    >>> write_sentence("When I come home,", "I will rest.")
    'When I come home, I will rest.'
    >>> write_sentence("", "rest on Sundays.")
    'I will rest on Sundays.'
    """
    when = _drop_first(when, gettext("When")).rstrip(" ,.;")
    will = _drop_first(will, gettext("I will"))
    if not when:
        return gettext("I will %(will)s") % {"will": will}
    return gettext("When %(when)s, I will %(will)s") % {"when": when, "will": will}


def write_opening(words: Wording) -> str:
    """The beginning of a boundary, or of a wish, on one line: for lists, and for what is kept about it.

    >>> write_opening(Wording(when="I come home,", will="take half an hour alone."))
    'When I come home, I will take half an hour alone.'
    """
    return rules.cut_text(write_sentence(words.when, words.will) if words.will else words.wish)


def split_example(text: str) -> tuple[str, str]:
    """An example's two halves; all of it in the second where it is built otherwise.

    >>> split_example("When I am angry, I will walk round the block.")
    ('I am angry', 'walk round the block.')
    """
    middle = gettext(", I will ")
    when, found, will = text.partition(middle)
    return (_drop_first(when, gettext("When")), will) if found else ("", text)


def _drop_first(text: str, first: str) -> str:
    """A text without the words it begins with, where the field has them already."""
    begins = text.lower().startswith(first.lower() + " ")
    return text[len(first) + 1 :].lstrip() if begins else text.strip()
