"""The first page, the plan and the things to do, and an index page for each place that has rooms."""

from django.urls import path

from bothand.rooms.today.advice.views import explain_choice
from bothand.rooms.today.plan.views.past import delete_past_plan, list_past_plans, look_back
from bothand.rooms.today.plan.views.plans import begin_plan, delete_plan, edit_plan, show_plan, tick_week
from bothand.rooms.today.search.views import find_words
from bothand.rooms.today.things.views import list_things, show_thing
from bothand.rooms.today.views import list_mine, list_more, show_today

urlpatterns = [
    path("", show_today, name="today"),
    path("mine/", list_mine, name="place_mine"),
    path("more/", list_more, name="place_more"),
    path("mine/find/", find_words, name="today_search"),
    path("plan/", show_plan, name="today_plan"),
    path("plan/new/", begin_plan, name="today_begin"),
    path("plan/week/", tick_week, name="today_tick"),
    path("plan/edit/", edit_plan, name="today_edit"),
    path("plan/back/", look_back, name="today_look_back"),
    path("plan/delete/", delete_plan, name="today_delete"),
    path("plan/before/", list_past_plans, name="today_past"),
    path("plan/before/<str:hex_id>/delete/", delete_past_plan, name="today_past_delete"),
    path("things/", list_things, name="today_things"),
    path("things/about/", explain_choice, name="today_why"),
    path("things/<str:thing>/", show_thing, name="today_thing"),
]
