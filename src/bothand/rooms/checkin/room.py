"""The manifest of the check-in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.checkins import Answers, FearAnswers, MeasureState, Rhythm, merge_states
from bothand.kit.manifest import Room, Tab
from bothand.rooms.checkin.between import BETWEEN
from bothand.rooms.checkin.checkup.records import OpenCheckup
from bothand.rooms.checkin.export import (
    export_answers,
    export_checkin,
    export_checkup,
    export_fear,
    export_pulse,
    export_rhythm,
    export_state,
    forget_state,
)
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.questions.records import OpenCheckin
from bothand.rooms.checkin.reveals import MAP, PULSES
from bothand.rooms.checkin.today import build_parts
from bothand.vault.records import month_of

ROOM = Room(
    name="checkin",
    title=_("Check-in"),
    about=_("How your days are, and where you stand."),
    picture="map",
    place="mine",
    path="checkin/",
    urls="bothand.rooms.checkin.urls",
    tabs=(
        Tab(_("Check-in"), "checkin_begin"),
        Tab(_("Map"), "checkin_map"),
        Tab(_("Aspects"), "checkin_aspects"),
        Tab(_("Plan"), "today_plan"),
        Tab(_("Days"), "checkin_pulses", folded=True),
        Tab(_("Patterns"), "checkin_patterns", folded=True),
        Tab(_("Finding balance again"), "checkin_recovery", folded=True),
        Tab(_("What moves together"), "checkin_slope", folded=True),
        Tab(_("Check-up"), "checkin_checkup", folded=True),
        Tab(_("Past answers"), "checkin_past", folded=True),
    ),
    kinds=(Pulse, Answers, MeasureState, FearAnswers, Rhythm, OpenCheckin, OpenCheckup),
    today=build_parts,
    opens={
        Pulse: lambda one: reverse("checkin_pulse_month", args=[month_of(one.record.day)]),
    },
    readable={
        Pulse: export_pulse,
        Answers: export_answers,
        MeasureState: export_state,
        FearAnswers: export_fear,
        Rhythm: export_rhythm,
        OpenCheckin: export_checkin,
        OpenCheckup: export_checkup,
    },
    merge={MeasureState: forget_state, Rhythm: merge_states},
    reveals=(PULSES, MAP),
    between=BETWEEN,
    leads={"check_in": "checkin_begin", "map": "checkin_map"},
)
