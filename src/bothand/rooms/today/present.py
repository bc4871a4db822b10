"""The way to a practice's room."""

from django.utils.translation import gettext as _

from bothand.kit import leads
from bothand.rooms.today.pages import Link

QUIET = "safety_page"


def find_door(practice: str) -> Link | None:
    """The way to a practice's room."""
    found = leads.to_practice(practice)
    return None if found is None else Link(label=_("Open %(room)s") % {"room": found.title}, path=found.path)
