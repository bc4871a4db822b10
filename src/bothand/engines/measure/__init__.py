"""measure: an honest check-in for one person.

Any facets that drift between check-ins, answers on any scale, quirks of items; which items to ask next; where a person stands
in answers, and how surely; what changed beyond noise; how the actual fits the ideal. It is a mirror and no diagnosis. A normal
model with a mean of the person's own; method, sources and measured coverage: docs/methods/measure.md.

>>> bank = Bank.of(Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in FACET_NAMES for n in range(10))
>>> state = start()
>>> for item in choose(state, bank, day=0, count=FIRST_VISIT):
...     state = answer(state, bank, 0, item, 4)
>>> now = standing(state, bank, day=7)
>>> now.check()
>>> now.axes[0].name, 1 < now.axes[0].answer.low < now.axes[0].answer.high < 5
('togetherness', True)

Facets, axes and answers of one's own, and items' numbers from people's answers:

>>> attachment = Questionnaire(("avoidance", "anxiety"), answers=7)
>>> own = Bank.of([Item("q1", "avoidance", 1), Item("q2", "anxiety", -1)], attachment)
>>> round(standing(answer(start(), own, 0, "q1", 7), own).facet("avoidance").answer.value, 1)
7.0

`calibrate` says how to get the numbers. Days are whole numbers (say, `date.toordinal()`); the engine knows no clock, no dice
and no disk.
"""

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.calibrate import LEAST_PEOPLE, Calibration, calibrate
from bothand.engines.measure.change import FIRM, FIRM_AMONG_MANY, Change, Changes, changes
from bothand.engines.measure.choose import FIRST_VISIT, WEEKLY, Focus, choose
from bothand.engines.measure.history import Anchored, Answered, Dropped, Event, heard, rebuild
from bothand.engines.measure.ideal import FacetIdeal, Gap, Wished, fit, ideals
from bothand.engines.measure.items import Bank, Item, UnknownItemError
from bothand.engines.measure.questionnaire import FACET_NAMES, RELATIONSHIP, Axis, Questionnaire
from bothand.engines.measure.standing import (
    AxisStanding,
    BrokenStandingError,
    Estimate,
    FacetStanding,
    Region,
    Standing,
    TwoAxes,
    standing,
)
from bothand.engines.measure.state import (
    MAX_ANCHORS,
    MAX_ITEMS,
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

__all__ = [
    "DEFAULT",
    "FACET_NAMES",
    "FIRM",
    "FIRM_AMONG_MANY",
    "FIRST_VISIT",
    "LEAST_PEOPLE",
    "MAX_ANCHORS",
    "MAX_ITEMS",
    "RELATIONSHIP",
    "VERSION",
    "WEEKLY",
    "Anchor",
    "Anchored",
    "Answered",
    "Assumptions",
    "Axis",
    "AxisStanding",
    "Bank",
    "BrokenStandingError",
    "BrokenStateError",
    "Calibration",
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
    "OtherVersionError",
    "Questionnaire",
    "Region",
    "Standing",
    "State",
    "TwoAxes",
    "UnknownItemError",
    "Wished",
    "advance",
    "anchored",
    "answer",
    "calibrate",
    "changes",
    "choose",
    "dropped",
    "fit",
    "from_bytes",
    "heard",
    "ideals",
    "rebuild",
    "standing",
    "start",
    "to_bytes",
]
