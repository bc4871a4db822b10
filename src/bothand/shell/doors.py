"""The pages one meets at the door: closed for now, and the one that carries what was typed."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.page import Page, Place, Space, page

Reason = Literal["signed_out", "locked", "csrf", "busy"]
Ask = Literal["password", "unlock", "nothing", "send"]


@page()
class DoorPage(Page):
    """What all pages at the door have in common: they are nobody's, and stand in no place."""

    tab: ClassVar[str | Promise] = _("Start")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "door"


@page("shell/unlock.html")
class UnlockPage(DoorPage):
    """Asks for the PIN, or the password. `next` is where to go on; `wrong` says what did not open."""

    next: str
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedField:
    """One hidden input with something that was typed."""

    name: str
    value: str


@page("shell/carried_form.html")
class CarryPage(DoorPage):
    """Sign in, unlock, or simply go on, with what was typed in hidden fields.

    ask     what the page asks for: name and password; PIN or password; nothing, when only a token was old;
            "send" when the form was for the signed-out anyway and goes straight back to its own path
    action  where this page's own form goes
    path    where the fields go on to
    mark    whose form it was (`frame.account_mark`); "" when the form did not say
    files   whether a file was left behind
    wrong   what did not open, after a first try
    """

    reason: Reason
    ask: Ask
    action: str
    path: str
    mark: str
    fields: tuple[CarriedField, ...]
    files: bool = False
    wrong: str = ""
    name: str = ""
