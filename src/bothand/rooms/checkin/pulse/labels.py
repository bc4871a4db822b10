"""The words of the pulse: under its pictures, in its table, in an export."""

from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bothand.content import feelings
from bothand.domain.days import DaysRead
from bothand.kit import texts
from bothand.rooms.checkin.pulse.records import Pulse

SELF: Final[dict[int, Promise]] = {
    1: pgettext_lazy("about oneself", "small"),
    2: pgettext_lazy("about oneself", "shaky"),
    3: pgettext_lazy("about oneself", "so-so"),
    4: pgettext_lazy("about oneself", "steady"),
    5: pgettext_lazy("about oneself", "whole"),
}
BETWEEN: Final[dict[int, Promise]] = {
    1: pgettext_lazy("between people", "far"),
    2: pgettext_lazy("between people", "cool"),
    3: pgettext_lazy("between people", "so-so"),
    4: pgettext_lazy("between people", "warm"),
    5: pgettext_lazy("between people", "close"),
}
BALANCE: Final[dict[str, Promise]] = {
    "me": _("too much me"),
    "right": _("about right"),
    "us": _("too much us"),
}


def ask_between(partner: str) -> str:
    """How the second question is asked, with a partner or alone."""
    if not partner:
        return gettext("How was it with the people near you?")
    return gettext("How was it between you and %(name)s?") % {"name": partner}


def name_between(*, alone: bool) -> str:
    """The second question, in short."""
    return gettext("Near you") if alone else gettext("Between you")


def describe_pulse(pulse: Pulse) -> tuple[tuple[str, str], ...]:
    """What was answered, as pairs of label and text; what was left out is left out."""
    pairs = [(gettext("Yourself"), str(SELF.get(pulse.self_feeling, "")))]
    if pulse.between is not None:
        pairs.append((name_between(alone=pulse.alone), str(BETWEEN.get(pulse.between, ""))))
    if pulse.balance is not None:
        pairs.append((gettext("The day was"), str(BALANCE.get(pulse.balance, ""))))
    if pulse.feelings:
        pairs.append((gettext("Words for it"), join_feelings(pulse)))
    return tuple(pairs)


def join_feelings(pulse: Pulse) -> str:
    """The feeling words, in the language of the page; an id that no list knows any more stands for itself."""
    return ", ".join(_name_feeling(one) for one in pulse.feelings)


def title_days(read: DaysRead, first: date, *, current: bool) -> str:
    """What stands over a month of days: what was, and never that something rose or fell."""
    if read.most is not None and read.same:
        told = {"word": SELF[read.most], "count": read.count}
        return gettext("You felt “%(word)s” on all %(count)d days.") % told
    if read.most is not None:
        return gettext("On most of these days you felt “%(word)s”.") % {"word": SELF[read.most]}
    if read.best is not None and read.hardest is not None and read.between:
        told = {"best": _name_day(read.best), "hardest": _name_day(read.hardest)}
        return gettext("Your best day was %(best)s, your hardest %(hardest)s. Most were in between.") % told
    if read.low is not None and read.high is not None:
        told = {"low": SELF[read.low], "high": SELF[read.high]}
        return gettext("Your days differed: “%(low)s” on the hardest, “%(high)s” on the best.") % told
    if current:
        return gettext("%(month)s so far") % {"month": date_format(first, "F")}
    return date_format(first, "F Y")


def describe_ends(read: DaysRead) -> str:
    """The best and the hardest day, where the title says something else and there is one of each."""
    if read.best is None or read.hardest is None or read.most is None or read.same:
        return ""
    told = {"best": _name_day(read.best), "hardest": _name_day(read.hardest)}
    return gettext("Your best day was %(best)s, your hardest %(hardest)s.") % told


def describe_between(read: DaysRead, *, alone: bool) -> str:
    """How it was on most days between two, or with the people near; nothing where no answer has most days."""
    if read.most is None:
        return ""
    word = {"word": BETWEEN[read.most]}
    if alone:
        return gettext("With the people near you, most days were “%(word)s”.") % word
    return gettext("Between you, most days were “%(word)s”.") % word


def _name_day(day: date) -> str:
    return str(date_format(day, "l j F"))


def _name_feeling(key: str) -> str:
    try:
        return feelings.find_feeling(key, texts.text_language()).text
    except KeyError:
        return key
