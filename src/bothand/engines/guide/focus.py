"""Which facet to look at: what is low with certainty, else what is least known, else what is lowest now.

Low is meant against one's own ideal where it is known, since well-being goes with how near the actual comes to
the ideal, at any level of closeness (Frost & Forrester 2013, Personality and Social Psychology Bulletin 39:
456-469). Only where no ideal is known, a facet is compared with the mean of the others. `worth` goes before
all others that are surely low: the model has it feed everything after it.
"""

from dataclasses import dataclass
from statistics import fmean
from typing import Final

from bothand.engines.guide.facts import Facts, Known
from bothand.engines.guide.reasons import Reason, ReasonId

WIDE: Final = 1.5
"""An interval this wide, in answers, says little: the difference between *a little* and *mostly* is 2."""
WORTH: Final = "worth"


@dataclass(frozen=True, slots=True)
class Focus:
    """A facet, and why this one."""

    facet: str
    reason: Reason


def choose_focus(facts: Facts) -> Focus | None:
    """The facet to look at, or None while nothing is known.

    >>> from datetime import date
    >>> from bothand.engines.guide.fear import Ruling
    >>> low = Known(facet="limits", value=2.1, low=1.6, high=2.6, asked=6, wished=4.0)
    >>> fine = Known(facet="worth", value=3.9, low=3.4, high=4.4, asked=6, wished=4.0)
    >>> found = choose_focus(Facts(today=date(2026, 11, 24), ruling=Ruling(why=None), facets=(low, fine)))
    >>> found.facet, found.reason.id
    ('limits', 'surely_below_wish')
    """
    if not any(one.asked for one in facts.facets):
        return None
    seen = [_Seen.of(one, facts.facets) for one in facts.facets]
    sure = [one for one in seen if one.surely]
    worth = [one for one in sure if one.known.facet == WORTH]
    if worth or sure:
        return _first(worth or sure)
    widest = max(facts.facets, key=lambda one: one.width)
    if widest.width >= WIDE:
        return Focus(widest.facet, Reason("least_known", (widest.low, widest.high, float(widest.asked))))
    return _first(seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A facet against what it is measured by."""

    known: Known
    against: float
    wished: bool

    @classmethod
    def of(cls, one: Known, among: tuple[Known, ...]) -> "_Seen":
        if one.wished is not None:
            return cls(one, one.wished, wished=True)
        others = [other.value for other in among if other is not one]
        return cls(one, fmean(others) if others else one.value, wished=False)

    @property
    def surely(self) -> bool:
        return self.known.asked > 0 and self.known.high < self.against

    @property
    def reason(self) -> Reason:
        one = self.known
        if not self.surely:
            return Reason("lowest_now", (one.value, one.low, one.high))
        name: ReasonId = "surely_below_wish" if self.wished else "surely_lowest"
        return Reason(name, (one.value, one.low, one.high, self.against))


def _first(seen: list[_Seen]) -> Focus:
    """The one furthest below; of equals, the first."""
    found = max(seen, key=lambda one: one.against - one.known.value)
    return Focus(found.known.facet, found.reason)
