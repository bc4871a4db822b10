"""The mirror's manifest."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.checkins import Answers, FearAnswers, MeasureState, Rhythm, merge_states, read_rhythm
from bothand.kit.manifest import Asked, Part, Room
from bothand.rooms.checkin import asked_pages as asked_of
from bothand.rooms.checkin import asking, labels, readable, store
from bothand.rooms.checkin.forms import PulseForm
from bothand.rooms.checkin.pages import (
    PulsePart,
    SavedPulsePart,
)
from bothand.rooms.checkin.records import OpenCheckin, OpenCheckup, Pulse
from bothand.rooms.checkin.reveals import PULSES
from bothand.rooms.checkin.reveals_map import MAP
from bothand.vault.records import Record


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """The three taps until they are made, then what they were; a check-in when it is due, the map after it."""
    return (_build_pulse_part(asked), *_build_checkin_parts(asked))


def _build_pulse_part(asked: Asked) -> Part:
    if (kept := asked.of_today(Pulse)) is not None:
        return SavedPulsePart(said=labels.describe_pulse(kept.record))
    return PulsePart(form=PulseForm.showing(asked.today, None, 0, partner=asked.partner))


def _build_checkin_parts(asked: Asked) -> tuple[Part, ...]:
    standing = asked.standing().items
    known, begun = read_rhythm(standing), store.find_open_checkin(standing)
    due = asking.find_due(known, asked.today)
    if begun is not None:
        return (asked_of.CheckinPart(sort=None, go_on=reverse("checkin_ask"), checkup=False),)
    if due.sort or due.checkup:
        return (asked_of.CheckinPart(sort=due.sort, go_on="", checkup=due.checkup),)
    return (asked_of.MapPart(),) if known.last == asked.today else ()


def forget_state(there: MeasureState, _brought: MeasureState) -> Record:
    """A state that an import meets is worked out anew when it is next looked at."""
    from bothand.domain import measurement

    return measurement.is_stale(there, _brought)


ROOM = Room(
    name="checkin",
    title=_("Days"),
    about=_("How your days are, where you stand, and what changes: your own answers, given back."),
    place="mine",
    path="days/",
    urls="bothand.rooms.checkin.urls",
    kinds=(Pulse, Answers, MeasureState, FearAnswers, Rhythm, OpenCheckin, OpenCheckup),
    today=build_parts,
    readable={
        Pulse: readable.export_pulse,
        Answers: readable.export_answers,
        MeasureState: readable.export_state,
        FearAnswers: readable.export_fear,
        Rhythm: readable.export_rhythm,
        OpenCheckin: readable.export_checkin,
        OpenCheckup: readable.export_checkup,
    },
    merge={MeasureState: forget_state, Rhythm: merge_states},
    reveals=(PULSES, MAP),
    leads={"check_in": "checkin_ask", "map": "checkin_map"},
)
