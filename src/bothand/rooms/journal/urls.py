"""Addresses of *journal*, below `notes/`."""

from django.urls import path

from bothand.rooms.journal.views import exercising, needing, ran, reading, searching, writing

urlpatterns = [
    path("", reading.list_newest, name="journal_list"),
    path("in/<str:month>/", reading.list_month, name="journal_month"),
    path("new/", writing.new_entry, name="journal_new"),
    path("question/", writing.answer_guiding_question, name="journal_guiding"),
    path("find/", searching.search_entries, name="journal_search"),
    path("kept/", reading.list_favourites, name="journal_favourites"),
    path("ago/", reading.show_year_ago, name="journal_ago"),
    path("steps/", exercising.list_sessions, name="journal_exercises"),
    path("steps/begin/", exercising.begin_session, name="journal_begin"),
    path("steps/before/", ran.list_earlier, name="journal_earlier"),
    path("steps/<str:hex_id>/", exercising.show_step, name="journal_step"),
    path("steps/<str:hex_id>/read/", ran.show_session, name="journal_run"),
    path("steps/<str:hex_id>/delete/", ran.delete_session, name="journal_run_delete"),
    path("held/", needing.list_needs, name="journal_needs"),
    path("held/<str:hex_id>/", needing.edit_need, name="journal_need"),
    path("held/<str:hex_id>/delete/", needing.delete_need, name="journal_need_delete"),
    path("<str:hex_id>/", reading.show_entry, name="journal_entry"),
    path("<str:hex_id>/edit/", writing.edit_entry, name="journal_edit"),
    path("<str:hex_id>/delete/", writing.delete_entry, name="journal_delete"),
    path("<str:hex_id>/keep/", reading.mark_entry, name="journal_favourite"),
]
