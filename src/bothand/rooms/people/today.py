"""What *people* puts on *Today*: a birthday, today or tomorrow. Nobody is counted, and nobody is missed aloud."""

from datetime import date, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.kit.manifest import Asked, Part
from bothand.rooms.people.contacts.rules import list_birthdays
from bothand.rooms.people.pages import BirthdayPart, Line
from bothand.rooms.people.records import Person, SharedPerson

MOST: Final = 4


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """Of those whom two see in *ours*, which is read for *Today* anyway.

    One's own people lie in a document of their own, which may hold thousands: their days stand on the room's page.
    """
    about = {one.id: one for one in asked.between().items if isinstance(one.record, SharedPerson)}
    days = (Person(id=key, name=one.record.name, birthday=one.record.birthday) for key, one in about.items())
    tomorrow = asked.today + timedelta(days=1)
    lines: dict[tuple[date, str], Line] = {}
    for found in list_birthdays(days, asked.today, within=1):
        # Both may have put the same person there: once is enough.
        lines.setdefault(
            (found.day, found.person.name),
            Line(
                path=reverse("people_shown", args=[found.person.id.hex()]),
                name=found.person.name,
                about=_("Tomorrow.") if found.day == tomorrow else _("Today."),
            ),
        )
    return (BirthdayPart(lines=tuple(lines.values())[:MOST]),) if lines else ()
