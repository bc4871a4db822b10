"""Addresses of *journal*, below `notes/`."""

from django.urls import path

from bothand.rooms.journal.views import exercising, needing, ran, reading, searching, writing

urlpatterns = [
    path("", reading.newest, name="journal_list"),
    path("in/<str:month>/", reading.month, name="journal_month"),
    path("new/", writing.new, name="journal_new"),
    path("question/", writing.guiding, name="journal_guiding"),
    path("find/", searching.search, name="journal_search"),
    path("kept/", reading.favourites, name="journal_favourites"),
    path("ago/", reading.ago, name="journal_ago"),
    path("steps/", exercising.offered, name="journal_exercises"),
    path("steps/begin/", exercising.begin, name="journal_begin"),
    path("steps/before/", ran.earlier, name="journal_earlier"),
    path("steps/<str:hex_id>/", exercising.step, name="journal_step"),
    path("steps/<str:hex_id>/read/", ran.run, name="journal_run"),
    path("steps/<str:hex_id>/delete/", ran.delete, name="journal_run_delete"),
    path("held/", needing.needs, name="journal_needs"),
    path("held/<str:hex_id>/", needing.need, name="journal_need"),
    path("held/<str:hex_id>/delete/", needing.delete, name="journal_need_delete"),
    path("<str:hex_id>/", reading.entry, name="journal_entry"),
    path("<str:hex_id>/edit/", writing.edit, name="journal_edit"),
    path("<str:hex_id>/delete/", writing.delete, name="journal_delete"),
    path("<str:hex_id>/keep/", reading.favourite, name="journal_favourite"),
]
