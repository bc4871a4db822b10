"""The pieces of *Today* with the one thing worth doing next, and the page that says how things are chosen."""

from datetime import date
from typing import ClassVar

from django.utils.translation import gettext as _

from bothand.kit.manifest import Part, Slot
from bothand.rooms.today.pages import Link
from bothand.shell.page import Page, page


@page("today/part_afraid.html")
class AfraidPart(Part):
    """On *Today*, where the fear rule shows it: the way to *Help and safety*, before all else."""

    slot: ClassVar[Slot] = "first"
    order: ClassVar[int] = 0

    quiet: str

    @property
    def settled(self) -> bool:
        return True


@page("today/part_next.html")
class NextPart(Part):
    """On *Today*: the one thing worth doing next, its first step, and why.

    about  a quiet line below its title, "" for none
    first  its first step, "" where the button says it all
    act    what it leads to, None where there is nothing but to do it
    why    the reasons, folded
    offer  whether it is only an offer, or done for this week: a day can be over without it
    """

    slot: ClassVar[Slot] = "next"
    order: ClassVar[int] = 15

    title: str
    about: str
    first: str
    why: tuple[str, ...]
    act: Link | None
    other: Link
    offer: bool

    @property
    def summary(self) -> str:
        return _("Another thing to do")

    @property
    def settled(self) -> bool:
        return self.offer


@page("today/part_thing.html")
class ThingPart(Part):
    """On *Today*: the day's own small thing, where it is not the one worth doing already."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 40

    title: str
    first: str
    act: Link

    @property
    def summary(self) -> str:
        return _("A small thing")


@page("today/why.html")
class WhyPage(Page):
    """How things are chosen; and, for who is afraid, why nothing for two is suggested now.

    `afraid` are the answers that say so, one a line; `until` is the first day on which that ends. `ask` is where the three
    questions are, for whom they were not asked yet; "" otherwise.
    """

    afraid: tuple[str, ...]
    until: date | None
    ask: str
    quiet: str
    look: str
