"""The words of check-ins, facets and axes, and how sureness is said."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from bothand.content import items
from bothand.domain.checkins import DID_NOT_COME_UP, is_answer
from bothand.engines.guide import fear
from bothand.kit import reading_words, texts
from bothand.kit.reading_words import format_number
from bothand.relationship import facet

ANSWERS: Final = reading_words.ANSWERS
ABSENT: Final = pgettext_lazy("an answer", "It did not come up")
"""The sixth answer, offered where a sentence asks about something that may not have happened."""
THE_OTHER: Final = gettext_lazy("the other")
SORTS: Final[dict[str, Promise]] = {
    "first": gettext_lazy("First check-in"),
    "weekly": gettext_lazy("Check-in"),
    "checkup": gettext_lazy("Piece of a check-up"),
    "plan": gettext_lazy("A plan began"),
    "wished": gettext_lazy("How you would like it"),
    "talk": gettext_lazy("How a talk was"),
}
TALKS: Final[dict[str, Promise]] = {
    "talk-heard": gettext_lazy("I felt heard"),
    "talk-safe": gettext_lazy("I felt safe to say what I think"),
}
_AFRAID: Final[dict[str, Promise]] = {
    "say_no": gettext_lazy("you are at times afraid to say no"),
    "disagree": gettext_lazy("you are at times afraid to disagree"),
    "at_home": gettext_lazy("you are at times afraid of what may happen at home"),
}


def format_day(ordinal: int) -> str:
    """A day, with its year."""
    return str(date_format(date.fromordinal(ordinal), "j F Y"))


def join_words(names: Iterable[str]) -> str:
    """Words in a row: a, b and c."""
    words = list(names)
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def explain_fear(ruling: fear.Ruling) -> tuple[str, ...]:
    """Why no step for two is advised, to the one who answered; nothing where the rule is not set off."""
    why = ruling.why
    if not isinstance(why, fear.Afraid):
        return ()
    told = {
        "what": join_words(str(_AFRAID[name]) for name in why.questions),
        "day": format_day(why.again_on.toordinal()),
    }
    return (
        _("You answered that %(what)s.") % told,
        _(
            "That is a reason to talk to somebody outside. You don’t have to be sure, and it doesn’t need a name. Until %(day)s nothing here will suggest a step for two."
        )
        % told,
        _("Nobody else is told. No other page changes."),
    )


def abbreviate_month(ordinal: int) -> str:
    """A month in three letters, for pictures."""
    return str(date_format(date.fromordinal(ordinal), "M"))


def format_month(ordinal: int) -> str:
    """A month with its year, for tables."""
    return str(date_format(date.fromordinal(ordinal), "F Y"))


def format_range(low: float, high: float) -> str:
    """An interval of answers, cut to 1 to 5."""
    ends = {"low": format_number(max(1.0, low)), "high": format_number(min(5.0, high))}
    return _("%(low)s to %(high)s") % ends


def format_difference(value: float) -> str:
    """A difference in answers with its sign.

    >>> format_difference(0.31), format_difference(-0.2), format_difference(-0.05)
    ('+0.3', '−0.2', '0.0')
    """
    shown = format_number(abs(value))
    if shown == format_number(0):
        return shown
    return f"+{shown}" if value > 0 else f"−{shown}"


def find_wording(key: str, partner: str) -> str:
    """The sentence of an item, or of a facet's ideal; "" for one that is not asked like this any more."""
    language = texts.text_language()
    if "-" not in key:
        return next(
            (
                one.wording(partner or None)
                for one in items.load_bank(language).ideals
                if facet(one.facet).name == key
            ),
            "",
        )
    try:
        found = items.find_item(key, language)
    except KeyError:
        return ""
    # A check-in that was begun with a partner can be ended without: then the sentence keeps its shape.
    return found.wording(partner or None) or found.wording(str(THE_OTHER)) or ""


def can_be_absent(key: str) -> bool:
    """Whether the sentence of an item asks about something that may not have happened."""
    try:
        return items.find_item(key, texts.text_language()).presupposes is not None
    except KeyError:
        return False


def find_note(key: str) -> str:
    """What stands below the question for the ideal of a facet; "" for most, and for items."""
    ideals = items.load_bank(texts.text_language()).ideals
    return next((one.note or "" for one in ideals if facet(one.facet).name == key), "")


def name_answer(answer: int) -> str:
    """What was tapped, in words: one of the five answers, that it did not come up, or that it was skipped."""
    if answer == DID_NOT_COME_UP:
        return str(ABSENT)
    return str(ANSWERS[answer]) if is_answer(answer) else _("skipped")


def format_answer(day: int, answer: int) -> str:
    """What was tapped, with its day."""
    return _("%(answer)s, %(day)s") % {"answer": name_answer(answer), "day": format_day(day)}
