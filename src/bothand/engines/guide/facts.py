"""What the guide is told: plain frozen facts about one person, and nothing of anybody else's.

There is no place here for what the other answered, did, read or wrote, and none for marks: a pattern is told
with its evidence elsewhere and decides nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.engines.guide.errors import BadFactsError
from bothand.engines.guide.fear import Ruling, take_day
from bothand.engines.validation import (
    find_repeated,
    show,
    take_integer,
    take_kind,
    take_member,
    take_number,
    take_row,
)
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

    Raises `BadFactsError` for a facet that is none of the ten, or an interval that is none.
    """

    facet: str
    value: float
    low: float
    high: float
    asked: int
    wished: float | None = None

    def __post_init__(self) -> None:
        if self.facet not in FACET_NAMES:
            raise BadFactsError(f"{show(self.facet)} is none of the ten facets")
        for name in ("value", "low", "high", "wished"):
            number: object = getattr(self, name)
            if name != "wished" or number is not None:
                number = take_number(number, f"{self.facet}: {name}", BadFactsError)
                object.__setattr__(self, name, number)
        object.__setattr__(self, "asked", take_integer(self.asked, f"{self.facet}: asked", BadFactsError))
        if not 1.0 <= self.low <= self.value <= self.high <= 5.0:
            raise BadFactsError(f"{self.facet}: the interval is none between 1 and 5")
        if self.asked < 0 or not 1.0 <= (3.0 if self.wished is None else self.wished) <= 5.0:
            raise BadFactsError(f"{self.facet}: asked is 0 or more, and an ideal is 1 to 5")

    @property
    def width(self) -> float:
        """How wide the interval is, in answers."""
        return self.high - self.low


def take_facet(facet: str) -> str:
    """The name of a facet that a plan is about; raises `BadFactsError` for any other."""
    return take_member(facet, FACET_NAMES, "the facet of a plan", BadFactsError)


def _take_days(given: object, name: str) -> int:
    days = take_integer(given, name, BadFactsError)
    if days < 0:
        raise BadFactsError(f"{name} is {days}; expected a number of days from 0 up")
    return days


def _take_practices(given: object, name: str) -> frozenset[str]:
    if not isinstance(given, frozenset | set | tuple | list):
        raise BadFactsError(f"{name} is {show(given)}; expected ids of practices")
    return frozenset(take_member(one, PRACTICE_IDS, f"a practice in {name}", BadFactsError) for one in given)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNow:
    """The plan there is: facet, practice by oneself, practice for both ("" for none), first day.

    Raises `BadFactsError` for a facet or a practice that is none.
    """

    facet: str
    own: str
    both: str
    began: date

    def __post_init__(self) -> None:
        take_facet(self.facet)
        take_member(self.own, PRACTICE_IDS, "the practice of one's own", BadFactsError)
        if self.both != "":
            take_member(self.both, PRACTICE_IDS, "the practice for two", BadFactsError)
        take_day(self.began, "the first day of a plan")

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

    Raises `BadFactsError` for what is none of these.
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
        take_day(self.today, "today")
        take_kind(self.ruling, Ruling, "ruling", BadFactsError)
        facets = take_row(self.facets, "facets", BadFactsError)
        known = tuple(take_kind(one, Known, f"facets[{at}]", BadFactsError) for at, one in enumerate(facets))
        twice = find_repeated(one.facet for one in known)
        if twice is not None:
            raise BadFactsError(f"a facet is known once, and {show(twice)} stands twice")
        object.__setattr__(self, "facets", known)
        for name in ("since_check_in", "here"):
            days: object = getattr(self, name)
            if name == "here" or days is not None:
                object.__setattr__(self, name, _take_days(days, name))
        for name in ("rooms", "before"):
            object.__setattr__(self, name, _take_practices(getattr(self, name), name))
        if self.plan is not None:
            take_kind(self.plan, PlanNow, "plan", BadFactsError)

    @property
    def joint(self) -> bool:
        """Whether a joint step may be advised: there is somebody, and the fear rule allows it."""
        return self.partner and self.ruling.joint

    def known(self, facet: str) -> Known | None:
        """What is known of a facet."""
        return next((one for one in self.facets if one.facet == facet), None)
