"""People of a world, followed for half a year: how far off the engine's standings are, and how often its intervals hold."""

from dataclasses import dataclass

import numpy as np

from benchmarks.worlds import People, World, people
from bothand.engines import measure as m

VISITS = 27
FIRST = 24
WARMED = 4
"""The visit from which on weekly figures count."""
POLICIES = {
    "rotation": "rotation, 7 a week",
    "five": "rotation, 5 a week",
    "random": "random items, 7 a week",
    "random 10": "random items, 10 a week",
    "form": "36-item form every fifth week",
}


@dataclass(frozen=True)
class Followed:
    """Over people, visits and facets: `squared` errors of the standings, and whether the answers lay `inside` (p, v, 10).

    `on_axes` (p, v, 2): whether the axes' did. `level_squared`: errors against what would be answered on average.
    `of_means` (3, p, v, 10): squared errors of the three means: plain, shrunken to 3, shrunken to the person's own mean.
    """

    squared: np.ndarray
    inside: np.ndarray
    on_axes: np.ndarray
    level_squared: np.ndarray
    of_means: np.ndarray


def pick(policy: str, state: m.State, p: People, visit: int, rng: np.random.Generator) -> tuple[str, ...]:
    """The ids that a policy asks at a visit."""
    count = FIRST if visit == 0 else {"random 10": 10, "five": 5}.get(policy, 7)
    if policy.startswith("random"):
        return tuple(p.bank.items[at].id for at in rng.choice(len(p.bank), count, replace=False))
    if policy == "form" and visit:
        return m.choose(m.start(), p.bank, 0, 36) if visit % 5 == 0 else ()
    return m.choose(state, p.bank, m.advance(state, state.day or 0).day or 0, count)


def answer_visit(
    state: m.State,
    p: People,
    at: tuple[int, int],
    picks: tuple[str, ...],
    assumptions: m.Assumptions = m.DEFAULT,
) -> m.State:
    """The state after a visit (`at`: person and visit): what they answered or skipped of the picks."""
    person, visit = at
    day = int(p.days[person, visit])
    state = m.advance(state, day, assumptions)
    for item in picks:
        given = int(p.answers[person, visit, p.bank.index(item)])
        state = m.answer(state, p.bank, day, item, given or None, assumptions=assumptions)
    return state


def means_of(counts: np.ndarray, sums: np.ndarray) -> np.ndarray:
    """The three means that a model has to beat, from counts and sums of answers by facet: (3, f).

    Plain; shrunken to 3 (SD .8 between people, 1.25 of an answer); shrunken to the person's own mean over all facets.
    """
    own = (12.0 + sums.sum()) / (4.0 + counts.sum())
    plain = np.where(counts > 0, sums / np.maximum(counts, 1), 3.0)
    worth = 1.25**2 / 0.8**2
    return np.stack([plain, (sums + 3.0 * worth) / (counts + worth), (sums + 2.4 * own) / (counts + 2.4)])


def counted(means: np.ndarray, items: int, told: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Facets' means with asked items as they were answered (`told`: sums, `asked`: counts) and the others as estimated."""
    return (told + (items - asked) * means) / items


def follow(job: tuple[World, str, int, int, m.Assumptions]) -> Followed:
    """People of one seed under one policy."""
    world, policy, seed, count, assumptions = job
    p, rng = people(world, seed, count, VISITS), np.random.default_rng([seed, 21])
    shape = (count, VISITS, 10)
    squared, level_squared, inside = np.zeros(shape), np.zeros(shape), np.zeros(shape, dtype=bool)
    on_axes, of_means = np.zeros((count, VISITS, 2), dtype=bool), np.zeros((3, *shape))
    axes = m.RELATIONSHIP.axes
    rows = np.array([[(name in axis.facets) / len(axis.facets) for name in m.FACET_NAMES] for axis in axes])
    items = len(p.bank) // 10
    for person in range(count):
        state, latest = m.start(), np.zeros(len(p.bank))
        counts, sums = np.zeros(10), np.zeros(10)
        for visit in range(VISITS):
            picks = pick(policy, state, p, visit, rng)
            state = answer_visit(state, p, (person, visit), picks, assumptions)
            now, actual = m.standing(state, p.bank, assumptions=assumptions), p.actual[person, visit]
            value = np.array([one.answer.value for one in now.facets])
            squared[person, visit] = (value - actual) ** 2
            level_squared[person, visit] = (value - p.expected[person, visit]) ** 2
            inside[person, visit] = [
                one.answer.low <= true <= one.answer.high
                for one, true in zip(now.facets, actual, strict=True)
            ]
            on_axes[person, visit] = [
                one.answer.low <= true <= one.answer.high
                for one, true in zip(now.axes, rows @ actual, strict=True)
            ]
            for item in picks:
                at = p.bank.index(item)
                if p.answers[person, visit, at]:
                    latest[at] = p.up[person, visit, at]
                    counts[p.bank.facets[at]] += 1
                    sums[p.bank.facets[at]] += latest[at]
            told, asked = np.bincount(p.bank.facets, latest, 10), np.bincount(p.bank.facets, latest > 0, 10)
            estimates = counted(means_of(counts, sums), items, told, asked)
            of_means[:, person, visit] = (estimates - actual) ** 2
    return Followed(squared, inside, on_axes, level_squared, of_means)
