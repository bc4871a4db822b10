"""The manifest of *boundaries*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.kit.asks import Reply
from bothand.kit.manifest import Room, Tab
from bothand.rooms.boundaries import export
from bothand.rooms.boundaries.between import BETWEEN, list_due
from bothand.rooms.boundaries.present import list_alive, list_asks
from bothand.rooms.boundaries.records import Answer, Burden, Note, Quality, Repair, SharedQuality, Version
from bothand.rooms.boundaries.today import build_parts
from bothand.shell.endings import Ending
from bothand.vault.records import month_of

ROOM = Room(
    name="boundaries",
    title=_("Boundaries"),
    about=_("What you do and don't do, in your own words. Shown only when you like."),
    picture="boundary",
    place="mine",
    # Neutral, as the tabs are: history keeps both, and must not tell that somebody sets boundaries.
    path="lines/",
    urls="bothand.rooms.boundaries.urls",
    tabs=(
        Tab(_("Yours"), "boundaries_list"),
        Tab(_("Shared"), "boundaries_shared", two=True),
        Tab(_("Asked of you"), "boundaries_asked", two=True),
        Tab(_("Examples"), "boundaries_examples"),
        Tab(_("How it went"), "boundaries_notes", folded=True),
        Tab(_("Time together and apart"), "boundaries_quality", folded=True),
        Tab(_("Boundaries and control"), "boundaries_burdens", folded=True),
    ),
    kinds=(
        Boundary,
        SharedBoundary,
        Version,
        Answer,
        Reply,
        Note,
        Burden,
        Repair,
        Quality,
        SharedQuality,
    ),
    readable={
        Boundary: export.read_boundary,
        SharedBoundary: export.read_shared,
        Version: export.read_version,
        Answer: export.read_answer,
        Reply: export.read_no,
        Note: export.read_note,
        Burden: export.read_burden,
        Repair: export.read_repair,
        Quality: export.read_quality,
        SharedQuality: export.read_quality,
    },
    opens={
        Answer: lambda one: reverse("boundaries_shared_show", args=[one.record.boundary.hex()]),
        Version: lambda _one: reverse("boundaries_list"),
        Boundary: lambda one: reverse("boundaries_show", args=[one.hex]),
        SharedBoundary: lambda one: reverse("boundaries_shared_show", args=[one.hex]),
        Note: lambda one: reverse("boundaries_notes_month", args=[month_of(one.record.day)]),
        Burden: lambda _one: reverse("boundaries_burdens"),
        Repair: lambda one: reverse(
            "boundaries_repairs_month", args=[one.record.boundary.hex(), month_of(one.record.day)]
        ),
    },
    merge={Quality: export.keep_newer},
    takes={"boundary": "boundaries_new"},
    asks=list_asks,
    alive=list_alive,
    today=build_parts,
    between=BETWEEN,
    due=list_due,
    endings={
        "boundaries_new": Ending(
            say=_("It is written down. Nobody else knows about it until you share it."),
            space="mine",
            next=_("All your boundaries"),
            url="boundaries_list",
        ),
        "boundaries_share": Ending(
            say=_("The copy is shared. It can be answered in one tap, gladly or with a no."),
            space="ours",
            next=_("Back to Today"),
            url="today",
        ),
        "boundaries_answer": Ending(
            say=_("Your words are shared. That is all it takes."),
            space="ours",
            next=_("Back to Today"),
            url="today",
        ),
        "boundaries_repair": Ending(
            say=_("What you wrote is shared. Nobody has to answer it."),
            space="ours",
            next=_("Back to Today"),
            url="today",
        ),
    },
)
