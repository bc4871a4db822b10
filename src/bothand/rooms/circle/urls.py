"""Addresses of *circle*, below `people/`."""

from django.urls import path

from bothand.rooms.circle.views import around, bringing, giving, people, sharing, writing

urlpatterns = [
    path("", around.around, name="circle_around"),
    path("all/", people.people, name="circle_people"),
    path("find/", people.find, name="circle_find"),
    path("new/", writing.new, name="circle_new"),
    path("in/", bringing.bring, name="circle_bring"),
    path("pick/", bringing.choose, name="circle_choose"),
    path("alike/", bringing.twins, name="circle_twins"),
    path("out/", giving.out, name="circle_out"),
    path("shown/<str:hex_id>/", sharing.shown, name="circle_shown"),
    path("shown/<str:hex_id>/back/", sharing.withdraw, name="circle_withdraw"),
    path("shown/<str:hex_id>/page/", sharing.sheet, name="circle_sheet"),
    path("<str:hex_id>/", people.person, name="circle_person"),
    path("<str:hex_id>/edit/", writing.edit, name="circle_edit"),
    path("<str:hex_id>/delete/", writing.delete, name="circle_delete"),
    path("<str:hex_id>/met/", people.met, name="circle_met"),
    path("<str:hex_id>/one/", bringing.merge, name="circle_merge"),
    path("<str:hex_id>/show/", sharing.share, name="circle_share"),
]
