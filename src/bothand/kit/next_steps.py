"""The page on which a practice is done: a form or a place to write, and never a list of them.

A room that takes a draft has a form for it (`Room.takes`); the practice leads there with nothing in it. Where a practice has no
such page, it leads to its room.
"""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit import leads, registry
from bothand.kit.manifest import DraftName

DONE_ON: Final[dict[str, tuple[DraftName, Promise]]] = {
    "P1": ("page", gettext_lazy("Write it now")),
    "P2": ("wish", gettext_lazy("Choose the time")),
    "P4": ("boundary", gettext_lazy("Write it as a boundary")),
    "P5": ("agreement", gettext_lazy("Begin an agreement")),
    "P6": ("goal", gettext_lazy("Write it as a goal")),
    "P7": ("topic", gettext_lazy("Write down what it is about")),
}


@dataclass(frozen=True, slots=True)
class Doing:
    """Where a practice is done, as a link."""

    label: str
    path: str


def find_doing(practice: str) -> Doing | None:
    """The page to do a practice on, or None while no room has it. Raises KeyError for none of P1 to P7."""
    draft, label = DONE_ON.get(practice, (None, ""))
    for room in registry.all_rooms():
        if draft is not None and draft in room.takes:
            return Doing(str(label), reverse(room.takes[draft]))
    door = leads.to_practice(practice)
    return None if door is None else Doing(_("Open %(room)s") % {"room": door.title}, door.path)
