"""What each template about passkeys may see."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bothand.rooms.account.forms import Password
from bothand.rooms.account.pages import OwnPage, Text
from bothand.rooms.account.passkeys.forms import NewPasskey
from bothand.shell.page import page

Made = Literal["", "opens", "step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A passkey in the list. `opens` says whether it opens by itself, or is a second step only."""

    hex_id: str
    name: str
    since: date
    opens: bool


@page("account/passkeys.html")
class PasskeysPage(OwnPage):
    """Those there are. `made` says what has just been added."""

    passkeys: tuple[Listed, ...]
    made: Made


@page("account/passkey_new.html")
class NewPasskeyPage(OwnPage):
    """Asks for a name and the password. `possible` says whether browsers give passkeys to this address at all."""

    form: NewPasskey
    possible: bool
    wrong: Text = ""


@page("account/passkey_make.html")
class MakePasskeyPage(OwnPage):
    """Asks the device. `question`, `handle` and `others` (ids there already) are hex, for the script."""

    name: str
    question: str
    handle: str
    others: str


@page("account/passkey_remove.html")
class RemovePasskeyPage(OwnPage):
    """Asks for the password before a passkey is removed."""

    form: Password
    passkey: Listed
