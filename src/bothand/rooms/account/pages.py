"""What each template of the account may see."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.accounts.devices import Listed
from bothand.kit.manifest import Part, Slot
from bothand.rooms.account import forms
from bothand.shell.doors import DoorPage
from bothand.shell.page import Page, Place, Space, page

Text = str | Promise


@page("account/sign_in.html")
class SignInPage(DoorPage):
    """`said` is a sentence about what has just happened: signed out, deleted; `wrong` says why a passkey opened nothing."""

    form: forms.SignIn
    next: str
    may_sign_up: bool
    said: Text = ""
    wrong: Text = ""


@page("account/sign_up.html")
class SignUpPage(DoorPage):
    """`form` is None where sign-up is closed."""

    form: forms.SignUp | None
    offered: str


@page("account/recover.html")
class RecoverPage(DoorPage):
    """By the recovery code, with a new password."""

    form: forms.Recover
    offered: str


@page("account/code.html")
class CodePage(DoorPage):
    """The recovery code, on a page made for printing."""

    code: str
    groups: tuple[str, ...]


@page("account/first_pin.html")
class FirstPinPage(DoorPage):
    """A PIN is offered; it can be left out."""

    form: forms.Pin


@page()
class OwnPage(Page):
    """A page of the account, for its owner."""

    tab: ClassVar[Text] = _("Account")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"


@page("account/account.html")
class AccountPage(OwnPage):
    """What one chose, and the ways to all the rest."""

    form: forms.Own
    kept: bool
    revision: int


@page("account/password.html")
class PasswordPage(OwnPage):
    """Both ways of changing a password."""

    form: forms.ChangePassword
    offered: str
    kept: bool


@page("account/new_code.html")
class NewCodePage(OwnPage):
    """Asks for the password before a new recovery code is made, or one that `waits` to be saved is shown again."""

    form: forms.Password
    waits: bool


@page("account/pin.html")
class PinPage(OwnPage):
    """Set, change or drop this device's PIN."""

    form: forms.NewPin
    kept: bool


@page("account/no_pin.html")
class NoPinPage(OwnPage):
    """Asks for the password before this device's PIN is removed."""

    form: forms.Again


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """Something that happened, in words."""

    words: Text
    about: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogDay:
    """A day and what happened on it."""

    day: date
    lines: tuple[LogLine, ...]


@page("account/log.html")
class LogPage(OwnPage):
    """What happened to the account, the newest day first. `alarm`: an old cookie turned up, and is not yet read of."""

    space: ClassVar[Space] = "mine"

    entries: tuple[LogDay, ...]
    alarm: bool
    unopened: int


@page("account/part_code.html")
class CodePart(Part):
    """On *Today*: there is a recovery code that is not saved yet."""

    slot: ClassVar[Slot] = "first"


@page("account/part_alarm.html")
class AlarmPart(Part):
    """On *Today*: an old cookie turned up."""

    slot: ClassVar[Slot] = "first"
    order: ClassVar[int] = 1


@page("account/devices.html")
class DevicesPage(OwnPage):
    """Where one is signed in."""

    form: forms.Again
    devices: tuple[Listed, ...]
    ended: bool


@page("account/export.html")
class ExportPage(OwnPage):
    """Asks for the password before everything is handed over in one file."""

    form: forms.Password


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How an import went, in numbers of documents."""

    added: int
    present: int
    kept_both: int
    kept_yours: int
    unreadable: int


@page("account/bring.html")
class BringPage(OwnPage):
    """Takes an export in; says how it went."""

    form: forms.Bring
    brought: Brought | None


@page("account/close.html")
class ClosePage(OwnPage):
    """Asks for the password before everything is deleted."""

    form: forms.Password


@page("account/closed.html")
class ClosedPage(DoorPage):
    """The account is gone; `clean` says whether its traces in the log are gone too."""

    clean: bool
