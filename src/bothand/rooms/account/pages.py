"""What each template of the account may see."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.accounts.devices import Listed
from bothand.rooms.account import forms
from bothand.shell.doors import DoorPage
from bothand.shell.page import Page, Place, Space

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage(DoorPage):
    """`said` is a sentence about what has just happened: signed out, deleted."""

    template: ClassVar[str] = "account/sign_in.html"

    form: forms.SignIn
    next: str
    may_sign_up: bool
    said: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpPage(DoorPage):
    """`form` is None where sign-up is closed."""

    template: ClassVar[str] = "account/sign_up.html"

    form: forms.SignUp | None
    offered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverPage(DoorPage):
    """By the recovery code, with a new password."""

    template: ClassVar[str] = "account/recover.html"

    form: forms.Recover
    offered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage(DoorPage):
    """The recovery code, on a page made for printing."""

    template: ClassVar[str] = "account/code.html"

    code: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPinPage(DoorPage):
    """A PIN is offered; it can be left out."""

    template: ClassVar[str] = "account/first_pin.html"

    form: forms.Pin


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage(Page):
    """A page of the account, for its owner."""

    tab: ClassVar[Text] = _("Account")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage(OwnPage):
    """What one chose, and the ways to all the rest."""

    template: ClassVar[str] = "account/account.html"

    form: forms.Own
    kept: bool
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordPage(OwnPage):
    """Both ways of changing a password."""

    template: ClassVar[str] = "account/password.html"

    form: forms.ChangePassword
    offered: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCodePage(OwnPage):
    """Asks for the password before a new recovery code is made."""

    template: ClassVar[str] = "account/new_code.html"

    form: forms.Password


@dataclass(frozen=True, slots=True, kw_only=True)
class PinPage(OwnPage):
    """Set, change or drop this device's PIN."""

    template: ClassVar[str] = "account/pin.html"

    form: forms.NewPin
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesPage(OwnPage):
    """Where one is signed in."""

    template: ClassVar[str] = "account/devices.html"

    devices: tuple[Listed, ...]
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPage(OwnPage):
    """Asks for the password before everything is handed over in one file."""

    template: ClassVar[str] = "account/export.html"

    form: forms.Password


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How an import went, in numbers of documents."""

    added: int
    present: int
    kept_both: int
    kept_yours: int
    unreadable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPage(OwnPage):
    """Takes an export in; says how it went."""

    template: ClassVar[str] = "account/bring.html"

    form: forms.Bring
    brought: Brought | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePage(OwnPage):
    """Asks for the password before everything is deleted."""

    template: ClassVar[str] = "account/close.html"

    form: forms.Password


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPage(DoorPage):
    """The account is gone; `clean` says whether its traces in the log are gone too."""

    template: ClassVar[str] = "account/closed.html"

    clean: bool


ALL: tuple[type[Page], ...] = (
    SignInPage,
    SignUpPage,
    RecoverPage,
    CodePage,
    FirstPinPage,
    AccountPage,
    PasswordPage,
    NewCodePage,
    PinPage,
    DevicesPage,
    ExportPage,
    BringPage,
    ClosePage,
    ClosedPage,
)
