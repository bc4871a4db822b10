"""Proof of a result, by a slower way that shares nothing with the fast one but the deal.

Plain Python integers, dictionaries instead of packed keys, shares as fractions, each rule by its definition.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from bothand.engines.negotiation.deal import Deal
from bothand.engines.negotiation.errors import NotProvedError, TooLargeError
from bothand.engines.negotiation.result import Package, Range, Result

MOST_SUMS = 5_000_000
"""How many sums a proof may take; that many are some ten seconds."""

Claim = Literal["worths", "agreements", "strict", "ranges", "efficient", "whole", "ties", "rules"]

Counted = dict[int, tuple[int, int]]
"""Per worth of the first person: the greatest worth of the second, and how many outcomes have both."""


def check(result: Result) -> tuple[Claim, ...]:
    """Prove what `result` claims, and return the claims; raises `NotProvedError` for the first that fails.

    worths: each package is worth what it says. agreements: none holds a never or is worse than no agreement.
    strict: along the frontier one worth rises and the other falls. ranges: the lowest and highest worths
    are those. efficient: nothing beats a package of the frontier. whole: nothing efficient is missing.
    ties: the counts are right. rules: each pick is best under its rule. Raises `TooLargeError` beyond
    `MOST_SUMS`.

    >>> from bothand.engines.negotiation import Deal, Issue, Side, negotiate
    >>> issues = (Issue("home", ("city", "village")),)
    >>> check(negotiate(Deal(issues, (Side("Alex", (1,), ((8, 3),)), Side("Sam", (1,), ((2, 9),))))))
    ('worths', 'agreements', 'strict', 'ranges', 'efficient', 'whole', 'ties', 'rules')
    """
    deal, frontier = result.deal, result.frontier
    ranges, truth = _all_sums(deal) if all(deal.open_options()) else (None, {})
    floors = (deal.sides[0].no_agreement, deal.sides[1].no_agreement)
    agreed = {a: found for a, found in truth.items() if a >= floors[0] and found[0] >= floors[1]}
    found = {package.worth: package for package in frontier}
    claims: dict[Claim, bool] = {
        "worths": all(
            package.worth == tuple(side.worth(package.outcome) for side in deal.sides) for package in frontier
        ),
        "agreements": all(deal.allows(package.outcome) for package in frontier),
        "strict": all(
            one.worth[0] < two.worth[0] and one.worth[1] > two.worth[1] for one, two in pairwise(frontier)
        ),
        "ranges": result.ranges == ranges,
        "efficient": all(agreed.get(a, (None,))[0] == b for a, b in found),
        "whole": all((a, b) in found for a, (b, _) in agreed.items()),
        "ties": all(
            package.ties == agreed[package.worth[0]][1] for package in frontier if package.worth[0] in agreed
        ),
        "rules": _rules_hold(result, floors),
    }
    for claim, holds in claims.items():
        if not holds:
            raise NotProvedError(claim)
    return tuple(claims)


def _all_sums(deal: Deal) -> tuple[tuple[Range, Range], Counted]:
    """Both ranges, and the frontier without regard to no agreement, settling the issues in the file's order.

    A state is what was chosen in the issues that bonuses tie to a later one.
    """
    partners: dict[int, set[int]] = {issue: set() for issue in range(len(deal.issues))}
    for side in deal.sides:
        for pair in side.only_if:
            partners[pair.one[0]].add(pair.other[0])
            partners[pair.other[0]].add(pair.one[0])
    states: dict[tuple[tuple[int, int], ...], tuple[list[int], Counted]] = {(): ([0, 0, 0, 0], {0: (0, 1)})}
    sums = 0
    for issue, options in enumerate(deal.open_options()):
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
    side = deal.sides[who]
    total = side.weights[issue] * side.ratings[issue][option]
    for pair in side.only_if:
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
            is result.utilitarian
            is None
        )
    most = [max(package.worth[who] for package in frontier) - floors[who] for who in (0, 1)]

    def shares(package: Package) -> list[Fraction]:
        gains = [package.worth[who] - floors[who] for who in (0, 1)]
        return [Fraction(gain, top) if top else Fraction(1) for gain, top in zip(gains, most, strict=True)]

    def order(package: Package) -> tuple[Fraction, Fraction, tuple[int, ...]]:
        low, high = sorted(shares(package))
        return -low, -high, package.outcome

    def best(score: Callable[[Package], Fraction | int]) -> Package:
        return min(frontier, key=lambda package: (-score(package), order(package)))

    ordered = sorted(frontier, key=order)
    return (
        result.leximin == ordered[0]
        and result.runner_up == (ordered[1] if len(ordered) > 1 else None)
        and result.nash
        == best(lambda package: (package.worth[0] - floors[0]) * (package.worth[1] - floors[1]))
        and result.kalai_smorodinsky == best(lambda package: min(shares(package)))
        and result.utilitarian == best(lambda package: sum(package.worth))
    )
