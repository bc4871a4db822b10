"""The page of what two revealed, side by side."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.kit.drafts import Hand
from bothand.rooms.ground.comparison.rules import Circles, Picture
from bothand.rooms.ground.pages import GroundPage, Text
from bothand.shell.page import Space, page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that was revealed. `lines` are who and what."""

    head: str
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """The one thing to do with what was found. `hands` lead on, all with the same words."""

    head: str
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one finding."""

    key: str
    head: str
    about: str = ""
    rows: tuple[Row, ...]


@page("ground/comparison.html")
class ComparisonPage(GroundPage):
    """What both revealed of one sheet: what was found in a sentence, a picture of it, one way on, then all of it in words.

    day      None where nothing was revealed yet
    circles  each value once, those of both in the middle; `picture` is that of the dials
    way      None where nothing leads on
    careful  while the fear rule holds, what is offered is for oneself only
    """

    space: ClassVar[Space] = "ours"

    title: Text
    finding: str
    about: str
    day: date | None
    groups: tuple[Group, ...]
    picture: Picture | None
    circles: Circles | None
    way: WayOn | None
    pages: Pages
    show: str
    unopened: int
    careful: bool
