"""The manifest of *home*."""

from django.utils.translation import gettext_lazy as _

from bothand.rooms.home import readable
from bothand.rooms.home.pages import MinePage, MorePage, TodayPage
from bothand.rooms.kit.manifest import Room
from bothand.rooms.kit.plan import PastPlan, Plan

ROOM = Room(
    name="home",
    title=_("Today"),
    about=_("How today is, and one thing worth doing."),
    place="today",
    path="",
    urls="bothand.rooms.home.urls",
    kinds=(Plan, PastPlan),
    pages=(TodayPage, MinePage, MorePage),
    readable={Plan: readable.readable_plan, PastPlan: readable.readable_past},
    merge={Plan: readable.later},
)
