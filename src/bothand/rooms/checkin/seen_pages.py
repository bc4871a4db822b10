"""The pages of what follows from check-ins and pulses; a frozen type each."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bothand.kit.drafts import Hand
from bothand.rooms.checkin.asked_pages import CheckinPage
from bothand.rooms.checkin.drawing import Chart, Trend
from bothand.shell.page import page


@page()
class PicturePage(CheckinPage):
    """A page with a picture of its own has no circles in its corner."""

    aura: ClassVar[bool] = False


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
    lead: str
    chart: Chart | None
    rows: tuple[MapRow, ...]
    earlier: tuple[MapRow, ...]
    lower: str
    wishes: tuple[str, ...]
    changes: tuple[str, ...]
    answers: int
    day: date
    said: str
    waiting: bool
    unopened: int = 0


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


@page("checkin/parts.html")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceAnswers:
    """A sentence, and what was answered to it, the newest first."""

    sentence: str
    answers: tuple[str, ...]


@page("checkin/part.html")
class AspectPage(PicturePage):
    """One facet: its trend, its fit, and the answers behind it."""

    facet: AspectLine
    since: date | None
    ideal: str
    marks: tuple[TrendRow, ...]
    behind: tuple[SentenceAnswers, ...]
    unopened: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """A facet or axis before and after."""

    title: str
    difference: str
    range: str
    words: str


@page("checkin/after.html")
class ComparisonPage(CheckinPage):
    """The last check-up beside the one before it."""

    title: str
    since: date | None
    day: date | None
    lines: tuple[ComparisonLine, ...]
    afraid: tuple[str, ...]
    unopened: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLine:
    """A mark among one's own answers: in words, with its evidence and its ways on."""

    key: str
    words: str
    evidence: tuple[SentenceAnswers, ...]
    hands: tuple[Hand, ...]
    exercises: str
    safety: bool


@page("checkin/often.html")
class PatternsPage(CheckinPage):
    """Patterns: what came up at least every second time, and what was asked about and did not."""

    patterns: tuple[PatternLine, ...]
    seldom: tuple[str, ...]
    afraid: tuple[str, ...]
    unopened: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A number with its interval on a line: places in the picture, as text."""

    low: str
    width: str
    at: str


@page("checkin/moves.html")
class SlopePage(PicturePage):
    """One's own slope. `span` is None before the first look."""

    title: str
    lines: tuple[str, ...]
    span: Span | None
    value: str
    range: str
    days: int
    looked: date | None
    next: date
    unopened: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryLine:
    """How days of one sort were followed."""

    title: str
    words: str
    days: int
    back: int
    range: str
    span: Span | None
    shift: int


@page("checkin/back.html")
class RecoveryPage(PicturePage):
    """How days out of balance are followed."""

    title: str
    lines: tuple[RecoveryLine, ...]
    height: int
    first: date
    unopened: int
