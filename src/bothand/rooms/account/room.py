"""The manifest of the account's own pages: the door, the keys, what one takes along."""

from django.utils.translation import gettext_lazy as _

from bothand.accounts.preferences import Settings
from bothand.kit.manifest import Room
from bothand.rooms.account.export import read_settings

ROOM = Room(
    name="account",
    title=_("Account"),
    about=_("Your name and colour here, your password, your devices, a copy of everything, and the way out."),
    place="more",
    path="you/",
    urls="bothand.rooms.account.urls",
    kinds=(Settings,),
    readable={Settings: read_settings},
    merge={Settings: lambda _present, incoming: incoming},
)
