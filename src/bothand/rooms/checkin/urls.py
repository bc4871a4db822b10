"""Addresses of the check-in, below `checkin/`."""

from django.urls import path

from bothand.rooms.checkin.aspects.views import list_aspects, show_aspect
from bothand.rooms.checkin.checkup.views import answer_piece, close_checkup, show_checkup, show_comparison
from bothand.rooms.checkin.fear.views import answer_fear
from bothand.rooms.checkin.ideals.views import answer_ideals
from bothand.rooms.checkin.map.views import show_map
from bothand.rooms.checkin.past.views import delete_sitting, edit_sitting, list_sitting_month, list_sittings
from bothand.rooms.checkin.patterns.views import list_patterns
from bothand.rooms.checkin.pulse.views import (
    delete_pulse,
    edit_pulse,
    list_pulse_month,
    list_pulses,
    pick_day,
)
from bothand.rooms.checkin.questions.views import answer_sheet, begin_checkin, postpone_checkin, stop_checkin
from bothand.rooms.checkin.recovery.views import show_recovery
from bothand.rooms.checkin.slope.views import show_slope

urlpatterns = [
    path("", list_pulses, name="checkin_pulses"),
    path("month/<str:month>/", list_pulse_month, name="checkin_pulse_month"),
    path("today/", edit_pulse, name="checkin_pulse"),
    path("pick/", pick_day, name="checkin_pick"),
    path("questions/", begin_checkin, name="checkin_begin"),
    path("questions/postpone/", postpone_checkin, name="checkin_postpone"),
    path("questions/<str:hex_id>/stop/", stop_checkin, name="checkin_stop"),
    path("questions/<str:hex_id>/<int:number>/", answer_sheet, name="checkin_sheet"),
    path("checkup/", show_checkup, name="checkin_checkup"),
    path("checkup/comparison/", show_comparison, name="checkin_comparison"),
    path("checkup/<str:hex_id>/close/", close_checkup, name="checkin_close"),
    path("checkup/<str:hex_id>/<int:number>/", answer_piece, name="checkin_piece"),
    path("map/ten/", answer_ideals, name="checkin_ideals"),
    path("checkup/three/", answer_fear, name="checkin_fear"),
    path("map/", show_map, name="checkin_map"),
    path("aspects/", list_aspects, name="checkin_aspects"),
    path("aspects/<int:number>/", show_aspect, name="checkin_aspect"),
    path("patterns/", list_patterns, name="checkin_patterns"),
    path("slope/", show_slope, name="checkin_slope"),
    path("recovery/", show_recovery, name="checkin_recovery"),
    path("past/", list_sittings, name="checkin_past"),
    path("past/month/<str:month>/", list_sitting_month, name="checkin_past_month"),
    path("past/<str:hex_id>/", edit_sitting, name="checkin_sitting"),
    path("past/<str:hex_id>/delete/", delete_sitting, name="checkin_delete_sitting"),
    path("<str:day>/delete/", delete_pulse, name="checkin_delete_pulse"),
]
