"""The words of the pulse: under its pictures, in its table, in an export."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bothand.content import feelings
from bothand.kit import texts
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import Finding

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


def title_weeks(finding: Finding) -> str:
    """What stands over the picture."""
    match finding:
        case Finding(most=int(level)):
            return gettext("On most of these days you felt %(word)s.") % {"word": SELF[level]}
        case Finding(low=int(low), high=int(high)):
            return gettext("These days went from %(low)s to %(high)s.") % {
                "low": SELF[low],
                "high": SELF[high],
            }
    return gettext("Here your days come to lie side by side.")


def _name_feeling(key: str) -> str:
    try:
        return feelings.find_feeling(key, texts.text_language()).text
    except KeyError:
        return key
