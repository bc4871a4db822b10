"""The manifest of the account's own pages: the door, the keys, what one takes along."""

from django.utils.translation import gettext_lazy as _

from bothand.accounts.account_log import AccountLog
from bothand.accounts.preferences import Settings
from bothand.kit.manifest import Room
from bothand.rooms.account.export import read_log, read_settings
from bothand.rooms.account.today import list_parts

ROOM = Room(
    name="account",
    title=_("Account"),
    about=_("Your name and colour, your password, your devices, a copy of everything, and leaving."),
    picture="account",
    place="more",
    path="you/",
    urls="bothand.rooms.account.urls",
    kinds=(Settings, AccountLog),
    today=list_parts,
    readable={Settings: read_settings, AccountLog: read_log},
    # What happened to another account is no part of this one's log.
    merge={Settings: lambda _present, incoming: incoming, AccountLog: lambda present, _incoming: present},
)
