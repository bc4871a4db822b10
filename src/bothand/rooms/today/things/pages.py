"""The pages of the things to do, a frozen type each."""

from dataclasses import dataclass

from bothand.content.sessions import Session
from bothand.kit.drafts import Hand
from bothand.rooms.today.pages import Link
from bothand.shell.page import Page, page


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingShelf:
    """The things of one practice, or of the journal: its name, what it is about, and each thing in a line."""

    title: str
    about: str
    things: tuple["ThingLine", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingLine:
    """A thing to do, in a list."""

    title: str
    minutes: int
    path: str
    two: bool


@page("today/things.html")
class ThingsPage(Page):
    """One thing to do, what it is for, the way to another one; and all of them, folded by practice."""

    one: ThingLine
    purpose: str
    another: str
    shelves: tuple[ThingShelf, ...]


@page("today/thing.html")
class ThingPage(Page):
    """One thing to do, to be read step by step.

    `alone` is how to do a thing for two by oneself; `steps` is where an exercise can be done with words beside each step.
    """

    thing: Session
    alone: str
    steps: str
    door: Link | None
    hands: tuple[Hand, ...]
