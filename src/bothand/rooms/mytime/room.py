"""The manifest of *mytime*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.times import Block, Weekly
from bothand.domain.wishes import Wish
from bothand.kit.manifest import Room, Tab
from bothand.rooms.mytime.asks import list_asks
from bothand.rooms.mytime.between import BETWEEN
from bothand.rooms.mytime.export import (
    merge_put_away,
    readable_away,
    readable_interest,
    readable_line,
    readable_time,
    readable_week,
    readable_wish,
)
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.times.present import list_alive
from bothand.rooms.mytime.times.records import Line, PutAway
from bothand.rooms.mytime.today import list_parts
from bothand.rooms.mytime.weeks.present import find_week_address
from bothand.rooms.mytime.weeks.records import Week
from bothand.shell.endings import Ending

ROOM = Room(
    name="mytime",
    title=_("My time"),
    about=_("What you love, and the time you take for it."),
    picture="week",
    place="mine",
    path="mytime/",
    urls="bothand.rooms.mytime.urls",
    tabs=(
        Tab(_("Your time"), "mytime_own"),
        Tab(_("Weeks"), "mytime_weeks"),
        Tab(_("Wishes"), "mytime_wishes"),
        Tab(_("This week"), "mytime_week", folded=True),
        Tab(_("Take time"), "mytime_take", folded=True),
        Tab(_("What you love"), "mytime_new", folded=True),
    ),
    kinds=(Interest, Week, Wish, PutAway, Block, Weekly, Line),
    today=list_parts,
    readable={
        Interest: readable_interest,
        Week: readable_week,
        Wish: readable_wish,
        PutAway: readable_away,
        Block: readable_time,
        Weekly: readable_time,
        Line: readable_line,
    },
    opens={
        Block: lambda _one: reverse("mytime_own"),
        Weekly: lambda _one: reverse("mytime_own"),
        Interest: lambda one: reverse("mytime_edit", args=[one.hex]),
        Wish: lambda one: reverse("mytime_wish", args=[one.hex]),
        Week: lambda one: find_week_address(one.record.day),
    },
    merge={PutAway: merge_put_away},
    takes={"wish": "mytime_new"},
    asks=list_asks,
    alive=list_alive,
    between=BETWEEN,
    endings={
        "mytime_say": Ending(
            say=_("Your time is announced. It waits for nobody’s yes."),
            space="ours",
            next=_("Your time"),
            url="mytime_own",
        ),
    },
)
