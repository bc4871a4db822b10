"""The pages of the ten aspects; a frozen type each."""

from dataclasses import dataclass

from bothand.rooms.checkin.aspects.rules import Mark, Trend
from bothand.rooms.checkin.pages import PicturePage, SentenceAnswers
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectCard:
    """What moved and what is steady, or what comes next; and one way on."""

    why: str
    title: str
    text: str
    act: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectLine:
    """A facet in words and numbers. `now` and `range` are "" where nothing was asked about it yet."""

    path: str
    title: str
    now: str
    range: str
    ideal: str
    fit: str
    change: str


@page("checkin/aspects.html")
class AspectsPage(PicturePage):
    """All ten facets in one picture: where each stands, how that fits, what changed.

    marks   by axis: the five of togetherness, then those of selfhood
    earlier the month with which the rings compare; "" where nothing moved
    ideals, tops   whether the picture has ideals, and some at the top of the scale
    """

    title: str
    lead: str
    said: str
    together: tuple[Mark, ...] = ()
    self_kept: tuple[Mark, ...] = ()
    earlier: str = ""
    ideals: bool = False
    tops: bool = False
    card: AspectCard | None = None
    lines: tuple[AspectLine, ...] = ()
    unopened: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """A day in the table of a trend."""

    day: str
    value: str
    range: str


@page("checkin/aspect.html")
class AspectPage(PicturePage):
    """One facet: its trend, its fit, and the answers behind it."""

    about: str
    level: str
    line: AspectLine
    trend: Trend | None
    marks: tuple[TrendRow, ...]
    behind: tuple[SentenceAnswers, ...]
    unopened: int = 0
