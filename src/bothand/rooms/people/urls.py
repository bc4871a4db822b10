"""Addresses of *people*, below `people/`."""

from django.urls import path

from bothand.rooms.people.views import around, bringing, giving, people, sharing, writing

urlpatterns = [
    path("", around.around, name="people_around"),
    path("all/", people.people, name="people_people"),
    path("find/", people.find, name="people_find"),
    path("new/", writing.new, name="people_new"),
    path("in/", bringing.bring, name="people_bring"),
    path("pick/", bringing.choose, name="people_choose"),
    path("alike/", bringing.twins, name="people_twins"),
    path("out/", giving.out, name="people_out"),
    path("shown/<str:hex_id>/", sharing.shown, name="people_shown"),
    path("shown/<str:hex_id>/back/", sharing.withdraw, name="people_withdraw"),
    path("shown/<str:hex_id>/page/", sharing.sheet, name="people_sheet"),
    path("<str:hex_id>/", people.person, name="people_person"),
    path("<str:hex_id>/edit/", writing.edit, name="people_edit"),
    path("<str:hex_id>/delete/", writing.delete, name="people_delete"),
    path("<str:hex_id>/met/", people.met, name="people_met"),
    path("<str:hex_id>/one/", bringing.merge, name="people_merge"),
    path("<str:hex_id>/show/", sharing.share, name="people_share"),
]
