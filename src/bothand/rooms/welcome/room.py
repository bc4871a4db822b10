"""The manifest of *How it works*: the introduction, found again under *More*. It keeps nothing and asks nothing."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room

ROOM = Room(
    name="welcome",
    title=_("How it works"),
    about=_("What is yours alone, what you share, and how a week can go. Three short pages."),
    place="more",
    path="how/",
    urls="bothand.rooms.welcome.urls",
)
