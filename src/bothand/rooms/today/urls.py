"""The first page, the plan and the things to do, and an index page for each place that has rooms."""

from django.urls import path

from bothand.rooms.today.views import ending, plan, things, today

urlpatterns = [
    path("", today.show_today, name="today"),
    path("mine/", today.list_mine, name="place_mine"),
    path("more/", today.list_more, name="place_more"),
    path("plan/", plan.show_plan, name="today_plan"),
    path("plan/new/", plan.begin_plan, name="today_begin"),
    path("plan/edit/", plan.change_plan, name="today_change"),
    path("plan/back/", ending.look_back, name="today_back"),
    path("plan/delete/", ending.delete_plan, name="today_drop"),
    path("plan/before/", ending.list_past_plans, name="today_past"),
    path("plan/before/<str:hex_id>/delete/", ending.delete_past_plan, name="today_past_delete"),
    path("things/", things.list_things, name="today_things"),
    path("things/about/", things.explain_choice, name="today_why"),
    path("things/<str:thing>/", things.show_thing, name="today_thing"),
]
