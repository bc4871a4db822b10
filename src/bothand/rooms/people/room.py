"""The manifest of *people*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room, Tab
from bothand.rooms.people.between import BETWEEN
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
from bothand.shell.endings import Ending

ROOM = Room(
    name="people",
    title=_("People"),
    about=_("Who is around you: your own people, and the ones you share."),
    picture="people",
    place="mine",
    path="people/",
    urls="bothand.rooms.people.urls",
    tabs=(
        Tab(_("Around you"), "people_around"),
        Tab(_("All your people"), "people_people"),
        Tab(_("Search"), "people_find"),
        Tab(_("Import"), "people_bring", folded=True),
        Tab(_("Export"), "people_out", folded=True),
        Tab(_("Duplicates"), "people_twins", folded=True),
    ),
    kinds=(People, Alike, Waiting, SharedPerson),
    today=list_parts,
    readable={
        People: readable_people,
        Alike: readable_alike,
        Waiting: readable_waiting,
        SharedPerson: readable_shared,
    },
    opens={
        People: lambda _one: reverse("people_people"),
        SharedPerson: lambda one: reverse("people_shown", args=[one.hex]),
    },
    merge={People: merge_people, Alike: keep_present, Waiting: merge_waiting},
    between=BETWEEN,
    endings={
        "people_share": Ending(
            say=_("What you chose is shared, and nothing else of them."),
            space="ours",
            next=_("Around you"),
            url="people_around",
        ),
    },
)
