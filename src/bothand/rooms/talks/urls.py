"""Addresses of *talks*, below `talks/`."""

from django.urls import path

from bothand.rooms.talks.views import (
    asking,
    beginning,
    closing,
    leaving,
    parking,
    preparing,
    reading,
    readying,
    talking,
)

urlpatterns = [
    path("", reading.list_talks, name="talks_list"),
    path("new/", parking.add_topic, name="talks_new"),
    path("ask/", asking.edit_invitation, name="talks_ask"),
    path("ask/back/", asking.withdraw_invitation, name="talks_withdraw"),
    path("ready/", readying.answer_invitation, name="talks_ready"),
    path("ready/keep/", readying.edit_checklist, name="talks_before"),
    path("begin/", beginning.begin_talk, name="talks_begin"),
    path("past/", reading.list_past_talks, name="talks_past"),
    path("again/", reading.list_recurring, name="talks_again"),
    path("start/", reading.show_guide, name="talks_guide"),
    path("listen/", preparing.practise_listening, name="talks_practice"),
    path("outside/", reading.show_help, name="talks_outside"),
    path("paper/", reading.make_paper, name="talks_paper"),
    path("topic/<str:hex_id>/", parking.show_topic, name="talks_topic"),
    path("topic/<str:hex_id>/change/", parking.edit_topic, name="talks_edit"),
    path("topic/<str:hex_id>/words/", preparing.edit_preparation, name="talks_prepare"),
    path("topic/<str:hex_id>/came/", parking.add_mention, name="talks_came"),
    path("topic/<str:hex_id>/end/", parking.delete_topic, name="talks_end"),
    path("<str:hex_id>/", talking.show_talk, name="talks_talk"),
    path("<str:hex_id>/close/", closing.close_talk, name="talks_close"),
    path("<str:hex_id>/after/", closing.edit_impression, name="talks_after"),
    path("<str:hex_id>/out/", leaving.remove_words, name="talks_out"),
]
