"""The manifest of *talks*."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room
from bothand.rooms.talks.asks import list_asks
from bothand.rooms.talks.offered import list_parts
from bothand.rooms.talks.readable import READABLE
from bothand.rooms.talks.records import (
    Checklist,
    Close,
    Impression,
    Mentions,
    Preparation,
    Table,
    Talk,
    Topic,
    Turn,
)
from bothand.rooms.talks.rounds import merge_mentions

ROOM = Room(
    name="talks",
    title=_("Talks"),
    about=_("What you would like to talk about, and how to."),
    place="ours",
    path="talks/",
    urls="bothand.rooms.talks.urls",
    kinds=(Topic, Table, Talk, Turn, Close, Impression, Mentions, Preparation, Checklist),
    today=list_parts,
    readable=READABLE,
    merge={Mentions: merge_mentions},
    takes={"topic": "talks_new"},
    asks=list_asks,
)
