"""The page of the map, and its piece on *Today*."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from bothand.kit.manifest import Part
from bothand.rooms.checkin.map.rules import Chart
from bothand.rooms.checkin.pages import PicturePage
from bothand.shell.page import page


@page("checkin/part_map.html")
class MapPart(Part):
    """On *Today*, on the day of a check-in: the way to the map."""

    side: ClassVar[Literal["left", "right", "below"]] = "left"
    order: ClassVar[int] = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A row of a table; `togetherness` and `selfhood` as text, with their intervals where there are any."""

    title: str
    togetherness: str
    together_range: str
    selfhood: str
    self_range: str


@page("checkin/map.html")
class MapPage(PicturePage):
    """The map. `chart` is None before the first answer.

    title, lead  what may be said first
    lower        which of the two is lower, and how surely; "" where the title says it
    wishes       how it fits the own ideal, in words
    answers      how many answers of the last year it rests on
    """

    title: str
    lead: str = ""
    chart: Chart | None = None
    rows: tuple[MapRow, ...] = ()
    earlier: tuple[MapRow, ...] = ()
    lower: str = ""
    wishes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    answers: int = 0
    day: date
    said: str
    waiting: bool
    unopened: int = 0
