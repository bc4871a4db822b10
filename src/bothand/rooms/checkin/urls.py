"""Addresses of the mirror, below `days/`."""

from django.urls import path

from bothand.rooms.checkin.views import asking, days, past, seeing, whole

urlpatterns = [
    path("", days.list_pulses, name="checkin_days"),
    path("today/", days.edit_pulse, name="checkin_pulse"),
    path("pick/", days.pick_day, name="checkin_pick"),
    path("ask/", asking.begin_checkin, name="checkin_ask"),
    path("ask/later/", asking.postpone_checkin, name="checkin_later"),
    path("ask/<str:hex_id>/stop/", asking.stop_checkin, name="checkin_stop"),
    path("ask/<str:hex_id>/<int:number>/", asking.answer_sheet, name="checkin_sheet"),
    path("whole/", whole.show_checkup, name="checkin_whole"),
    path("whole/after/", whole.show_comparison, name="checkin_after"),
    path("whole/<str:hex_id>/close/", whole.close_checkup, name="checkin_close"),
    path("whole/<str:hex_id>/<int:number>/", whole.answer_piece, name="checkin_piece"),
    path("map/", seeing.show_map, name="checkin_map"),
    path("parts/", seeing.list_aspects, name="checkin_parts"),
    path("parts/<int:number>/", seeing.show_aspect, name="checkin_part"),
    path("often/", seeing.list_patterns, name="checkin_often"),
    path("moves/", seeing.show_slope, name="checkin_moves"),
    path("back/", seeing.show_recovery, name="checkin_back"),
    path("past/", past.list_sittings, name="checkin_past"),
    path("past/<str:hex_id>/", past.edit_sitting, name="checkin_sitting"),
    path("past/<str:hex_id>/delete/", past.delete_sitting, name="checkin_forget"),
    path("<str:day>/delete/", days.delete_pulse, name="checkin_delete"),
]
