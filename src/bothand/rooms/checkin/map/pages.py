"""The page of the map, and its piece on *Today*."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from bothand.kit.manifest import Part, Slot
from bothand.rooms.checkin.map.rules import Chart
from bothand.rooms.checkin.pages import PicturePage
from bothand.shell.page import page


@page("checkin/part_map.html")
class MapPart(Part):
    """On *Today*, on the day of a check-in: the way to the map."""

    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 21

    @property
    def summary(self) -> str:
        return _("Your map has today in it")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """A row of a table; `togetherness` and `selfhood` as text, with their intervals where there are any."""

    title: str
    togetherness: str
    together_range: str = ""
    selfhood: str
    self_range: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStep:
    """The one step beside the picture: why it stands here, what it is, and where it is done; then a second way on."""

    why: str
    title: str
    text: str
    act: str
    path: str
    other: str
    other_path: str


@page("checkin/map.html")
class MapPage(PicturePage):
    """The map. `chart` is None before the first answer.

    title, lead  what a friend would say, and what comes after it
    first        whether it rests on one check-in
    changes      the course of each axis
    wishes       how each axis fits the own ideal
    check_ins    on how many days of the last year it rests, `answers` on how many answers
    """

    title: str
    lead: str = ""
    chart: Chart | None = None
    first: bool = False
    step: MapStep | None = None
    rows: tuple[MapRow, ...] = ()
    earlier: tuple[MapRow, ...] = ()
    changes: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    check_ins: int = 0
    answers: int = 0
    said: str
    waiting: bool
    unopened: int = 0
