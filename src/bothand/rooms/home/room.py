"""The manifest of *home*."""

from django.utils.translation import gettext_lazy as _

from bothand.rooms.home.pages import MinePage, MorePage, TodayPage
from bothand.rooms.kit.manifest import Room

ROOM = Room(
    name="home",
    title=_("Today"),
    about=_("How today is, and one thing worth doing."),
    place="today",
    path="",
    urls="bothand.rooms.home.urls",
    pages=(TodayPage, MinePage, MorePage),
)
