"""Which part of a task is somebody's, in words for a list."""

from django.utils.translation import gettext as _

from bothand.rooms.housework.rules import PHASES
from bothand.rooms.housework.weekly.rules import Held


def say_held(held: Held, others: Held, *, elsewhere: bool) -> str:
    """What is theirs of a task; "" where it is all of it."""
    if elsewhere:
        return _("somebody else does it; keep an eye on it")
    if held == others == PHASES:
        return _("together")
    if held == PHASES and not others:
        return ""
    words = {"noticed": _("noticing"), "planned": _("planning"), "done": _("doing")}
    together = {
        "noticed": _("noticing together"),
        "planned": _("planning together"),
        "done": _("doing together"),
    }
    return ", ".join((together if phase in others else words)[phase] for phase in held)
