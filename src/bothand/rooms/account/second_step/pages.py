"""What each template about the second step may see."""

from bothand.kit.qr import Code as Picture
from bothand.rooms.account.forms import Password
from bothand.rooms.account.pages import OwnPage, Text
from bothand.rooms.account.second_step.forms import FirstCode, Step
from bothand.shell.doors import DoorPage
from bothand.shell.page import page


@page("account/step.html")
class StepPage(DoorPage):
    """After the password: a code, or a passkey. `step` is the first step, sealed, for the passkey's own form."""

    form: Step
    step: str
    next: str
    wrong: Text = ""


@page("account/codes.html")
class CodesPage(OwnPage):
    """Whether a code is asked for; the way there and the way out of it, by the password."""

    form: Password
    asked: bool
    kept: bool
    wrong: Text = ""


@page("account/codes_new.html")
class NewCodesPage(OwnPage):
    """The seed, for the camera and for the hand, and a field for the first code."""

    form: FirstCode
    picture: Picture
    spelled: str
    ticket: str
