"""Addresses of the mirror, below `days/`."""

from django.urls import path

from bothand.rooms.mirror.views import asking, days, past, seeing, whole

urlpatterns = [
    path("", days.days, name="mirror_days"),
    path("today/", days.pulse, name="mirror_pulse"),
    path("pick/", days.pick, name="mirror_pick"),
    path("ask/", asking.ask, name="mirror_ask"),
    path("ask/later/", asking.later, name="mirror_later"),
    path("ask/<str:hex_id>/stop/", asking.stop, name="mirror_stop"),
    path("ask/<str:hex_id>/<int:number>/", asking.sheet, name="mirror_sheet"),
    path("whole/", whole.whole, name="mirror_whole"),
    path("whole/after/", whole.after, name="mirror_after"),
    path("whole/<str:hex_id>/close/", whole.close, name="mirror_close"),
    path("whole/<str:hex_id>/<int:number>/", whole.piece, name="mirror_piece"),
    path("map/", seeing.chart, name="mirror_map"),
    path("parts/", seeing.parts, name="mirror_parts"),
    path("parts/<int:number>/", seeing.part, name="mirror_part"),
    path("often/", seeing.often, name="mirror_often"),
    path("moves/", seeing.moves, name="mirror_moves"),
    path("back/", seeing.back, name="mirror_back"),
    path("past/", past.past, name="mirror_past"),
    path("past/<str:hex_id>/", past.sitting, name="mirror_sitting"),
    path("past/<str:hex_id>/delete/", past.forget, name="mirror_forget"),
    path("<str:day>/delete/", days.delete, name="mirror_delete"),
]
