"""The piece of *Today* with the one thing worth doing next, and the page that says how things are chosen."""

from datetime import date
from typing import ClassVar, Literal

from bothand.kit.manifest import Part
from bothand.rooms.today.pages import Link
from bothand.shell.page import Page, page


@page("today/part_next.html")
class NextPart(Part):
    """On *Today*: the one thing worth doing next, and why.

    title  "" where a room invites to it on this page already: then only the reason is said
    act    what it leads to, None where there is nothing but to do it
    thing  the day's own small thing, where that is not the one already
    quiet  path of *Help and safety* where the fear rule shows the way to it, "" otherwise
    """

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 15

    title: str
    text: str
    why: tuple[str, ...]
    act: Link | None
    other: Link
    thing: Link | None
    quiet: str


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
