"""The way to where a practice is done."""

from bothand.kit.next_steps import find_doing
from bothand.rooms.today.pages import Link

QUIET = "safety_page"
FEAR = "checkin_fear"


def link_doing(practice: str) -> Link | None:
    """The page on which a practice is done, as a link."""
    found = find_doing(practice)
    return None if found is None else Link(label=found.label, path=found.path)
