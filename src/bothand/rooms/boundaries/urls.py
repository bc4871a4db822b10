"""Addresses of *boundaries*, below `lines/`."""

from django.urls import path

from bothand.rooms.boundaries.answers.views import answers, asks
from bothand.rooms.boundaries.burdens import views as burdens
from bothand.rooms.boundaries.notes import views as notes
from bothand.rooms.boundaries.own.views import boundaries, drafts, rehearsals
from bothand.rooms.boundaries.quality import views as quality
from bothand.rooms.boundaries.repairs import views as repairs
from bothand.rooms.boundaries.shared.views import boundaries as shared
from bothand.rooms.boundaries.shared.views import copies

urlpatterns = [
    path("", boundaries.list_boundaries, name="boundaries_list"),
    path("new/", drafts.add_boundary, name="boundaries_new"),
    path("words/", drafts.list_examples, name="boundaries_examples"),
    path("hours/", quality.edit_quality, name="boundaries_quality"),
    path("hours/copy/", quality.share_quality, name="boundaries_quality_share"),
    path("days/", notes.list_notes, name="boundaries_notes"),
    path("days/in/<str:month>/", notes.list_notes, name="boundaries_notes_month"),
    path("days/<str:hex_id>/delete/", notes.delete_note, name="boundaries_note_delete"),
    path("weight/", burdens.edit_burdens, name="boundaries_burdens"),
    path("weight/<str:hex_id>/", burdens.delete_burden, name="boundaries_burden_delete"),
    path("asked/", asks.list_asked, name="boundaries_asked"),
    path("asked/<str:hex_id>/", asks.decline_ask, name="boundaries_no"),
    path("both/", shared.list_shared, name="boundaries_shared"),
    path("both/clear/", shared.clear_answers, name="boundaries_answers_clear"),
    path("both/<str:hex_id>/", shared.show_shared, name="boundaries_shared_show"),
    path("both/<str:hex_id>/before/", shared.list_versions, name="boundaries_shared_versions"),
    path("both/<str:hex_id>/answer/", answers.edit_answer, name="boundaries_answer"),
    path("both/<str:hex_id>/weight/", burdens.add_burden, name="boundaries_burden_add"),
    path("both/<str:hex_id>/good/", repairs.edit_repair, name="boundaries_repair"),
    path("both/<str:hex_id>/good/before/", repairs.list_repairs, name="boundaries_repairs"),
    path("both/<str:hex_id>/good/before/<str:month>/", repairs.list_repairs, name="boundaries_repairs_month"),
    path("both/<str:hex_id>/good/back/", repairs.withdraw_repair, name="boundaries_repair_withdraw"),
    path("<str:hex_id>/", boundaries.show_boundary, name="boundaries_show"),
    path("<str:hex_id>/edit/", drafts.edit_boundary, name="boundaries_edit"),
    path("<str:hex_id>/say/", rehearsals.rehearse_boundary, name="boundaries_rehearse"),
    path("<str:hex_id>/show/", copies.share_boundary, name="boundaries_share"),
    path("<str:hex_id>/back/", copies.unshare_boundary, name="boundaries_unshare"),
    path("<str:hex_id>/end/", drafts.end_boundary, name="boundaries_end"),
    path("<str:hex_id>/delete/", drafts.delete_boundary, name="boundaries_delete"),
    path("<str:hex_id>/before/", boundaries.list_earlier, name="boundaries_versions"),
    path("<str:hex_id>/mark/", notes.add_note, name="boundaries_note_add"),
    path("<str:hex_id>/review/", boundaries.set_review, name="boundaries_review"),
]
