"""The words for kinds of support, from three sides: to choose from, as a wish, as an offer."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: Final[dict[str, Promise]] = {
    "listen": _("Listen"),
    "cheer": _("Cheer me on"),
    "remind": _("Remind me"),
    "do_with": _("Do it with me"),
    "room": _("Give me room"),
    "hands_off": _("Hands off"),
}
HINTS: Final[dict[str, Promise]] = {
    "listen": _("Listen to how it goes, without advice."),
    "cheer": _("A kind word when it gets long."),
    "remind": _("Remind me when I asked for it, and only once."),
    "do_with": _("Come along, at my pace."),
    "room": _("Time and quiet to do it."),
    "hands_off": _("Leave it entirely to me."),
}
OFFERED: Final[dict[str, Promise]] = {
    "listen": _("Listening"),
    "cheer": _("Cheering on"),
    "remind": _("Reminding"),
    "do_with": _("Doing it together"),
    "room": _("Giving room"),
    "hands_off": _("Hands off"),
}


def name_support(support: str) -> str:
    """How its receiver calls it; "" for what no list knows."""
    return str(LABELS.get(support, ""))


def name_offer(support: str) -> str:
    """How it is called as an offer; "" for what no list knows."""
    return str(OFFERED.get(support, ""))
