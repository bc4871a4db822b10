"""Pure: how an axis fits one's own ideal. It needs numpy through the engine: views import it where they use it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final, Literal

from bothand.engines.measure import Gap
from bothand.relationship import AXES

LEAST: Final = 3
"""Of the five facets of an axis, how many ideals it takes to place its ideal."""
SURE: Final = 0.9
_NINE_IN_TEN: Final = NormalDist().inv_cdf(0.95)

Way = Literal["more", "less"]


@dataclass(frozen=True, slots=True)
class AxisWish:
    """The ideal of an axis, from the ideals of its facets: in answers, with its 90 % interval, and `short`, how surely
    more is wished for.
    """

    name: str
    ideal: float
    low: float
    high: float
    short: float
    asked: int

    @property
    def way(self) -> Way | None:
        """What is wished for with more than 9 in 10 certainty; None for about as it is, as far as can be told."""
        return find_way(self.short)


def find_way(short: float) -> Way | None:
    """More, less, or neither surely enough.

    >>> find_way(0.95), way(0.5), way(0.02)
    ('more', None, 'less')
    """
    if short >= SURE:
        return "more"
    return "less" if short <= 1 - SURE else None


def find_axis_wishes(gaps: Sequence[Gap]) -> tuple[AxisWish | None, AxisWish | None]:
    """The wishes for togetherness and selfhood; None where too few ideals were said.

    Errors of facets are taken to go together wholly, so that the certainty errs on the low side.
    """
    together, self_kept = (
        _find_axis_wish(axis.name, [one for one in gaps if one.name in axis.facets]) for axis in AXES
    )
    return together, self_kept


def _find_axis_wish(name: str, gaps: Sequence[Gap]) -> AxisWish | None:
    if len(gaps) < LEAST:
        return None
    count = len(gaps)
    spread = sum(math.hypot(one.actual.spread, one.ideal.spread) for one in gaps) / count
    ideal = sum(one.ideal.value for one in gaps) / count
    wide = _NINE_IN_TEN * sum(one.ideal.spread for one in gaps) / count
    difference = sum(one.difference for one in gaps) / count
    return AxisWish(
        name=name,
        ideal=ideal,
        low=ideal - wide,
        high=ideal + wide,
        short=NormalDist().cdf(-difference / max(1e-9, spread)),
        asked=count,
    )
