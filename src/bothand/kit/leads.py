"""Where a step of the guide begins, and which room carries out a practice: asked of the manifests.

Rooms never import each other: `Room.leads` says which steps a room carries out, and a practice's room is the one whose
folder the model names.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from bothand.kit import registry
from bothand.kit.manifest import LeadName
from bothand.relationship import PRACTICES, practice


@dataclass(frozen=True, slots=True)
class Door:
    """A room as a link: its name and its path."""

    title: str | Promise
    path: str


def to_step(name: LeadName) -> str:
    """Where a step begins; "" while no room carries it out."""
    for room in registry.all_rooms():
        if name in room.leads:
            return reverse(room.leads[name])
    return ""


def to_practice(key: str) -> Door | None:
    """The room of a practice (P1 to P7), or None while there is none."""
    wanted = practice(key).room
    for room in registry.all_rooms():
        if room.name == wanted:
            return Door(room.title, f"/{room.path}")
    return None


def practice_leads() -> frozenset[str]:
    """Ids of the practices whose room is there."""
    there = {room.name for room in registry.all_rooms()}
    return frozenset(one.id for one in PRACTICES if one.room in there)
