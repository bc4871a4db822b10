"""Addresses of agreements, below `agreements/`."""

from django.urls import path

from bothand.rooms.agreements.gains.views import show_gains
from bothand.rooms.agreements.matters.views.matters import begin_matter, set_aside, show_matter
from bothand.rooms.agreements.matters.views.options import edit_options, mark_now
from bothand.rooms.agreements.matters.views.words import edit_words
from bothand.rooms.agreements.packages.views import answer_package, choose_view, show_outcome, show_suit
from bothand.rooms.agreements.ratings.views.screens import answer_alone
from bothand.rooms.agreements.ratings.views.sheet import rate_options
from bothand.rooms.agreements.views.agreements import (
    accept_version,
    change_agreement,
    end_agreement,
    set_review,
    show_agreement,
    write_agreement,
)
from bothand.rooms.agreements.views.lists import list_agreements, list_past

urlpatterns = [
    path("", list_agreements, name="agreements_list"),
    path("past/", list_past, name="agreements_past"),
    path("new/", begin_matter, name="agreements_new"),
    path("write/", write_agreement, name="agreements_write"),
    path("own/", show_gains, name="agreements_giving"),
    path("on/<str:hex_id>/", show_matter, name="agreements_matter"),
    path("on/<str:hex_id>/words/", edit_words, name="agreements_words"),
    path("on/<str:hex_id>/options/", edit_options, name="agreements_options"),
    path("on/<str:hex_id>/now/", mark_now, name="agreements_now"),
    path("on/<str:hex_id>/aside/", set_aside, name="agreements_aside"),
    path("on/<str:hex_id>/suits/", answer_alone, name="agreements_suits"),
    path("on/<str:hex_id>/rate/", rate_options, name="agreements_rate"),
    path("on/<str:hex_id>/found/", show_outcome, name="agreements_found"),
    path("on/<str:hex_id>/see/", choose_view, name="agreements_see"),
    path("on/<str:hex_id>/show/", show_suit, name="agreements_show"),
    path("on/<str:hex_id>/take/", answer_package, name="agreements_take"),
    path("<str:hex_id>/", show_agreement, name="agreements_one"),
    path("<str:hex_id>/yes/", accept_version, name="agreements_yes"),
    path("<str:hex_id>/change/", change_agreement, name="agreements_change"),
    path("<str:hex_id>/end/", end_agreement, name="agreements_end"),
    path("<str:hex_id>/review/", set_review, name="agreements_review"),
]
