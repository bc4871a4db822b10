"""Addresses of *people*, below `people/`."""

from django.urls import path

from bothand.rooms.people.views import around, bringing, giving, people, sharing, writing

urlpatterns = [
    path("", around.show_around, name="people_around"),
    path("all/", people.list_people, name="people_people"),
    path("find/", people.search_people, name="people_find"),
    path("new/", writing.new_person, name="people_new"),
    path("in/", bringing.import_contacts, name="people_bring"),
    path("pick/", bringing.choose_people, name="people_choose"),
    path("alike/", bringing.list_twins, name="people_twins"),
    path("out/", giving.export_contacts, name="people_out"),
    path("shown/<str:hex_id>/", sharing.show_shared, name="people_shown"),
    path("shown/<str:hex_id>/back/", sharing.withdraw_copy, name="people_withdraw"),
    path("shown/<str:hex_id>/page/", sharing.begin_own_page, name="people_sheet"),
    path("<str:hex_id>/", people.show_person, name="people_person"),
    path("<str:hex_id>/edit/", writing.edit_person, name="people_edit"),
    path("<str:hex_id>/delete/", writing.delete_person, name="people_delete"),
    path("<str:hex_id>/met/", people.note_day, name="people_met"),
    path("<str:hex_id>/one/", bringing.merge_twins, name="people_merge"),
    path("<str:hex_id>/show/", sharing.share_person, name="people_share"),
]
