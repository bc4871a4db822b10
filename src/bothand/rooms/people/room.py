"""The manifest of *people*."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room
from bothand.rooms.people.export import (
    keep_present,
    merge_waiting,
    readable_alike,
    readable_people,
    readable_shared,
    readable_waiting,
)
from bothand.rooms.people.records import People, SharedPerson, Waiting
from bothand.rooms.people.rules import merge_people
from bothand.rooms.people.today import list_parts
from bothand.rooms.people.twins.records import Alike

ROOM = Room(
    name="people",
    title=_("People"),
    about=_("Who is around you: your own people, and the ones you share."),
    place="mine",
    path="people/",
    urls="bothand.rooms.people.urls",
    kinds=(People, Alike, Waiting, SharedPerson),
    today=list_parts,
    readable={
        People: readable_people,
        Alike: readable_alike,
        Waiting: readable_waiting,
        SharedPerson: readable_shared,
    },
    merge={People: merge_people, Alike: keep_present, Waiting: merge_waiting},
)
