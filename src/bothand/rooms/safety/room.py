"""The manifest of *Help and safety*. It seals nothing, asks nothing, and puts nothing on *Today*."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room

ROOM = Room(
    name="safety",
    title=_("Help and safety"),
    about=_("For when things at home do not feel right. What you open there is neither sent nor kept."),
    picture="help",
    place="more",
    path="leaf/",
    urls="bothand.rooms.safety.urls",
)
