"""Addresses of *inner*, below `notes/`."""

from django.urls import path

from bothand.rooms.inner.views import exercising, needing, ran, reading, searching, writing

urlpatterns = [
    path("", reading.newest, name="inner_list"),
    path("in/<str:month>/", reading.month, name="inner_month"),
    path("new/", writing.new, name="inner_new"),
    path("question/", writing.guiding, name="inner_guiding"),
    path("find/", searching.search, name="inner_search"),
    path("kept/", reading.favourites, name="inner_favourites"),
    path("ago/", reading.ago, name="inner_ago"),
    path("steps/", exercising.offered, name="inner_exercises"),
    path("steps/begin/", exercising.begin, name="inner_begin"),
    path("steps/before/", ran.earlier, name="inner_earlier"),
    path("steps/<str:hex_id>/", exercising.step, name="inner_step"),
    path("steps/<str:hex_id>/read/", ran.run, name="inner_run"),
    path("steps/<str:hex_id>/delete/", ran.delete, name="inner_run_delete"),
    path("held/", needing.needs, name="inner_needs"),
    path("held/<str:hex_id>/", needing.need, name="inner_need"),
    path("held/<str:hex_id>/delete/", needing.delete, name="inner_need_delete"),
    path("<str:hex_id>/", reading.entry, name="inner_entry"),
    path("<str:hex_id>/edit/", writing.edit, name="inner_edit"),
    path("<str:hex_id>/delete/", writing.delete, name="inner_delete"),
    path("<str:hex_id>/keep/", reading.favourite, name="inner_favourite"),
]
