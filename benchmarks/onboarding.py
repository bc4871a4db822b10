"""How many questions a first visit needs: what the map knows after it, and after the three check-ins that follow.

The map is what a first visit leads to. So the axes count first: how far off they are, how long their intervals, how
often the truth lies inside. What fewer questions cost is to be gone by the fourth visit.
"""

from dataclasses import dataclass
from multiprocessing.pool import Pool

import numpy as np

from benchmarks.following import answer_visit
from benchmarks.worlds import World, people
from bothand.engines import measure as m

COUNTS = (8, 10, 12, 14, 16, 20, 24)
"""Questions of a first visit that are compared."""
VISITS = 4
"""The first visit, and three check-ins of seven."""
FIRST, LAST = 0, VISITS - 1


@dataclass(frozen=True)
class Begun:
    """Over people, visits and axes or facets: errors, whether the truth lay inside, and how long the intervals are."""

    axes: np.ndarray
    on_axes: np.ndarray
    lengths: np.ndarray
    facets: np.ndarray
    on_facets: np.ndarray


def follow_beginning(job: tuple[World, int, int, int]) -> Begun:
    """People of one seed whose first visit asks a given number of questions."""
    world, asked, seed, count = job
    p = people(world, seed, count, VISITS)
    rows = np.array(
        [[(name in axis.facets) / len(axis.facets) for name in m.FACET_NAMES] for axis in m.RELATIONSHIP.axes]
    )
    axes, on_axes, lengths = (np.zeros((count, VISITS, 2)) for _ in range(3))
    facets, on_facets = (np.zeros((count, VISITS, 10)) for _ in range(2))
    for person in range(count):
        state = m.start()
        for visit in range(VISITS):
            day = int(p.days[person, visit])
            state = m.advance(state, day)
            picks = m.choose(state, p.bank, day, 7 if visit else asked)
            state = answer_visit(state, p, (person, visit), picks)
            now, actual = m.standing(state, p.bank), p.actual[person, visit]
            for at, (one, true) in enumerate(zip(now.axes, rows @ actual, strict=True)):
                axes[person, visit, at] = one.answer.value - true
                on_axes[person, visit, at] = one.answer.low <= true <= one.answer.high
                lengths[person, visit, at] = one.answer.high - one.answer.low
            for at, (facet, true) in enumerate(zip(now.facets, actual, strict=True)):
                facets[person, visit, at] = facet.answer.value - true
                on_facets[person, visit, at] = facet.answer.low <= true <= facet.answer.high
    return Begun(axes, on_axes, lengths, facets, on_facets)


def compare_beginnings(pool: Pool, worlds: tuple[World, ...], seeds: range, count: int) -> dict:
    """The table: first visits of different lengths, over all people of some worlds."""
    jobs = [(world, asked, seed, count) for asked in COUNTS for world in worlds for seed in seeds]
    found = pool.map(follow_beginning, jobs, chunksize=1)
    size = len(worlds) * len(seeds)
    return {
        "title": f"First visits of different lengths, and three check-ins of seven after each; {len(seeds)} seeds x {count} "
        f"people of each world: {', '.join(world.name for world in worlds)}",
        "columns": [
            "questions at the first visit",
            "axes: RMSE",
            "length of their intervals",
            "coverage",
            "facets: RMSE",
            "coverage of facets",
            "axes three weeks later: RMSE",
            "length then",
            "facets then: RMSE",
        ],
        "rows": [
            _describe_beginning(asked, found[at * size : (at + 1) * size]) for at, asked in enumerate(COUNTS)
        ],
    }


def _describe_beginning(asked: int, parts: list[Begun]) -> list[str]:
    axes, on_axes, lengths, facets, on_facets = (
        np.concatenate([getattr(part, name) for part in parts]) for name in Begun.__dataclass_fields__
    )
    return [
        str(asked),
        _root(axes[:, FIRST]),
        f"{lengths[:, FIRST].mean():.2f}",
        f"{on_axes[:, FIRST].mean():.3f}",
        _root(facets[:, FIRST]),
        f"{on_facets[:, FIRST].mean():.3f}",
        _root(axes[:, LAST]),
        f"{lengths[:, LAST].mean():.2f}",
        _root(facets[:, LAST]),
    ]


def _root(errors: np.ndarray) -> str:
    return f"{np.sqrt((errors**2).mean()):.3f}"
