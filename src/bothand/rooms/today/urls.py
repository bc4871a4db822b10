"""The first page, the plan and the things to do, and an index page for each place that has rooms."""

from django.urls import path

from bothand.rooms.today.views import ending, plan, things, today

urlpatterns = [
    path("", today.today, name="today"),
    path("mine/", today.mine, name="place_mine"),
    path("more/", today.more, name="place_more"),
    path("plan/", plan.show, name="today_plan"),
    path("plan/new/", plan.begin, name="today_begin"),
    path("plan/edit/", plan.change, name="today_change"),
    path("plan/back/", ending.back, name="today_back"),
    path("plan/delete/", ending.drop, name="today_drop"),
    path("plan/before/", ending.past, name="today_past"),
    path("plan/before/<str:hex_id>/delete/", ending.drop_past, name="today_past_delete"),
    path("things/", things.things, name="today_things"),
    path("things/about/", things.why, name="today_why"),
    path("things/<str:thing>/", things.thing, name="today_thing"),
]
