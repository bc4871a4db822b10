"""What the guide is told: plain frozen facts about one person, and nothing of anybody else's.

There is no place here for what the other answered, did, read or wrote, and none for marks: a pattern is told
with its evidence elsewhere and decides nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.engines.guide.fear import Ruling
from bothand.relationship import FACETS, PRACTICES

PLAN_DAYS: Final = 42
FACET_NAMES: Final = tuple(one.name for one in FACETS)
PRACTICE_IDS: Final = tuple(one.id for one in PRACTICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one facet, in answers from 1 to 5.

    value, low, high  the expected answer with its 90 % interval
    asked             how many different questions about it were answered so far
    wished            the person's own ideal, asked with the same answers; None when it was never asked

    Raises ValueError for a facet that is none of the ten, or an interval that is none.
    """

    facet: str
    value: float
    low: float
    high: float
    asked: int
    wished: float | None = None

    def __post_init__(self) -> None:
        if self.facet not in FACET_NAMES:
            raise ValueError(f"{self.facet!r} is none of the ten facets")
        if not 1.0 <= self.low <= self.value <= self.high <= 5.0:
            raise ValueError(f"{self.facet}: the interval is none between 1 and 5")
        if self.asked < 0 or not 1.0 <= (3.0 if self.wished is None else self.wished) <= 5.0:
            raise ValueError(f"{self.facet}: asked is 0 or more, and an ideal is 1 to 5")

    @property
    def width(self) -> float:
        """How wide the interval is, in answers."""
        return self.high - self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNow:
    """The plan there is: facet, practice by oneself, practice for both ("" for none), first day."""

    facet: str
    own: str
    both: str
    began: date

    @property
    def due(self) -> date:
        """The day from which it is looked back at."""
        return self.began + timedelta(days=PLAN_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the guide looks at, for one person on one day.

    facets          what is known, at most once a facet; none before the first check-in
    since_check_in  days since the last check-in; None when there was none
    here            days since this person came here, 0 on the first
    observes        whether there is a check-in to lead to
    rooms           ids of the practices (P1 to P7) whose room is there
    ruling          what the fear rule says of joint steps
    partner         whether there is a partner here
    plan            the plan there is
    before          practices of one's own in earlier plans
    put_off         whether the check-in was put off for this week
    """

    today: date
    ruling: Ruling
    facets: tuple[Known, ...] = ()
    since_check_in: int | None = None
    here: int = 0
    observes: bool = True
    rooms: frozenset[str] = frozenset()
    partner: bool = False
    plan: PlanNow | None = None
    before: frozenset[str] = frozenset()
    put_off: bool = False

    def __post_init__(self) -> None:
        names = [one.facet for one in self.facets]
        if len(set(names)) != len(names):
            raise ValueError("a facet is known once")

    @property
    def joint(self) -> bool:
        """Whether a joint step may be advised: there is somebody, and the fear rule allows it."""
        return self.partner and self.ruling.joint

    def known(self, facet: str) -> Known | None:
        """What is known of a facet."""
        return next((one for one in self.facets if one.facet == facet), None)
