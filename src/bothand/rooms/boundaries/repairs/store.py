"""What is said to make something good again, put into *ours* and taken out."""

from datetime import date

from django.http import HttpRequest

from bothand.kit import shared_copy
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Repair
from bothand.rooms.boundaries.shared.store import save_over


def save_repair(request: HttpRequest, repair: Repair, revision: int) -> None:
    """Put it in the place of what one said today. Raises as `save_over`."""
    save_over(request, repair, of=rules.place_repair(repair.boundary, repair.day), revision=revision)


def drop_repair(request: HttpRequest, boundary: bytes, day: date) -> None:
    """Take it back. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Repair, of=rules.place_repair(boundary, day))
