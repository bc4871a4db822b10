"""Addresses of *mytime*, below `time/`."""

from django.urls import path

from bothand.rooms.mytime.views import interests, own, saying, times, weeks, wishes

urlpatterns = [
    path("", own.own, name="mytime_own"),
    path("new/", interests.new, name="mytime_new"),
    path("weeks/", own.weeks, name="mytime_weeks"),
    path("week/", weeks.week, name="mytime_week"),
    path("week/<str:day>/delete/", weeks.delete, name="mytime_week_delete"),
    path("wishes/", wishes.wishes, name="mytime_wishes"),
    path("wishes/new/", wishes.new, name="mytime_wish_new"),
    path("wishes/<str:hex_id>/", wishes.wish, name="mytime_wish"),
    path("wishes/<str:hex_id>/delete/", wishes.delete, name="mytime_wish_delete"),
    path("take/", times.take, name="mytime_take"),
    path("at/<str:hex_id>/", times.edit, name="mytime_time_edit"),
    path("at/<str:hex_id>/delete/", times.delete, name="mytime_time_delete"),
    path("at/<str:hex_id>/say/", saying.say, name="mytime_say"),
    path("at/<str:hex_id>/back/", saying.unsay, name="mytime_unsay"),
    path("said/<str:hex_id>/", saying.line, name="mytime_line"),
    path("line/<str:hex_id>/back/", saying.line_back, name="mytime_line_back"),
    path("line/<str:hex_id>/away/", saying.away, name="mytime_away"),
    path("line/<str:hex_id>/no/", saying.cannot, name="mytime_cannot"),
    path("<str:hex_id>/", interests.edit, name="mytime_edit"),
    path("<str:hex_id>/delete/", interests.delete, name="mytime_delete"),
]
