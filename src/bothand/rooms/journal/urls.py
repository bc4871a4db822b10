"""Addresses of *journal*, below `journal/`."""

from django.urls import path

from bothand.rooms.journal.entries.views import entries, favourites, lists, question, search
from bothand.rooms.journal.needs import views
from bothand.rooms.journal.sessions.views import sessions, steps

urlpatterns = [
    path("", lists.list_newest, name="journal_list"),
    path("in/<str:month>/", lists.list_month, name="journal_month"),
    path("new/", entries.new_entry, name="journal_new"),
    path("question/", question.answer_guiding_question, name="journal_guiding"),
    path("find/", search.search_entries, name="journal_search"),
    path("kept/", favourites.list_favourites, name="journal_favourites"),
    path("ago/", lists.show_year_ago, name="journal_ago"),
    path("steps/", steps.list_sessions, name="journal_sessions"),
    path("steps/begin/", steps.begin_session, name="journal_session_begin"),
    path("steps/before/", sessions.list_earlier, name="journal_sessions_earlier"),
    path("steps/<str:hex_id>/", steps.show_step, name="journal_step"),
    path("steps/<str:hex_id>/read/", sessions.show_session, name="journal_session"),
    path("steps/<str:hex_id>/delete/", sessions.delete_session, name="journal_session_delete"),
    path("held/", views.list_needs, name="journal_needs"),
    path("held/<str:hex_id>/", views.edit_need, name="journal_need"),
    path("held/<str:hex_id>/delete/", views.delete_need, name="journal_need_delete"),
    path("<str:hex_id>/", lists.show_entry, name="journal_entry"),
    path("<str:hex_id>/edit/", entries.edit_entry, name="journal_edit"),
    path("<str:hex_id>/delete/", entries.delete_entry, name="journal_delete"),
    path("<str:hex_id>/keep/", favourites.mark_entry, name="journal_favourite"),
]
