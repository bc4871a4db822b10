"""What is said to make something good again, put into *ours* and taken out."""

from datetime import date

from django.http import HttpRequest

from bothand.kit import shared_copy
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Repair
from bothand.rooms.boundaries.shared.store import save_over


def save_repair(request: HttpRequest, said: Repair, revision: int) -> None:
    """Say something to make it good again, in the place of what one said today (`revision`, 0 for nothing).

    Raises Conflict when that changed or went meanwhile, and as `shared_copy.share_copy`.
    """
    save_over(request, said, rules.place_repair(said.boundary, said.day), revision)


def drop_repair(request: HttpRequest, boundary: bytes, day: date) -> None:
    """Take it back. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Repair, of=rules.place_repair(boundary, day))
