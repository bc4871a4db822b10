"""Addresses of the mirror, below `days/`."""

from django.urls import path

from bothand.rooms.checkin.views import asking, days, past, seeing, whole

urlpatterns = [
    path("", days.days, name="checkin_days"),
    path("today/", days.pulse, name="checkin_pulse"),
    path("pick/", days.pick, name="checkin_pick"),
    path("ask/", asking.ask, name="checkin_ask"),
    path("ask/later/", asking.later, name="checkin_later"),
    path("ask/<str:hex_id>/stop/", asking.stop, name="checkin_stop"),
    path("ask/<str:hex_id>/<int:number>/", asking.sheet, name="checkin_sheet"),
    path("whole/", whole.whole, name="checkin_whole"),
    path("whole/after/", whole.after, name="checkin_after"),
    path("whole/<str:hex_id>/close/", whole.close, name="checkin_close"),
    path("whole/<str:hex_id>/<int:number>/", whole.piece, name="checkin_piece"),
    path("map/", seeing.chart, name="checkin_map"),
    path("parts/", seeing.parts, name="checkin_parts"),
    path("parts/<int:number>/", seeing.part, name="checkin_part"),
    path("often/", seeing.often, name="checkin_often"),
    path("moves/", seeing.moves, name="checkin_moves"),
    path("back/", seeing.back, name="checkin_back"),
    path("past/", past.past, name="checkin_past"),
    path("past/<str:hex_id>/", past.sitting, name="checkin_sitting"),
    path("past/<str:hex_id>/delete/", past.forget, name="checkin_forget"),
    path("<str:day>/delete/", days.delete, name="checkin_delete"),
]
