"""The page of the three questions, and its piece on *Today*."""

from typing import ClassVar

from django.utils.translation import gettext as _

from bothand.kit.manifest import Part, Slot
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

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 22

    @property
    def summary(self) -> str:
        return _("Three questions, before anything for two")
