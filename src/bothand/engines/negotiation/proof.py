"""Proof of a result, by a slower way that shares nothing with the fast one but the deal.

Plain Python integers, dictionaries instead of packed keys, shares as fractions, each rule by its definition.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from bothand.engines.negotiation.deal import Deal
from bothand.engines.negotiation.errors import NotProvedError, TooLargeError
from bothand.engines.negotiation.result import Agreement, Range, Result

MOST_SUMS = 5_000_000
"""How many sums a proof may take; that many are some ten seconds."""

Claim = Literal["utilities", "agreements", "strict", "ranges", "efficient", "whole", "ties", "rules"]

Counted = dict[int, tuple[int, int]]
"""Per utility of the first person: the greatest of the second, and how many outcomes have both."""


def check(result: Result) -> tuple[Claim, ...]:
    """Prove what `result` claims, and return the claims; raises `NotProvedError` for the first that fails.

    utilities: each agreement has the utilities it says. agreements: none holds a never or is below a reservation value.
    strict: along the frontier one utility rises and the other falls. ranges: the lowest and highest utilities
    are those. efficient: nothing beats an agreement of the frontier. whole: nothing efficient is missing.
    ties: the counts are right. rules: each pick is best under its rule. Raises `TooLargeError` beyond
    `MOST_SUMS`.

    >>> from bothand.engines.negotiation import Deal, Issue, Preferences, negotiate
    >>> issues = (Issue("home", ("city", "village")),)
    >>> check(negotiate(Deal(issues, (Preferences("Alex", (1,), ((8, 3),)), Preferences("Sam", (1,), ((2, 9),))))))
    ('utilities', 'agreements', 'strict', 'ranges', 'efficient', 'whole', 'ties', 'rules')
    """
    deal, frontier = result.deal, result.frontier
    ranges, truth = _all_sums(deal) if all(deal.list_open_options()) else (None, {})
    floors = (deal.preferences[0].reservation_value, deal.preferences[1].reservation_value)
    agreed = {a: found for a, found in truth.items() if a >= floors[0] and found[0] >= floors[1]}
    found = {agreement.utility: agreement for agreement in frontier}
    claims: dict[Claim, bool] = {
        "utilities": all(
            agreement.utility == tuple(person.utility(agreement.outcome) for person in deal.preferences)
            for agreement in frontier
        ),
        "agreements": all(deal.is_agreement(agreement.outcome) for agreement in frontier),
        "strict": all(
            one.utility[0] < two.utility[0] and one.utility[1] > two.utility[1]
            for one, two in pairwise(frontier)
        ),
        "ranges": result.ranges == ranges,
        "efficient": all(agreed.get(a, (None,))[0] == b for a, b in found),
        "whole": all((a, b) in found for a, (b, _) in agreed.items()),
        "ties": all(
            agreement.ties == agreed[agreement.utility[0]][1]
            for agreement in frontier
            if agreement.utility[0] in agreed
        ),
        "rules": _rules_hold(result, floors),
    }
    for claim, holds in claims.items():
        if not holds:
            raise NotProvedError(claim)
    return tuple(claims)


def _all_sums(deal: Deal) -> tuple[tuple[Range, Range], Counted]:
    """Both ranges, and the frontier without regard to reservation values, settling the issues in the file's order.

    A state is what was chosen in the issues that bonuses tie to a later one.
    """
    partners: dict[int, set[int]] = {issue: set() for issue in range(len(deal.issues))}
    for person in deal.preferences:
        for pair in person.only_if:
            partners[pair.one[0]].add(pair.other[0])
            partners[pair.other[0]].add(pair.one[0])
    states: dict[tuple[tuple[int, int], ...], tuple[list[int], Counted]] = {(): ([0, 0, 0, 0], {0: (0, 1)})}
    sums = 0
    for issue, options in enumerate(deal.list_open_options()):
        grown: dict[tuple[tuple[int, int], ...], tuple[list[int], Counted]] = {}
        for state, (reach, points) in states.items():
            for option in options:
                sums += len(points)
                if sums > MOST_SUMS:
                    raise TooLargeError(f"a proof would take more than {MOST_SUMS:,} sums")
                gain = [_added(deal, who, dict(state), issue, option) for who in (0, 1)]
                after = tuple(
                    pair for pair in (*state, (issue, option)) if max(partners[pair[0]], default=-1) > issue
                )
                moved = [reach[0] + gain[0], reach[1] + gain[0], reach[2] + gain[1], reach[3] + gain[1]]
                if after not in grown:
                    grown[after] = (moved, {})
                else:
                    old = grown[after][0]
                    old[:] = [
                        pick(pair) for pick, pair in zip(_ENDS, zip(old, moved, strict=True), strict=True)
                    ]
                _add_points(grown[after][1], points, gain)
        states = {state: (reach, _improving(points)) for state, (reach, points) in grown.items()}
    reach, points = states[()]
    return ((reach[0], reach[1]), (reach[2], reach[3])), points


_ENDS: tuple[Callable[[tuple[int, int]], int], ...] = (min, max, min, max)


def _added(deal: Deal, who: int, chosen: Mapping[int, int], issue: int, option: int) -> int:
    person = deal.preferences[who]
    total = person.weights[issue] * person.ratings[issue][option]
    for pair in person.only_if:
        for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
            if here == (issue, option) and chosen.get(there[0]) == there[1]:
                total += pair.bonus
    return total


def _add_points(into: Counted, points: Counted, gain: list[int]) -> None:
    for a, (b, count) in points.items():
        a, b = a + gain[0], b + gain[1]
        best, counted = into.get(a, (b, 0))
        into[a] = (b, count) if b > best else (best, counted + count if b == best else counted)


def _improving(points: Counted) -> Counted:
    kept: Counted = {}
    best = None
    for a in sorted(points, reverse=True):
        if best is None or points[a][0] > best:
            best = points[a][0]
            kept[a] = points[a]
    return kept


def _rules_hold(result: Result, floors: tuple[int, int]) -> bool:
    """Each pick by its definition, over the whole frontier."""
    frontier = result.frontier
    if not frontier:
        return (
            result.leximin
            is result.runner_up
            is result.nash
            is result.kalai_smorodinsky
            is result.egalitarian
            is result.utilitarian
            is None
        )
    most = [max(agreement.utility[who] for agreement in frontier) - floors[who] for who in (0, 1)]

    def gains(agreement: Agreement) -> list[int]:
        return [agreement.utility[who] - floors[who] for who in (0, 1)]

    def shares(agreement: Agreement) -> list[Fraction]:
        return [
            Fraction(gain, top) if top else Fraction(1)
            for gain, top in zip(gains(agreement), most, strict=True)
        ]

    def order(agreement: Agreement) -> tuple[Fraction, Fraction, tuple[int, ...]]:
        low, high = sorted(shares(agreement))
        return -low, -high, agreement.outcome

    def best(score: Callable[[Agreement], Fraction | int]) -> Agreement:
        return min(frontier, key=lambda agreement: (-score(agreement), order(agreement)))

    equal = max(min(gains(agreement)) for agreement in frontier)
    with_it = [agreement for agreement in frontier if min(gains(agreement)) == equal]
    ordered = sorted(frontier, key=order)
    return (
        result.leximin == ordered[0]
        and result.runner_up == (ordered[1] if len(ordered) > 1 else None)
        and result.nash
        == best(lambda agreement: (agreement.utility[0] - floors[0]) * (agreement.utility[1] - floors[1]))
        and result.kalai_smorodinsky == best(lambda agreement: min(shares(agreement)))
        and result.egalitarian
        == min(with_it, key=lambda agreement: (-max(gains(agreement)), order(agreement)))
        and result.utilitarian == best(lambda agreement: sum(agreement.utility))
    )
