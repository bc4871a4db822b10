"""The manifest of *talks*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.kit.alive import Begin
from bothand.kit.manifest import Room, Tab
from bothand.rooms.talks.between import BETWEEN, list_due
from bothand.rooms.talks.conversation.records import Close, Impression, Talk, Turn
from bothand.rooms.talks.export import READABLE
from bothand.rooms.talks.invitations.present import list_asks
from bothand.rooms.talks.invitations.records import Checklist, Table
from bothand.rooms.talks.present import list_alive
from bothand.rooms.talks.today import list_parts
from bothand.rooms.talks.topics.records import Mentions, Preparation, Topic
from bothand.rooms.talks.topics.rules import merge_mentions
from bothand.shell.endings import Ending

ROOM = Room(
    name="talks",
    title=_("Talks"),
    about=_("What you would like to talk about, and how to do it."),
    picture="talk",
    place="ours",
    path="talks/",
    urls="bothand.rooms.talks.urls",
    tabs=(
        Tab(_("Topics"), "talks_list"),
        Tab(_("Past talks"), "talks_past", two=True),
        Tab(_("Starting gently"), "talks_guide"),
        Tab(_("Practise listening"), "talks_practice"),
        Tab(_("Help from outside"), "talks_help", folded=True),
        Tab(_("A page for a counsellor"), "talks_paper", folded=True),
    ),
    kinds=(Topic, Table, Talk, Turn, Close, Impression, Mentions, Preparation, Checklist),
    today=list_parts,
    readable=READABLE,
    opens={
        Preparation: lambda _one: reverse("talks_list"),
        Checklist: lambda _one: reverse("talks_list"),
        Topic: lambda one: reverse("talks_topic", args=[one.hex]),
        Talk: lambda one: reverse("talks_talk", args=[one.hex]),
        Turn: lambda one: reverse("talks_talk", args=[one.record.talk.hex()]),
        Close: lambda one: reverse("talks_talk", args=[one.record.talk.hex()]),
        Impression: lambda one: reverse("talks_talk", args=[one.record.talk.hex()]),
    },
    merge={Mentions: merge_mentions},
    takes={"topic": "talks_new"},
    asks=list_asks,
    alive=list_alive,
    begins=Begin(title=_("Ask for a talk"), about=_("Say what about, and when.")),
    between=BETWEEN,
    due=list_due,
    endings={
        "talks_invite": Ending(
            say=_("Your invitation is there. A no to it needs no reason."),
            space="ours",
            next=_("How to start gently"),
            url="talks_guide",
        ),
        "talks_answer": Ending(
            say=_("Your answer is shared. You may change your mind."),
            space="ours",
            next=_("Back to Today"),
            url="today",
        ),
    },
)
