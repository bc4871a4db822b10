"""What the check-in puts on *Today*: the pulse, a check-in that is due, the map after one."""

from datetime import date

from django.urls import reverse

from bothand.domain.checkins import read_rhythm
from bothand.kit.manifest import Asked, Part
from bothand.rooms.checkin.fear.pages import FearPart
from bothand.rooms.checkin.fear.store import are_fear_questions_due
from bothand.rooms.checkin.map.pages import MapPart
from bothand.rooms.checkin.pulse.forms import PulseForm
from bothand.rooms.checkin.pulse.labels import describe_pulse
from bothand.rooms.checkin.pulse.pages import PulsePart, SavedPulsePart
from bothand.rooms.checkin.pulse.present import build_picture
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import list_month
from bothand.rooms.checkin.questions.pages import CheckinPart
from bothand.rooms.checkin.questions.records import OpenCheckin
from bothand.rooms.checkin.questions.rules import find_due, find_open_sheet, is_fresh
from bothand.rooms.checkin.questions.store import find_open_checkin
from bothand.vault.body import Opened


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """The three taps until they are made, then what they were; a check-in when it is due, the map after it."""
    return (_build_pulse_part(asked), *_build_checkin_parts(asked), *_build_fear_parts(asked))


def _build_pulse_part(asked: Asked) -> Part:
    first = asked.today.replace(day=1)
    lot = asked.on_days(Pulse, list_month(first, asked.today))
    pulses = sorted((one.record for one in lot.items), key=lambda pulse: pulse.day)
    if pulses and pulses[-1].day == asked.today:
        picture = build_picture(pulses, first, today=asked.today, partner=asked.partner)
        return SavedPulsePart(said=describe_pulse(pulses[-1]), picture=picture)
    return PulsePart(form=PulseForm.show_day(asked.today, None, 0, partner=asked.partner))


def _find_way_on(begun: Opened[OpenCheckin], today: date) -> str:
    """Straight to the page where it was left; one that is too old is ended first, which has a page of its own."""
    if not is_fresh(begun.record, today):
        return reverse("checkin_begin")
    return reverse("checkin_sheet", args=[begun.hex, find_open_sheet(begun.record)])


def _build_fear_parts(asked: Asked) -> tuple[Part, ...]:
    return (FearPart(),) if are_fear_questions_due(asked.standing().items, asked.today) else ()


def _build_checkin_parts(asked: Asked) -> tuple[Part, ...]:
    standing = asked.standing().items
    known, begun = read_rhythm(standing), find_open_checkin(standing)
    due = find_due(known, asked.today)
    if begun is not None:
        return (CheckinPart(sort=None, go_on=_find_way_on(begun, asked.today), checkup=False),)
    if due.sort or due.checkup:
        return (CheckinPart(sort=due.sort, go_on="", checkup=due.checkup),)
    return (MapPart(),) if known.last == asked.today else ()
