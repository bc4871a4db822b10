"""What was found in one room goes on to another in one step, as a typed draft: a need becomes a draft boundary.

Nothing is kept on the way. The room that hands over shows a button; it sends the words to the page of the room that
takes them, which shows its form with the words in it. Rooms never import each other: `Room.takes` says what a room
takes, and this finds it.
"""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.kit import registry
from bothand.kit.manifest import DraftName

LABELS: Final[dict[DraftName, Promise]] = {
    "boundary": _("Turn it into a boundary"),
    "topic": _("Set it aside as something to talk about"),
    "wish": _("Take time for it"),
    "agreement": _("Look for an agreement about it"),
    "goal": _("Make it a goal"),
    "page": _("Write about it in your journal"),
    "thanks": _("Say thanks for it"),
    "need": _("Save it as something you need"),
}
TEXT_FIELD: Final = "handed_text"
AREA_FIELD: Final = "handed_area"


@dataclass(frozen=True, slots=True)
class Hand:
    """A button that hands words over. `kit/hand.html` draws it: `{% include "kit/hand.html" with hand=page.hand %}`.

    `area` is an area of life by its id, "" for none.
    """

    name: DraftName
    path: str
    label: str | Promise
    text: str
    area: str


@dataclass(frozen=True, slots=True)
class Given:
    """Words that another room handed over."""

    text: str
    area: str


def find_hand(name: DraftName, text: str, *, area: str = "") -> Hand | None:
    """The button for handing words over, or None where no room takes such a draft."""
    for room in registry.all_rooms():
        if name in room.takes:
            return Hand(name, reverse(room.takes[name]), LABELS[name], text, area)
    return None


def find_hands(*wanted: DraftName, text: str, area: str = "") -> tuple[Hand, ...]:
    """The buttons for those of these drafts that a room takes."""
    return tuple(one for name in wanted if (one := find_hand(name, text, area=area)) is not None)


def read_draft(request: HttpRequest) -> Given | None:
    """In the view that takes a draft: what was handed over, or None when its own form was sent.

    The view then shows its form with these words as `initial`, status 200, and keeps nothing.
    """
    if request.method != "POST" or TEXT_FIELD not in request.POST:
        return None
    return Given(request.POST[TEXT_FIELD], request.POST.get(AREA_FIELD, ""))
