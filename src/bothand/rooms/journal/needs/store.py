"""What somebody needs, changed in one document."""

from collections.abc import Callable

from bothand.domain import needs as needing
from bothand.domain.needs import Need, Needs
from bothand.rooms.journal.store import amend_only
from bothand.vault.errors import Missing
from bothand.vault.randomness import new_id
from bothand.vault.space import Space


class NoRoom(Exception):
    """There is no room for that many."""


def amend_needs(space: Space, change: Callable[[Needs], Needs]) -> None:
    """Change the needs. Raises DidNotOpen, NewerVersion, and whatever the change raises."""
    amend_only(space, Needs, change)


def add_lines(lines: list[str], area: str) -> Callable[[Needs], Needs]:
    """A change that adds a need for each line. It raises NoRoom when they do not fit; what stands there takes no room."""

    def change(held: Needs) -> Needs:
        found = held
        for one in lines:
            found = needing.add_needs(found, Need(id=new_id(), words=one, area=area))
        if len(found.held) > max(needing.MOST, len(held.held)):
            raise NoRoom
        return found

    return change


def find_need(space: Space, need_id: bytes) -> Need:
    """One need. Raises Missing, DidNotOpen."""
    found = space.only(Needs)
    there = found.record.one(need_id) if found else None
    if there is None:
        raise Missing
    return there
