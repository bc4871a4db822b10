"""The manifest of *Between you*. It seals nothing: its lines follow from what lies in *ours* (kit.inbox)."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Room
from bothand.rooms.between.today import list_parts

ROOM = Room(
    name="between",
    title=_("Between you"),
    about=_("What is new from your partner, and what waits for you."),
    place="ours",
    path="between/",
    urls="bothand.rooms.between.urls",
    today=list_parts,
    # It stands on *Today*, and on the page of *Ours*.
    listed=False,
)
