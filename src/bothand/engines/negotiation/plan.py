"""The order in which issues are settled, so that few of them have to be held open at once.

Two issues hang together where somebody's bonus names both. An issue is held open from the step at which it is
settled until every issue that hangs together with it is settled too; the work grows with the product of the
sizes of those held open. This is variable elimination (Bertele and Brioschi 1972; Dechter 1999) along a
line of steps; the order is found greedily, from several first issues.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from bothand.engines.negotiation.errors import TooLargeError

MOST_STATES = 20_000
"""How many combinations of options held open, with those of the issue settled next, may be told apart at
once.
"""

STARTS = 6
"""From how many first issues, those with the fewest links, an order is looked for."""


@dataclass(frozen=True, slots=True)
class Step:
    """One issue settled: the issues held open before and after it, each in the order in which they were
    opened.
    """

    issue: int
    before: tuple[int, ...]
    after: tuple[int, ...]


def plan(sizes: Sequence[int], links: Mapping[int, frozenset[int]]) -> tuple[Step, ...]:
    """Steps for the issues that hang together with others, group by group, each along a cheap order.

    `sizes` is the number of options per issue and `links` the issues that hang together with each
    (symmetric). Raises `TooLargeError` where more than `MOST_STATES` combinations would be held open.

    >>> ring = {0: frozenset({1, 3}), 1: frozenset({0, 2}), 2: frozenset({1, 3}), 3: frozenset({0, 2})}
    >>> [step.after for step in plan((5, 5, 5, 5, 5), ring)]
    [(0,), (0, 1), (0, 2), ()]
    """
    steps: list[Step] = []
    for group in _groups(links):
        firsts = sorted(group, key=lambda issue: (len(links[issue]), issue))[:STARTS]
        orders = (_greedy(first, group, sizes, links) for first in firsts)
        best = min(orders, key=lambda steps: _cost(steps, sizes))
        if _cost(best, sizes) > MOST_STATES:
            raise TooLargeError(
                f"{len(group)} issues hang together by bonuses in too tangled a way: "
                f"{_cost(best, sizes):,} combinations would have to be held open, "
                f"at most {MOST_STATES:,} can be"
            )
        steps += best
    return tuple(steps)


def _groups(links: Mapping[int, frozenset[int]]) -> list[list[int]]:
    """The issues of `links`, parted into those that hang together, directly or through others."""
    groups, seen = [], set[int]()
    for first in sorted(links):
        if first in seen:
            continue
        group, waiting = [], [first]
        seen.add(first)
        while waiting:
            issue = waiting.pop()
            group.append(issue)
            fresh = links[issue] - seen
            seen |= fresh
            waiting += sorted(fresh)
        groups.append(sorted(group))
    return groups


def _greedy(
    first: int, group: list[int], sizes: Sequence[int], links: Mapping[int, frozenset[int]]
) -> list[Step]:
    """Settle `first`, then always the issue after which the least is held open (ties: the earlier in the
    file).
    """
    steps = [Step(first, (), (first,))]
    left = set(group) - {first}
    while left:
        held = steps[-1].after
        near = {issue for one in held for issue in links[one]} & left
        options = [(_after(held, issue, left, links), issue) for issue in sorted(near)]
        after, issue = min(options, key=lambda option: (prod(sizes[one] for one in option[0]), option[1]))
        steps.append(Step(issue, held, after))
        left.remove(issue)
    return steps


def _after(
    held: tuple[int, ...], issue: int, left: set[int], links: Mapping[int, frozenset[int]]
) -> tuple[int, ...]:
    still = left - {issue}
    return tuple(one for one in (*held, issue) if links[one] & still)


def _cost(steps: list[Step], sizes: Sequence[int]) -> int:
    """The largest number of combinations told apart in any step, the issue being settled included."""
    return max(prod(sizes[one] for one in (*step.before, step.issue)) for step in steps)
