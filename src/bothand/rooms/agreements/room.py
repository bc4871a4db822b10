"""The manifest of agreements."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.agreements import Agreement, AgreementIndex, Ended, Marked, TakenBack, Version
from bothand.kit.alive import Begin
from bothand.kit.manifest import Room, Tab
from bothand.rooms.agreements.between import BETWEEN, list_due
from bothand.rooms.agreements.export import (
    merge_indexes,
    readable_agreement,
    readable_back,
    readable_begun,
    readable_ended,
    readable_index,
    readable_marked,
    readable_matter,
    readable_shown,
    readable_version,
    readable_voice,
)
from bothand.rooms.agreements.matters.records import Matter, Voice
from bothand.rooms.agreements.packages.records import ShownSuit
from bothand.rooms.agreements.present import list_alive, list_asks
from bothand.rooms.agreements.ratings.records import BegunAnswers

ROOM = Room(
    name="agreements",
    title=_("Agreements"),
    about=_("For things that can change on both sides: find what works well for both."),
    picture="agreement",
    place="ours",
    path="agreements/",
    urls="bothand.rooms.agreements.urls",
    tabs=(
        Tab(_("Agreements"), "agreements_list"),
        Tab(_("Past"), "agreements_past"),
        Tab(_("What they gave you"), "agreements_giving", two=True),
    ),
    kinds=(
        AgreementIndex,
        Matter,
        Voice,
        BegunAnswers,
        ShownSuit,
        Marked,
        Agreement,
        Version,
        Ended,
        TakenBack,
    ),
    readable={
        AgreementIndex: readable_index,
        Matter: readable_matter,
        Voice: readable_voice,
        BegunAnswers: readable_begun,
        ShownSuit: readable_shown,
        Marked: readable_marked,
        Agreement: readable_agreement,
        Version: readable_version,
        Ended: readable_ended,
        TakenBack: readable_back,
    },
    opens={
        Voice: lambda _one: reverse("agreements_list"),
        Matter: lambda one: reverse("agreements_matter", args=[one.hex]),
        Agreement: lambda one: reverse("agreements_one", args=[one.hex]),
        Version: lambda one: reverse("agreements_one", args=[one.record.agreement.hex()]),
    },
    merge={AgreementIndex: merge_indexes},
    takes={"agreement": "agreements_new"},
    asks=list_asks,
    alive=list_alive,
    begins=Begin(
        title=_("Agree on something"),
        about=_("Find what suits you both."),
    ),
    between=BETWEEN,
    due=list_due,
)
