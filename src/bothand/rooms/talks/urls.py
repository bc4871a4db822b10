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
    path("", reading.overview, name="talks_list"),
    path("new/", parking.new, name="talks_new"),
    path("ask/", asking.invite, name="talks_ask"),
    path("ask/back/", asking.withdraw, name="talks_withdraw"),
    path("ready/", readying.ready, name="talks_ready"),
    path("ready/keep/", readying.keep_before, name="talks_before"),
    path("begin/", beginning.begin, name="talks_begin"),
    path("past/", reading.past, name="talks_past"),
    path("again/", reading.again, name="talks_again"),
    path("start/", reading.guide, name="talks_guide"),
    path("listen/", preparing.practice, name="talks_practice"),
    path("outside/", reading.outside, name="talks_outside"),
    path("paper/", reading.paper, name="talks_paper"),
    path("topic/<str:hex_id>/", parking.topic, name="talks_topic"),
    path("topic/<str:hex_id>/change/", parking.edit, name="talks_edit"),
    path("topic/<str:hex_id>/words/", preparing.prepare, name="talks_prepare"),
    path("topic/<str:hex_id>/came/", parking.came, name="talks_came"),
    path("topic/<str:hex_id>/end/", parking.end, name="talks_end"),
    path("<str:hex_id>/", talking.talk, name="talks_talk"),
    path("<str:hex_id>/close/", closing.close, name="talks_close"),
    path("<str:hex_id>/after/", closing.after, name="talks_after"),
    path("<str:hex_id>/out/", leaving.take_out, name="talks_out"),
]
