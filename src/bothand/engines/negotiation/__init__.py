"""What fulfils both: exact negotiation of several issues between two people.

Each answers alone: weights, ratings, nevers, bonuses, what no agreement is worth. `negotiate` finds every
efficient agreement and what each rule of fairness picks; `check` proves it; `explain` tells one person why,
from their own answers; `sensitivity`, `open_again` and `disclosure` say how firm it is, what could be
opened again, and what it gives away. Methods, formulas and sources stand in docs/methods/negotiation.md.
"""

from bothand.engines.negotiation.deal import Choice, Deal, Issue, OnlyIf, Outcome, Side
from bothand.engines.negotiation.disclosure import Disclosure, disclosure
from bothand.engines.negotiation.errors import BadDealError, NotProvedError, TooLargeError
from bothand.engines.negotiation.explain import Explanation, Reason, explain
from bothand.engines.negotiation.proof import check
from bothand.engines.negotiation.reopen import Reopening, open_again
from bothand.engines.negotiation.result import Package, Result, negotiate
from bothand.engines.negotiation.sensitivity import Sensitivity, Turn, sensitivity

__all__ = [
    "BadDealError",
    "Choice",
    "Deal",
    "Disclosure",
    "Explanation",
    "Issue",
    "NotProvedError",
    "OnlyIf",
    "Outcome",
    "Package",
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
    "negotiate",
    "open_again",
    "sensitivity",
]
