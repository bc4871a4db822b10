"""Addresses of *boundaries*, below `lines/`."""

from django.urls import path

from bothand.rooms.boundaries.views import (
    answering,
    between,
    marking,
    mending,
    one,
    own,
    quality,
    saying,
    showing_it,
    weight,
)

urlpatterns = [
    path("", own.listing, name="boundaries_list"),
    path("new/", own.new, name="boundaries_new"),
    path("words/", own.examples, name="boundaries_examples"),
    path("hours/", quality.quality, name="boundaries_quality"),
    path("hours/copy/", quality.show, name="boundaries_quality_show"),
    path("days/", marking.newest, name="boundaries_marks"),
    path("days/in/<str:month>/", marking.month, name="boundaries_month"),
    path("days/<str:hex_id>/delete/", marking.unmark, name="boundaries_unmark"),
    path("weight/", weight.weight, name="boundaries_weight"),
    path("weight/<str:hex_id>/", weight.lift, name="boundaries_lift"),
    path("asked/", answering.asked, name="boundaries_asked"),
    path("asked/<str:hex_id>/", answering.no, name="boundaries_no"),
    path("both/", between.both, name="boundaries_both"),
    path("both/clear/", between.clear, name="boundaries_clear"),
    path("both/<str:hex_id>/", between.between, name="boundaries_between"),
    path("both/<str:hex_id>/before/", between.versions, name="boundaries_versions"),
    path("both/<str:hex_id>/answer/", answering.answer, name="boundaries_answer"),
    path("both/<str:hex_id>/weight/", weight.press, name="boundaries_press"),
    path("both/<str:hex_id>/good/", mending.mend, name="boundaries_mend"),
    path("both/<str:hex_id>/good/back/", mending.take_back, name="boundaries_unmend"),
    path("<str:hex_id>/", one.one, name="boundaries_one"),
    path("<str:hex_id>/edit/", own.change, name="boundaries_change"),
    path("<str:hex_id>/say/", saying.rehearse, name="boundaries_rehearse"),
    path("<str:hex_id>/show/", showing_it.show, name="boundaries_show"),
    path("<str:hex_id>/back/", showing_it.take_back, name="boundaries_back"),
    path("<str:hex_id>/end/", showing_it.end, name="boundaries_end"),
    path("<str:hex_id>/delete/", showing_it.delete, name="boundaries_delete"),
    path("<str:hex_id>/before/", one.earlier, name="boundaries_earlier"),
    path("<str:hex_id>/mark/", marking.mark, name="boundaries_mark"),
    path("<str:hex_id>/review/", one.review, name="boundaries_review"),
]
