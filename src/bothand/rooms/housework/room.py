"""The manifest of housework."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.kit.alive import Begin
from bothand.kit.manifest import Room, Tab
from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.between import BETWEEN
from bothand.rooms.housework.export import (
    merge_households,
    merge_own_work,
    readable_household,
    readable_own_work,
)
from bothand.rooms.housework.records import Household
from bothand.rooms.housework.weekly.store import find_weekly

ROOM = Room(
    name="housework",
    title=_("Housework"),
    about=_("Who notices, plans and does what? See how it is now, and find a fair share."),
    picture="work",
    place="ours",
    path="housework/",
    urls="bothand.rooms.housework.urls",
    tabs=(
        Tab(_("Who does what"), "housework_home"),
        Tab(_("A fair share"), "housework_divisions", two=True),
        Tab(_("Tasks"), "housework_tasks", two=True),
    ),
    begins=Begin(
        title=_("Share the housework"),
        about=_("See who does what, and find a fair share."),
    ),
    kinds=(Household, OwnWork),
    opens={
        Household: lambda _one: reverse("housework_tasks"),
        OwnWork: lambda _one: reverse("housework_alone"),
    },
    readable={Household: readable_household, OwnWork: readable_own_work},
    merge={Household: merge_households, OwnWork: merge_own_work},
    between=BETWEEN,
    weekly=find_weekly,
)
