"""The page of the three questions, and its piece on *Today*."""

from typing import ClassVar, Literal

from bothand.kit.manifest import Part
from bothand.rooms.checkin.fear.forms import FearForm
from bothand.rooms.checkin.pages import CheckinPage
from bothand.shell.page import page


@page("checkin/fear.html")
class FearPage(CheckinPage):
    """The three questions. `in_checkup`: as a piece of a check-up, which leads back to its pieces; else they can be skipped."""

    form: FearForm
    action: str
    lead: str
    in_checkup: bool


@page("checkin/part_fear.html")
class FearPart(Part):
    """On *Today*, once there was a check-in: the three questions come before anything for two."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 22
