"""An independent look at every outcome, in fractions, and deals to try it on."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np
from hypothesis import strategies as st

from bothand.engines.negotiation import Deal, Issue, OnlyIf, Preferences


@dataclass(frozen=True, slots=True)
class Brute:
    ranges: tuple | None
    frontier: list
    leximin: tuple | None
    runner_up: tuple | None
    nash: tuple | None
    kalai_smorodinsky: tuple | None
    egalitarian: tuple | None
    utilitarian: tuple | None


def utility(person, outcome):
    total = sum(person.weights[i] * person.ratings[i][o] for i, o in enumerate(outcome))
    for pair in person.only_if:
        if outcome[pair.one[0]] == pair.one[1] and outcome[pair.other[0]] == pair.other[1]:
            total += pair.bonus
    return total


def brute(deal):
    """Every package as (outcome, worths, ties)."""
    nevers = deal.preferences[0].never | deal.preferences[1].never
    outcomes = [
        outcome
        for outcome in product(*(range(len(issue.options)) for issue in deal.issues))
        if not any(choice in nevers for choice in enumerate(outcome))
    ]
    utilities = [tuple(utility(person, outcome) for person in deal.preferences) for outcome in outcomes]
    if not outcomes:
        return Brute(None, [], None, None, None, None, None, None)
    ranges = tuple((min(w[who] for w in utilities), max(w[who] for w in utilities)) for who in (0, 1))
    floor = tuple(person.reservation_value for person in deal.preferences)
    agreed = [
        pair
        for pair in zip(outcomes, utilities, strict=True)
        if all(w >= f for w, f in zip(pair[1], floor, strict=True))
    ]
    ties = Counter(w for _, w in agreed)
    firsts = {}
    for outcome, w in agreed:
        firsts.setdefault(w, outcome)
    efficient, best_other = [], None
    for w in sorted(firsts, reverse=True):
        if best_other is None or w[1] > best_other:
            efficient.append(w)
            best_other = w[1]
    frontier = [(firsts[w], w, ties[w]) for w in sorted(efficient)]
    if not frontier:
        return Brute(ranges, [], None, None, None, None, None, None)
    most = [max(w[who] for _, w in agreed) - floor[who] for who in (0, 1)]

    def shares(w):
        return [Fraction(w[who] - floor[who], most[who]) if most[who] else Fraction(1) for who in (0, 1)]

    def leximin_key(point):
        low, high = sorted(shares(point[1]))
        return -low, -high, point[0]

    def best(score):
        top = max(score(point[1]) for point in frontier)
        return min((point for point in frontier if score(point[1]) == top), key=leximin_key)

    ordered = sorted(frontier, key=leximin_key)
    # Kalai-Smorodinsky: the greatest equal share t over all agreements, then what no agreement with both >= t beats
    t = max(min(shares(w)) for w in firsts)
    above = [point for point in frontier if min(shares(point[1])) >= t]
    # Egalitarian: the greatest gain g that both can be given over all agreements, then what none with both >= g beats
    g = max(min(w[who] - floor[who] for who in (0, 1)) for w in firsts)
    with_it = [point for point in frontier if min(point[1][who] - floor[who] for who in (0, 1)) >= g]
    most_beside = max(max(w[who] - floor[who] for who in (0, 1)) for _, w, _ in with_it)
    equal = [point for point in with_it if max(point[1][who] - floor[who] for who in (0, 1)) == most_beside]
    return Brute(
        ranges,
        frontier,
        ordered[0],
        ordered[1] if len(ordered) > 1 else None,
        best(lambda w: (w[0] - floor[0]) * (w[1] - floor[1])),
        min(above, key=leximin_key),
        min(equal, key=leximin_key),
        best(sum),
    )


@st.composite
def deals(draw, most_outcomes=400, bonuses=True):
    """Small deals in which ties, nevers, negative bonuses and high no-agreement are all common."""
    sizes = []
    for _ in range(draw(st.integers(1, 5))):
        size = draw(st.integers(1, 4))
        if int(np.prod([*sizes, size])) <= most_outcomes:
            sizes.append(size)
    issues = tuple(Issue(f"i{n}", tuple(f"o{m}" for m in range(size))) for n, size in enumerate(sizes))
    choices = [(i, o) for i, size in enumerate(sizes) for o in range(size)]
    top = draw(st.sampled_from([1, 3, 10]))
    preferences = []
    for name in ("Alex", "Sam"):
        pairs = ()
        if bonuses and len(sizes) > 1:
            pairs = draw(st.lists(_pair(choices), max_size=5))
        never = (
            draw(st.frozensets(st.sampled_from(choices), max_size=3)) if draw(st.booleans()) else frozenset()
        )
        person = Preferences(
            name,
            tuple(draw(st.integers(0, top)) for _ in sizes),
            tuple(tuple(draw(st.integers(0, top)) for _ in range(size)) for size in sizes),
            never,
            0,
            tuple(pairs),
        )
        floor = draw(st.sampled_from([None, 0.3, 0.6, 0.9]))
        if floor is not None:
            most = sum(w * max(r) for w, r in zip(person.weights, person.ratings, strict=True))
            person = Preferences(
                name, person.weights, person.ratings, never, int(most * floor), person.only_if
            )
        preferences.append(person)
    return Deal(issues, (preferences[0], preferences[1]))


@st.composite
def _pair(draw, choices):
    one = draw(st.sampled_from(choices))
    others = [choice for choice in choices if choice[0] != one[0]]
    return OnlyIf(one, draw(st.sampled_from(others)), draw(st.integers(-25, 25)))


def seeded_deal(seed):
    """A small deal of one of many makes, quick to draw: few different worths (ties) or many, nevers, bonuses."""
    dice = np.random.default_rng(seed)
    sizes = dice.integers(1, 5, dice.choice([1, 2, 3, 4, 5, 6])).tolist()
    while np.prod(sizes) > 200:
        sizes.pop()
    top = int(dice.choice([1, 3, 10, 10]))
    opposed = dice.random() < 0.5
    issues = tuple(Issue(f"i{n}", tuple(f"o{m}" for m in range(size))) for n, size in enumerate(sizes))
    preferences = []
    for name in ("Alex", "Sam"):
        weights = tuple(dice.integers(0, top + 1, len(sizes)).tolist())
        ratings = tuple(tuple(dice.integers(0, top + 1, size).tolist()) for size in sizes)
        if opposed and preferences:
            ratings = tuple(tuple(top - rating for rating in row) for row in preferences[0].ratings)
        never = frozenset(
            (n, m)
            for n, size in enumerate(sizes)
            for m in range(size)
            if dice.random() < dice.choice([0, 0, 0.2])
        )
        pairs = []
        for _ in range(int(dice.choice([0, 0, 1, 4])) if len(sizes) > 1 else 0):
            one, other = dice.choice(len(sizes), 2, replace=False).tolist()
            choices = ((one, int(dice.integers(sizes[one]))), (other, int(dice.integers(sizes[other]))))
            pairs.append(OnlyIf(*choices, int(dice.integers(-3 * top, 3 * top + 1))))
        best = sum(weight * max(row) for weight, row in zip(weights, ratings, strict=True))
        floor = int(best * dice.choice([0, 0, 0, 0.3, 0.8]))
        preferences.append(Preferences(name, weights, ratings, never, floor, tuple(pairs)))
    return Deal(issues, (preferences[0], preferences[1]))


def random_deal(issues, options, seed, *, opposed=False, ring=0):
    """A deal of `issues` x `options` with weights 1 to 10 and ratings 0 to 10."""
    dice = np.random.default_rng(seed)
    names = tuple(Issue(f"issue {n}", tuple(f"option {m}" for m in range(options))) for n in range(issues))
    weights = dice.integers(1, 11, (2, issues)).tolist()
    ratings = dice.integers(0, 11, (2, issues, options)).tolist()
    if opposed:
        weights[1] = weights[0]
        ratings[1] = [[10 - rating for rating in row] for row in ratings[0]]
    pairs = [
        tuple(
            OnlyIf(
                (n, int(dice.integers(options))),
                ((n + 1) % issues, int(dice.integers(options))),
                int(dice.integers(-ring, ring + 1)),
            )
            for n in range(issues if ring else 0)
        )
        for _ in range(2)
    ]
    preferences = [
        Preferences(name, tuple(weights[who]), tuple(map(tuple, ratings[who])), only_if=pairs[who])
        for who, name in enumerate(("Alex", "Sam"))
    ]
    return Deal(names, (preferences[0], preferences[1]))
