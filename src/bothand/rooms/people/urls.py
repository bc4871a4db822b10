"""Addresses of *people*, below `people/`."""

from django.urls import path

from bothand.rooms.people.exports import views as exports
from bothand.rooms.people.imports import views as imports
from bothand.rooms.people.overview import views as overview
from bothand.rooms.people.persons.views import lists, persons
from bothand.rooms.people.shared import views as shared
from bothand.rooms.people.twins import views as twins

urlpatterns = [
    path("", overview.show_around, name="people_around"),
    path("all/", lists.list_people, name="people_people"),
    path("find/", lists.search_people, name="people_find"),
    path("new/", persons.new_person, name="people_new"),
    path("in/", imports.import_contacts, name="people_bring"),
    path("pick/", imports.choose_people, name="people_choose"),
    path("alike/", twins.list_twins, name="people_twins"),
    path("out/", exports.export_contacts, name="people_out"),
    path("shown/<str:hex_id>/", shared.show_shared, name="people_shown"),
    path("shown/<str:hex_id>/back/", shared.withdraw_copy, name="people_withdraw"),
    path("shown/<str:hex_id>/page/", shared.begin_own_page, name="people_sheet"),
    path("<str:hex_id>/", lists.show_person, name="people_person"),
    path("<str:hex_id>/edit/", persons.edit_person, name="people_edit"),
    path("<str:hex_id>/delete/", persons.delete_person, name="people_delete"),
    path("<str:hex_id>/met/", lists.note_day, name="people_met"),
    path("<str:hex_id>/one/", twins.merge_twins, name="people_merge"),
    path("<str:hex_id>/show/", shared.share_person, name="people_share"),
]
