"""What the pages of *people* have in common, and the piece on *Today*."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Part, Slot
from bothand.shell.page import Page, Place, page


@page()
class PeopleRoomPage(Page):
    """What all pages of this room have."""

    tab: ClassVar[str | Promise] = _("People")
    place: ClassVar[Place] = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Somebody in a list: where they are, their name, a line about them."""

    path: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line about somebody. `link` is where it leads: a number to call, an address to write to."""

    label: str
    text: str
    link: str = ""


@page("people/part_birthday.html")
class BirthdayPart(Part):
    """On *Today*: whose birthday is today or tomorrow, among those whom both can see."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 5

    lines: tuple[Line, ...]

    @property
    def summary(self) -> str:
        first = self.lines[0]
        return gettext("Birthday: %(name)s. %(day)s") % {"name": first.name, "day": first.about}
