"""The manifest of *goals*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room, Tab
from bothand.rooms.goals.between import BETWEEN
from bothand.rooms.goals.export import (
    merge_fits,
    read_entry,
    read_fit,
    read_fits,
    read_goal,
    read_offer,
    read_shared_goal,
    read_trail,
    read_wish,
)
from bothand.rooms.goals.records import Entry, Goal, Trail
from bothand.rooms.goals.support.present import list_asks
from bothand.rooms.goals.support.records import Fit, Fits, Offer, SharedGoal, SupportWish
from bothand.shell.endings import Ending

ROOM = Room(
    name="goals",
    title=_("Goals"),
    about=_("What you want to grow into, at your own pace."),
    picture="goal",
    place="mine",
    path="goals/",
    urls="bothand.rooms.goals.urls",
    tabs=(
        Tab(_("Your goals"), "goals_list"),
        Tab(_("Earlier goals"), "goals_archived"),
        Tab(_("How support was"), "goals_fits"),
    ),
    kinds=(Goal, Entry, Trail, SupportWish, SharedGoal, Offer, Fit, Fits),
    readable={
        Goal: read_goal,
        Entry: read_entry,
        Trail: read_trail,
        SupportWish: read_wish,
        SharedGoal: read_shared_goal,
        Offer: read_offer,
        Fit: read_fit,
        Fits: read_fits,
    },
    opens={
        SharedGoal: lambda _one: reverse("goals_list"),
        SupportWish: lambda _one: reverse("goals_list"),
        Offer: lambda _one: reverse("goals_list"),
        Goal: lambda one: reverse("goals_show", args=[one.hex]),
        Entry: lambda one: reverse("goals_entry", args=[one.hex]),
        Fit: lambda _one: reverse("goals_fits"),
    },
    merge={Fits: merge_fits},
    shares=(Entry, Fit),
    takes={"goal": "goals_new"},
    asks=list_asks,
    between=BETWEEN,
    endings={
        "goals_new": Ending(
            say=_("Your goal is written down."), space="mine", next=_("All your goals"), url="goals_list"
        ),
        "goals_share": Ending(
            say=_("The copy is shared. You say what support fits, and end any of it in one tap."),
            space="ours",
            next=_("All your goals"),
            url="goals_list",
        ),
        "goals_partner": Ending(
            say=_("Your offer is made. Whether it fits is for the one who receives it to say."),
            space="ours",
            next=_("Back to Today"),
            url="today",
        ),
    },
)
