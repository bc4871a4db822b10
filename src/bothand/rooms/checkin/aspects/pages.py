"""The pages of the ten aspects; a frozen type each."""

from dataclasses import dataclass
from datetime import date

from bothand.rooms.checkin.aspects.rules import Trend
from bothand.rooms.checkin.pages import PicturePage, SentenceAnswers
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectLine:
    """A facet in the list of all ten."""

    path: str
    title: str
    about: str
    now: str
    range: str
    fit: str
    change: str
    trend: Trend


@page("checkin/aspects.html")
class AspectsPage(PicturePage):
    """All ten facets: where each stands, how that fits, what changed."""

    title: str
    since: date | None
    facets: tuple[AspectLine, ...]
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

    facet: AspectLine
    since: date | None
    ideal: str
    marks: tuple[TrendRow, ...]
    behind: tuple[SentenceAnswers, ...]
    unopened: int = 0
