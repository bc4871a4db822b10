"""Addresses of *interests*, below `time/`."""

from django.urls import path

from bothand.rooms.interests.views import interests, own, saying, times, weeks, wishes

urlpatterns = [
    path("", own.own, name="interests_own"),
    path("new/", interests.new, name="interests_new"),
    path("weeks/", own.weeks, name="interests_weeks"),
    path("week/", weeks.week, name="interests_week"),
    path("week/<str:day>/delete/", weeks.delete, name="interests_week_delete"),
    path("wishes/", wishes.wishes, name="interests_wishes"),
    path("wishes/new/", wishes.new, name="interests_wish_new"),
    path("wishes/<str:hex_id>/", wishes.wish, name="interests_wish"),
    path("wishes/<str:hex_id>/delete/", wishes.delete, name="interests_wish_delete"),
    path("take/", times.take, name="interests_take"),
    path("at/<str:hex_id>/", times.edit, name="interests_time_edit"),
    path("at/<str:hex_id>/delete/", times.delete, name="interests_time_delete"),
    path("at/<str:hex_id>/say/", saying.say, name="interests_say"),
    path("at/<str:hex_id>/back/", saying.unsay, name="interests_unsay"),
    path("said/<str:hex_id>/", saying.line, name="interests_line"),
    path("line/<str:hex_id>/back/", saying.line_back, name="interests_line_back"),
    path("line/<str:hex_id>/away/", saying.away, name="interests_away"),
    path("line/<str:hex_id>/no/", saying.cannot, name="interests_cannot"),
    path("<str:hex_id>/", interests.edit, name="interests_edit"),
    path("<str:hex_id>/delete/", interests.delete, name="interests_delete"),
]
