"""The manifest of *journal*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain import needs
from bothand.domain.needs import Needs
from bothand.kit.manifest import Room, Tab
from bothand.rooms.journal.entries.records import Entry, Favourites, GuidingAnswers
from bothand.rooms.journal.export import (
    merge_ids,
    readable_answers,
    readable_entry,
    readable_favourites,
    readable_needs,
    readable_session,
    readable_sessions,
)
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession
from bothand.rooms.journal.sessions.rules import merge_sessions
from bothand.rooms.journal.today import list_parts
from bothand.shell.endings import Ending

ROOM = Room(
    name="journal",
    title=_("Journal"),
    about=_("Pages for yourself, and sessions step by step."),
    picture="page",
    place="mine",
    path="journal/",
    urls="bothand.rooms.journal.urls",
    tabs=(
        Tab(_("Pages"), "journal_list"),
        Tab(_("Sessions"), "journal_sessions"),
        Tab(_("A year ago"), "journal_ago"),
        Tab(_("Search"), "journal_search"),
        Tab(_("What you need"), "journal_needs", folded=True),
        Tab(_("Marked pages"), "journal_favourites", folded=True),
        Tab(_("The guiding question"), "journal_guiding", folded=True),
    ),
    kinds=(Entry, Favourites, GuidingAnswers, WrittenSession, SessionList, Needs),
    today=list_parts,
    readable={
        Entry: readable_entry,
        Favourites: readable_favourites,
        GuidingAnswers: readable_answers,
        WrittenSession: readable_session,
        SessionList: readable_sessions,
        Needs: readable_needs,
    },
    opens={
        Entry: lambda one: reverse("journal_entry", args=[one.hex]),
        WrittenSession: lambda one: reverse("journal_session", args=[one.hex]),
        Needs: lambda _one: reverse("journal_needs"),
    },
    shares=(Entry, WrittenSession),
    merge={
        Favourites: merge_ids,
        GuidingAnswers: merge_ids,
        SessionList: merge_sessions,
        Needs: needs.merge_needs,
    },
    takes={"page": "journal_new", "need": "journal_needs"},
    leads={"exercises": "journal_sessions"},
    endings={
        "journal_guiding": Ending(
            say=_("Your answer is kept. You can come back to it whenever you are less sure of yourself."),
            space="mine",
            next=_("Sessions on your own worth"),
            url="journal_sessions",
        ),
        "journal_new": Ending(
            say=_("Your page is kept."), space="mine", next=_("To your journal"), url="journal_list"
        ),
    },
)
