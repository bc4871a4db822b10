"""The manifest of housework."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room
from bothand.rooms.housework.export import merge_households, readable_household
from bothand.rooms.housework.records import Household

ROOM = Room(
    name="housework",
    title=_("Housework"),
    about=_("Who notices, plans and does what? See how it is now, and find a fair share."),
    place="ours",
    path="housework/",
    urls="bothand.rooms.housework.urls",
    kinds=(Household,),
    readable={Household: readable_household},
    merge={Household: merge_households},
)
