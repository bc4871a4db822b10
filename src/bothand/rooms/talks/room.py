"""The manifest of *talks*."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room
from bothand.rooms.talks.asks import asks
from bothand.rooms.talks.offered import today
from bothand.rooms.talks.readable import READABLE
from bothand.rooms.talks.records import (
    Before,
    Close,
    Felt,
    Prepared,
    Rounds,
    Table,
    Talk,
    Topic,
    Turn,
)
from bothand.rooms.talks.rounds import together

ROOM = Room(
    name="talks",
    title=_("Talks"),
    about=_("What you would like to talk about, and how to."),
    place="ours",
    path="talks/",
    urls="bothand.rooms.talks.urls",
    kinds=(Topic, Table, Talk, Turn, Close, Felt, Rounds, Prepared, Before),
    today=today,
    readable=READABLE,
    merge={Rounds: together},
    takes={"topic": "talks_new"},
    asks=asks,
)
