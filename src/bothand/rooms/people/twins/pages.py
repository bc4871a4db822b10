"""The page of people who came twice, a frozen type."""

from dataclasses import dataclass

from bothand.rooms.people.pages import Fact, PeopleRoomPage
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """One of two who look alike."""

    hex: str
    name: str
    facts: tuple[Fact, ...]
    note: str


@page("people/twins.html")
class TwinsPage(PeopleRoomPage):
    """People who may be one and the same."""

    pairs: tuple[tuple[Twin, Twin], ...]
    unopened: int
