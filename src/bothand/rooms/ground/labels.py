"""How *ground* says things: steps of a dial, whose something is, on whom one leans, areas and cards by their names."""

from collections.abc import Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.content.ground import load_dials, load_reliance, value_cards
from bothand.domain.dials import Dial
from bothand.kit.texts import text_language
from bothand.rooms.ground.records import (
    GOAL,
    INTEREST,
    MINE,
    OTHERS,
    PARTNER,
    SELF,
    SHARED,
    TRY,
    Pursuit,
    Reliance,
    Value,
)

Text = str | Promise
STEPS: Final[dict[int, Text]] = {
    1: gettext_lazy("own"),
    2: gettext_lazy("more own"),
    3: gettext_lazy("half and half"),
    4: gettext_lazy("more shared"),
    5: gettext_lazy("shared"),
}
"""Five places: the same words where a dial is set and where either reads it."""
HEADINGS: Final[dict[tuple[str, str], Text]] = {
    (INTEREST, SHARED): gettext_lazy("What you both enjoy"),
    (INTEREST, MINE): gettext_lazy("What you enjoy without the other"),
    (INTEREST, TRY): gettext_lazy("What you would like to try"),
    (GOAL, SHARED): gettext_lazy("What you both want to reach"),
    (GOAL, MINE): gettext_lazy("What you want to reach for yourself"),
    (GOAL, TRY): gettext_lazy("What you might aim for one day"),
}
HEADINGS_ALONE: Final[dict[tuple[str, str], Text]] = {
    **HEADINGS,
    (INTEREST, SHARED): gettext_lazy("What you enjoy with others"),
    (INTEREST, MINE): gettext_lazy("What you enjoy by yourself"),
    (GOAL, SHARED): gettext_lazy("What you want to reach with others"),
}
HEADINGS_THEIRS: Final[dict[tuple[str, str], Text]] = {
    **HEADINGS,
    (INTEREST, MINE): gettext_lazy("What %(name)s enjoys without you"),
    (INTEREST, TRY): gettext_lazy("What %(name)s would like to try"),
    (GOAL, MINE): gettext_lazy("What %(name)s wants to reach for themselves"),
    (GOAL, TRY): gettext_lazy("What %(name)s might aim for one day"),
}
"""The same headings where the other reads them."""
WHAT: Final[dict[str, Text]] = {INTEREST: gettext_lazy("interest"), GOAL: gettext_lazy("goal")}
WHOSE_MINE: Final[dict[str, Text]] = {
    SHARED: gettext_lazy("as shared"),
    MINE: gettext_lazy("as your own"),
    TRY: gettext_lazy("as something to try"),
}
WHOSE: Final[dict[str, Text]] = {**WHOSE_MINE, MINE: gettext_lazy("as their own")}
ON_MINE: Final[dict[str, Text]] = {OTHERS: gettext_lazy("on others"), SELF: gettext_lazy("on yourself")}
ON: Final[dict[str, Text]] = {
    PARTNER: gettext_lazy("on the other"),
    OTHERS: gettext_lazy("on others"),
    SELF: gettext_lazy("on oneself"),
}
SHEETS: Final[dict[str, Text]] = {
    "values": gettext_lazy("What matters most to you"),
    "pursuits": gettext_lazy("What you enjoy, and what you want to reach"),
    "dials": gettext_lazy("How much is shared"),
    "reliance": gettext_lazy("Who you lean on for what"),
}
SHEETS_ABOUT: Final[dict[str, Text]] = {
    "values": gettext_lazy("Up to ten values, in your order."),
    "pursuits": gettext_lazy("Shared, your own, and to try."),
    "dials": gettext_lazy("Ten areas of life, from mine to ours: as it is, and as you would like it."),
    "reliance": gettext_lazy("And what you don't lean on anybody for."),
}
EXCERPT: Final = 60
NAMED: Final = 3


def value_name(value: Value) -> str:
    """A value as it is called; a card that this program has no text for by its id."""
    if not value.card:
        return value.words
    return next((one.name for one in value_cards(text_language()) if one.id == value.card), value.card)


def area_name(area: str) -> str:
    """An area of life as its dial is called."""
    return next((one.title for one in load_dials(text_language()).dials if one.area == area), area)


def reliance_text(card: str) -> str:
    """What one may lean on somebody for."""
    return next((one.text for one in load_reliance(text_language()).cards if one.id == card), card)


def reliance_area(card: str) -> str:
    """The area it belongs to; "" for a card that is not there."""
    return next((one.area for one in load_reliance(text_language()).cards if one.id == card), "")


def say_dial(dial: Dial, *, mine: bool = True) -> str:
    """A dial in the words in which it was set: as it is, and as its owner would like it, as far as either is said."""
    liked = _("As you would like it: %(step)s.") if mine else _("As they would like it: %(step)s.")
    now = _("As it is: %(step)s.") % {"step": STEPS[dial.now]} if dial.now else ""
    wish = liked % {"step": STEPS[dial.wish]} if dial.wish else ""
    return " ".join(filter(None, (now, wish)))


def name_few(names: Sequence[str]) -> str:
    """The first of a list, cut to their beginnings, and how many come after them; "" for none."""
    shown = ", ".join(Truncator(one).chars(EXCERPT) for one in names[:NAMED])
    more = len(names) - NAMED
    if more <= 0:
        return shown
    told = ngettext("%(shown)s, and %(more)d more", "%(shown)s, and %(more)d more", more)
    return told % {"shown": shown, "more": more}


def pursuit_label(thing: Pursuit) -> str:
    """An interest or a goal in the list one chooses from."""
    return f"{thing.words} ({WHAT[thing.what]}, {WHOSE_MINE[thing.whose]})"


def reliance_label(one: Reliance) -> str:
    """What one leans on somebody for, in the list one chooses from."""
    return f"{reliance_text(one.card)}: {ON[one.on]}"
