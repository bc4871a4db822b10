"""What fulfils both: exact negotiation of several issues between two people.

Each answers alone: weights, ratings, nevers, bonuses, the reservation value. `negotiate` finds every
efficient agreement and what each rule of fairness picks; `check` proves it; `explain` tells one person why,
from their own answers; `sensitivity`, `find_reopenings` and `disclosure` say how firm it is, what could be
opened again, and what it gives away. Methods, formulas and sources stand in docs/methods/negotiation.md.
"""

from bothand.engines.negotiation.deal import Choice, Deal, Issue, OnlyIf, Outcome, Preferences
from bothand.engines.negotiation.disclosure import Disclosure, disclosure
from bothand.engines.negotiation.errors import BadDealError, NotProvedError, TooLargeError
from bothand.engines.negotiation.explanation import Explanation, Reason, explain
from bothand.engines.negotiation.openings import Reopening, find_reopenings
from bothand.engines.negotiation.proof import check
from bothand.engines.negotiation.result import Agreement, Result, negotiate
from bothand.engines.negotiation.sensitivity import Sensitivity, Turn, sensitivity
from bothand.engines.side import Side

__all__ = [
    "Agreement",
    "BadDealError",
    "Choice",
    "Deal",
    "Disclosure",
    "Explanation",
    "Issue",
    "NotProvedError",
    "OnlyIf",
    "Outcome",
    "Preferences",
    "Reason",
    "Reopening",
    "Result",
    "Sensitivity",
    "Side",
    "TooLargeError",
    "Turn",
    "check",
    "disclosure",
    "explain",
    "find_reopenings",
    "negotiate",
    "sensitivity",
]
