"""Our engine and NegMAS in turn on the same deals, in the peers' interpreter: JSON in, JSON out.

`python -m benchmarks.peers.negmas_peer < {"issues": 5, "options": 5, "seeds": 8, "floor": 0.4}`
"""

import json
import sys
import time
import warnings
from fractions import Fraction
from typing import Any

import numpy as np

from benchmarks.negotiation import best_time, make_deal, peak
from bothand.engines.negotiation import Deal, negotiate

Worth = tuple[int, int]


def theirs(deal: Deal, *, scaled: bool = False) -> dict[str, Any]:
    """Frontier, Nash and Kalai-Smorodinsky points by NegMAS; `scaled` to weights that add up to 1, as is usual."""
    from negmas import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.ops import ks_points, nash_points, pareto_frontier

    issues = [make_issue(list(range(len(issue.options))), issue.name) for issue in deal.issues]
    space = make_os(issues)
    utilities = []
    for person in deal.preferences:
        unit = 10 * sum(person.weights) if scaled else 1
        utilities.append(
            LinearAdditiveUtilityFunction(
                values={
                    issue.name: dict(enumerate(row))
                    for issue, row in zip(deal.issues, person.ratings, strict=True)
                },
                weights={
                    issue.name: weight / unit
                    for issue, weight in zip(deal.issues, person.weights, strict=True)
                },
                outcome_space=space,
                reserved_value=person.reservation_value / unit,
            )
        )
    frontier, places = pareto_frontier(utilities, issues=issues)
    return {
        "frontier": frontier,
        "places": places,
        "nash": nash_points(utilities, frontier, outcome_space=space),
        "ks": ks_points(utilities, frontier, outcome_space=space),
    }


class Truth:
    """Every outcome looked at, without either library."""

    def __init__(self, deal: Deal) -> None:
        totals = []
        for person in deal.preferences:
            total = np.zeros(1, dtype=np.int64)
            for weight, row in zip(person.weights, person.ratings, strict=True):
                total = (total[:, None] + weight * np.array(row)).ravel()
            totals.append(total)
        self.totals = totals
        self.floor: Worth = (deal.preferences[0].reservation_value, deal.preferences[1].reservation_value)
        agreed = (totals[0] >= self.floor[0]) & (totals[1] >= self.floor[1])
        utilities = sorted(
            set(zip(totals[0][agreed].tolist(), totals[1][agreed].tolist(), strict=True)), reverse=True
        )
        self.frontier: list[Worth] = []
        for utility in utilities:
            if not self.frontier or utility[1] > self.frontier[-1][1]:
                self.frontier.append(utility)
        self.most = [max(utility[who] for utility in utilities) - self.floor[who] for who in (0, 1)]

    def shares(self, utility: Worth) -> list[Fraction]:
        return [
            Fraction(utility[who] - self.floor[who], self.most[who]) if self.most[who] else Fraction(1)
            for who in (0, 1)
        ]

    def is_nash(self, utility: Worth, floor: Worth | None = None) -> bool:
        low = floor or self.floor

        def product(other: Worth) -> int:
            return (other[0] - low[0]) * (other[1] - low[1])

        return product(utility) == max(map(product, self.frontier))

    def is_ks(self, utility: Worth) -> bool:
        return min(self.shares(utility)) == max(min(self.shares(other)) for other in self.frontier)


def compare(deal: Deal, peer: dict[str, Any]) -> dict[str, bool]:
    """Which claims of both libraries hold; `peer` is what NegMAS found."""
    truth = Truth(deal)
    ours = negotiate(deal)
    frontier = [(round(a), round(b)) for a, b in peer["frontier"]]
    assert ours.nash is not None
    assert ours.kalai_smorodinsky is not None
    scaled = theirs(deal, scaled=True)
    scaled_worths = [(int(truth.totals[0][place]), int(truth.totals[1][place])) for place in scaled["places"]]
    nash, ks = frontier[peer["nash"][0][1]], frontier[peer["ks"][0][1]]

    # NegMAS takes a no agreement below the worst outcome as that worst outcome.
    raised = tuple(
        max(floor, int(total.min())) for floor, total in zip(truth.floor, truth.totals, strict=True)
    )

    def difference(utility: Worth) -> float:
        shares = [
            (gained - low) / (int(total.max()) - low)
            for gained, low, total in zip(utility, raised, truth.totals, strict=True)
        ]
        return abs(shares[0] - shares[1])

    return {
        "ours_right": [package.utility for package in ours.frontier] == truth.frontier[::-1]
        and truth.is_nash(ours.nash.utility)
        and truth.is_ks(ours.kalai_smorodinsky.utility),
        "frontier": sorted(frontier) == truth.frontier[::-1],
        "frontier_scaled": sorted(scaled_worths) == truth.frontier[::-1],
        "nash": truth.is_nash(nash),
        "nash_raised": truth.is_nash(nash, (raised[0], raised[1])),
        "ks": truth.is_ks(ks),
        "ks_smallest_difference": difference(ks) <= min(map(difference, truth.frontier)) + 1e-9,
    }


def main() -> None:
    warnings.simplefilter("ignore")
    asked = json.loads(sys.stdin.read())
    issues, options, floor = asked["issues"], asked["options"], asked["floor"]
    theirs(make_deal(2, 2, 0))
    deals = [make_deal(issues, options, seed, floor=floor) for seed in range(asked["seeds"])]
    found: dict[str, Any] = {"deals": len(deals), "ours_ms": [], "theirs_ms": []}
    for deal in deals:
        first = best_time(lambda deal=deal: negotiate(deal), 15)
        start = time.perf_counter()
        peer = theirs(deal)
        found["theirs_ms"].append((time.perf_counter() - start) * 1000)
        found["ours_ms"].append(min(first, best_time(lambda deal=deal: negotiate(deal), 15)))
        for claim, holds in compare(deal, peer).items():
            found[claim] = found.get(claim, 0) + int(holds)
    found["ours_mb"], found["theirs_mb"] = peak(lambda: negotiate(deals[0])), peak(lambda: theirs(deals[0]))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
