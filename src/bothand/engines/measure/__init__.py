"""measure: an honest check-in for one person.

Ten facets that drift between check-ins, ordinal answers, correlated facets, quirks of items; which items to
ask next; where a person stands in answers from 1 to 5, and how surely; what changed beyond noise; how the
actual fits the ideal. It is a mirror and no diagnosis. Methods, sources and measured coverage:
docs/methods/measure.md.

>>> bank = Bank.of(Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in FACET_NAMES for n in range(10))
>>> state = start()
>>> for item in choose(state, bank, day=0, count=FIRST_VISIT):
...     state = answer(state, bank, 0, item, 4)
>>> now = standing(state, bank, day=7)
>>> now.check()
>>> now.axes[0].name, 1 < now.axes[0].answer.low < now.axes[0].answer.high < 5
('togetherness', True)

Days are whole numbers (say, `date.toordinal()`); the engine knows no clock, no dice and no disk.
"""

from bothand.engines.measure.assumptions import DEFAULT, Assumptions, correlations
from bothand.engines.measure.change import Change, Changes, changes
from bothand.engines.measure.choose import FIRST_VISIT, WEEKLY, Focus, choose, greedy, rotation
from bothand.engines.measure.history import Anchored, Answered, Dropped, Event, heard, rebuild
from bothand.engines.measure.ideal import FacetIdeal, Gap, Wished, fit, ideals
from bothand.engines.measure.items import FACET_NAMES, Bank, Item, UnknownItemError
from bothand.engines.measure.standing import (
    AxisStanding,
    BrokenStandingError,
    Estimate,
    FacetStanding,
    Region,
    Standing,
    standing,
)
from bothand.engines.measure.state import (
    MAX_ANCHORS,
    MAX_OFFSETS,
    VERSION,
    Anchor,
    BrokenStateError,
    State,
    advance,
    anchored,
    answer,
    dropped,
    start,
)
from bothand.engines.measure.stored import OtherVersionError, from_bytes, to_bytes
from bothand.engines.measure.views import Levels, levels

__all__ = [
    "DEFAULT",
    "FACET_NAMES",
    "FIRST_VISIT",
    "MAX_ANCHORS",
    "MAX_OFFSETS",
    "VERSION",
    "WEEKLY",
    "Anchor",
    "Anchored",
    "Answered",
    "Assumptions",
    "AxisStanding",
    "Bank",
    "BrokenStandingError",
    "BrokenStateError",
    "Change",
    "Changes",
    "Dropped",
    "Estimate",
    "Event",
    "FacetIdeal",
    "FacetStanding",
    "Focus",
    "Gap",
    "Item",
    "Levels",
    "OtherVersionError",
    "Region",
    "Standing",
    "State",
    "UnknownItemError",
    "Wished",
    "advance",
    "anchored",
    "answer",
    "changes",
    "choose",
    "correlations",
    "dropped",
    "fit",
    "from_bytes",
    "greedy",
    "heard",
    "ideals",
    "levels",
    "rebuild",
    "rotation",
    "standing",
    "start",
    "to_bytes",
]
