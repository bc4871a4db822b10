"""From people to who could be called and who is missed."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.rooms.people.contacts.rules import Someone
from bothand.rooms.people.labels import WISHES, describe_ago, list_gifts
from bothand.rooms.people.overview.pages import Call
from bothand.rooms.people.pages import Line
from bothand.rooms.people.present import link_way
from bothand.rooms.people.records import Head


def present_calls(people: Iterable[Someone]) -> tuple[Call, ...]:
    """People to call, each with a number."""
    return tuple(
        Call(
            path=reverse("people_person", args=[one.id.hex()]),
            name=one.name,
            why=f"{list_gifts(one)}." + (" " + _("A late call is fine.") if one.late else ""),
            number=next((link_way(way) for way in one.ways if way.sort == "tel"), ""),
        )
        for one in people
    )


def present_unseen(people: Iterable[Head], today: date) -> tuple[Line, ...]:
    """Those I have not seen for longer than I wished, and what I wished."""
    found = []
    for one in people:
        told = _("Last noted %(when)s. You wished for: %(wish)s.") % {
            "when": describe_ago(one.met[0], today),
            "wish": str(WISHES[one.wish]).lower(),
        }
        found.append(Line(path=reverse("people_person", args=[one.id.hex()]), name=one.name, about=told))
    return tuple(found)
