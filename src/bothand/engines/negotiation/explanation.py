"""Why an outcome is good for one person, from that person's own answers and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bothand.engines.negotiation.deal import Deal, Issue, Outcome, Preferences, take_outcome
from bothand.engines.negotiation.result import Range, negotiate

ReasonId = Literal["best", "given", "indifferent", "closed", "bonus"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that an outcome means to its reader, in the units of the reader's own utility.

    - best: the reader's best option of `issue`; `points` is what it is worth over their worst one there.
    - given: another option is better for the reader; `points` is what it would be worth over this one, and
      `better` the best of them.
    - indifferent: all options of `issue` are worth the same to the reader; `points` is 0.
    - closed: this option is one that the reader ruled out (never so in an agreement).
    - bonus: this option together with `option_too` of `issue_too`; `points` is the bonus, below zero a loss.
    """

    id: ReasonId
    issue: int
    option: int
    points: int
    better: int | None = None
    issue_too: int | None = None
    option_too: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The utility of an outcome to its reader, beside the reservation value and the reader's own range (own nevers
    left out; None where the reader has ruled out every option of an issue), and why.

    Reasons stand in the order in which they could be told: what was got, the most first; what was given,
    the least first; then the rest.
    """

    name: str
    utility: int
    reservation_value: int
    range: Range | None
    reasons: tuple[Reason, ...]


def explain(issues: Sequence[Issue], reader: Preferences, outcome: Outcome) -> Explanation:
    """Explain `outcome` to `reader`. The other person's answers are no argument, so none of them can leak.

    >>> issues = (Issue("evenings", ("in", "out")), Issue("Sundays", ("hike", "sleep")))
    >>> told = explain(issues, Preferences("Alex", (5, 1), ((9, 1), (4, 6))), (0, 0))
    >>> told.utility, told.range, [(reason.id, reason.points) for reason in told.reasons]
    (49, (9, 51), [('best', 40), ('given', 2)])
    """
    outcome = take_outcome(issues, outcome)
    mirror = replace(reader, name=f"{reader.name} again")
    own_range = negotiate(Deal(tuple(issues), (reader, mirror))).ranges
    reasons = [_about(reader, issue, option) for issue, option in enumerate(outcome)]
    got = sorted((reason for reason in reasons if reason.id == "best"), key=lambda reason: -reason.points)
    given = sorted((reason for reason in reasons if reason.id == "given"), key=lambda reason: reason.points)
    rest = [reason for reason in reasons if reason.id not in ("best", "given")]
    bonuses = [
        Reason("bonus", *pair.one, pair.bonus, issue_too=pair.other[0], option_too=pair.other[1])
        for pair in reader.only_if
        if pair.bonus and reader.has(outcome, pair)
    ]
    return Explanation(
        reader.name,
        reader.utility(outcome),
        reader.reservation_value,
        own_range[0] if own_range else None,
        (*got, *given, *bonuses, *rest),
    )


def _about(reader: Preferences, issue: int, option: int) -> Reason:
    """One issue by itself, bonuses left aside."""
    if (issue, option) in reader.never:
        return Reason("closed", issue, option, 0)
    utilities = {
        other: reader.weights[issue] * rating
        for other, rating in enumerate(reader.ratings[issue])
        if (issue, other) not in reader.never
    }
    best = max(utilities, key=lambda other: utilities[other])
    if utilities[option] < utilities[best]:
        return Reason("given", issue, option, utilities[best] - utilities[option], better=best)
    spread = utilities[best] - min(utilities.values())
    return Reason("best" if spread else "indifferent", issue, option, spread)
