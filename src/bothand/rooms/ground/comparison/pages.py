"""The page of what two revealed, side by side."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.kit.drafts import Hand
from bothand.rooms.ground.comparison.rules import Picture
from bothand.rooms.ground.pages import GroundPage, Text
from bothand.shell.page import Space, page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that was revealed. `lines` are who and what; `hands` lead on with it, all with the same words."""

    head: str
    lines: tuple[tuple[str, str], ...] = ()
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one finding."""

    key: str
    head: str
    about: str = ""
    rows: tuple[Row, ...]


@page("ground/comparison.html")
class ComparisonPage(GroundPage):
    """What both revealed of one sheet, side by side: overlaps first. `day` is None where nothing was revealed yet;
    `careful`: while the fear rule holds, what is offered is for oneself only. A long list comes in `pages`.
    """

    space: ClassVar[Space] = "ours"

    title: Text
    day: date | None
    groups: tuple[Group, ...]
    picture: Picture | None
    pages: Pages
    show: str
    unopened: int
    careful: bool
