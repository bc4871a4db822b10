"""Addresses of *mytime*, below `mytime/`."""

from django.urls import path

from bothand.rooms.mytime.interests import views as interests
from bothand.rooms.mytime.overview import views as overview
from bothand.rooms.mytime.times.views import announcements, lines, times
from bothand.rooms.mytime.weeks import views as weeks
from bothand.rooms.mytime.wishes import views as wishes

urlpatterns = [
    path("", overview.show_own_time, name="mytime_own"),
    path("new/", interests.new_interest, name="mytime_new"),
    path("weeks/", weeks.list_weeks, name="mytime_weeks"),
    path("week/", weeks.edit_week, name="mytime_week"),
    path("week/<str:day>/delete/", weeks.delete_week, name="mytime_week_delete"),
    path("wishes/", wishes.list_wishes, name="mytime_wishes"),
    path("wishes/new/", wishes.new_wish, name="mytime_wish_new"),
    path("wishes/<str:hex_id>/", wishes.edit_wish, name="mytime_wish"),
    path("wishes/<str:hex_id>/delete/", wishes.delete_wish, name="mytime_wish_delete"),
    path("take/", times.take_time, name="mytime_take"),
    path("at/<str:hex_id>/", times.edit_time, name="mytime_time_edit"),
    path("at/<str:hex_id>/delete/", times.delete_time, name="mytime_time_delete"),
    path("at/<str:hex_id>/say/", announcements.announce_time, name="mytime_say"),
    path("at/<str:hex_id>/back/", announcements.withdraw_announcement, name="mytime_unsay"),
    path("said/<str:hex_id>/", lines.write_line, name="mytime_line"),
    path("line/<str:hex_id>/back/", lines.withdraw_line, name="mytime_line_back"),
    path("line/<str:hex_id>/away/", lines.put_line_away, name="mytime_away"),
    path("line/<str:hex_id>/no/", lines.say_cannot, name="mytime_cannot"),
    path("<str:hex_id>/", interests.edit_interest, name="mytime_edit"),
    path("<str:hex_id>/delete/", interests.delete_interest, name="mytime_delete"),
]
