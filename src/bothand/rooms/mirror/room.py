"""The mirror's manifest."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from bothand.rooms.kit.manifest import Asked, Part, Readable, Room
from bothand.rooms.mirror import wording
from bothand.rooms.mirror.forms import PulseForm
from bothand.rooms.mirror.pages import (
    DaysPage,
    DeleteDayPage,
    KeptPart,
    PulsePage,
    PulsePart,
    TwoPulsesPage,
)
from bothand.rooms.mirror.records import Pulse
from bothand.rooms.mirror.reveals import DAYS


def today(asked: Asked) -> tuple[Part, ...]:
    """The three taps until they are made, then what they were."""
    for one in asked.accumulated().items:
        if isinstance(one.record, Pulse) and one.record.day == asked.today:
            return (KeptPart(said=wording.said(one.record)),)
    return (PulsePart(form=PulseForm.showing(asked.today, None, 0, partner=asked.partner)),)


def readable(pulse: Pulse) -> Readable:
    """A day as it reads in an export."""
    return Readable(heading=date_format(pulse.day, "l, j F Y"), pairs=wording.said(pulse))


ROOM = Room(
    name="mirror",
    title=_("Days"),
    about=_("How your days are, three taps each, and eight weeks of them side by side."),
    place="mine",
    path="days/",
    urls="bothand.rooms.mirror.urls",
    kinds=(Pulse,),
    pages=(DaysPage, PulsePage, DeleteDayPage, TwoPulsesPage),
    parts=(PulsePart, KeptPart),
    today=today,
    readable={Pulse: readable},
    reveals=(DAYS,),
)
