"""The first page, the plan and the things to do, and an index page for each place that has rooms."""

from django.urls import path

from bothand.rooms.home.views import ending, plan, things, today

urlpatterns = [
    path("", today.today, name="today"),
    path("mine/", today.mine, name="place_mine"),
    path("more/", today.more, name="place_more"),
    path("plan/", plan.show, name="home_plan"),
    path("plan/new/", plan.begin, name="home_begin"),
    path("plan/edit/", plan.change, name="home_change"),
    path("plan/back/", ending.back, name="home_back"),
    path("plan/delete/", ending.drop, name="home_drop"),
    path("plan/before/", ending.past, name="home_past"),
    path("plan/before/<str:hex_id>/delete/", ending.drop_past, name="home_past_delete"),
    path("things/", things.things, name="home_things"),
    path("things/about/", things.why, name="home_why"),
    path("things/<str:thing>/", things.thing, name="home_thing"),
]
