"""Whether `measure` is right, whether it is as sure as it says, what each of its parts gains, and what its peers do.

python -m benchmarks measure [--answers FOLDER] [--quick]
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from benchmarks.beside import INSTALLED, beside_peers
from benchmarks.following import POLICIES, WARMED, Followed, follow
from benchmarks.moving import HALF_YEAR, LARGE, WITHIN, Moved, follow_change, joined
from benchmarks.onboarding import compare_beginnings
from benchmarks.samples import STOPS, Judged, Sample, Swapped, calibrated, judge, large, load_all, swap
from benchmarks.worlds import STILL, STRAINED, WOBBLING, WORLDS, World, people
from bothand.engines import measure as m

DEFAULT = m.DEFAULT
SWAPPED = 100
"""People of each sample after whom somebody else answers."""
MEANS = ("plain mean", "mean shrunken to 3", "mean shrunken to one's own")
SLOW, IRREGULAR, JUMPS = WORLDS[3], WORLDS[4], WORLDS[8]
CHANGING = (STILL, JUMPS, SLOW, WOBBLING)
COMPARED = (SLOW, IRREGULAR, WOBBLING)
"""Worlds in which ways of asking and parts of the engine are compared."""
TOLD_FALSELY = 0.02
"""How many unchanged people may be told a change within half a year."""
WITHOUT = {
    "as it is": DEFAULT,
    "without the mean of one's own": replace(
        DEFAULT, person_sd=0.0, facet_sd=float(np.hypot(DEFAULT.person_sd, DEFAULT.facet_sd))
    ),
    "without this week's answers as given": replace(DEFAULT, week=0),
    "without fading": replace(DEFAULT, kept=1.0),
    "without what weeks have in common": replace(DEFAULT, week_sd=0.0),
    "without a prior for changes": replace(DEFAULT, change_sd=100.0),
}


def _root(squared: np.ndarray) -> float:
    return float(np.sqrt(squared.mean()))


def _three(value: float) -> str:
    return f"{value:.3f}"


def _within(coverage: float, low: float = 0.87, high: float = 0.93) -> str:
    outside = "" if low <= round(coverage, 2) <= high else " (wide)" if coverage > high else " (narrow)"
    return f"{coverage:.3f}{outside}"


def _met(holds: bool) -> str:
    return "met" if holds else "missed"


def _listed(missed: list[str]) -> str:
    return "; ".join(missed) or "everywhere"


Kept = dict[tuple[str, str], Followed]


def _followed(parts: list[Followed]) -> Followed:
    axes = {"of_means": 1}
    return Followed(
        *(
            np.concatenate([getattr(part, name) for part in parts], axis=axes.get(name, 0))
            for name in Followed.__dataclass_fields__
        )
    )


def _follow_all(
    pool: "Pool", jobs: list[tuple[World, str, m.Assumptions]], seeds: range, count: int
) -> list[Followed]:
    every = [(world, policy, seed, count, told) for world, policy, told in jobs for seed in seeds]
    found = pool.map(follow, every, chunksize=1)
    return [_followed(found[at * len(seeds) : (at + 1) * len(seeds)]) for at in range(len(jobs))]


def _weeks(values: np.ndarray) -> np.ndarray:
    return values[..., WARMED:, :]


def _worlds(pool: "Pool", seeds: range, count: int) -> tuple[list[dict], Kept]:
    jobs = [(world, "rotation", DEFAULT) for world in WORLDS]
    jobs += [(world, policy, DEFAULT) for world in COMPARED for policy in POLICIES if policy != "rotation"]
    found = _follow_all(pool, jobs, seeds, count)
    kept = {(world.name, policy): one for (world, policy, _), one in zip(jobs, found, strict=True)}
    many = f"{len(seeds)} seeds x {count} people"
    errors, coverage = [], []
    for world in WORLDS:
        one = kept[world.name, "rotation"]
        errors.append(
            [
                world.name,
                _three(_root(one.squared[:, 0])),
                *(_three(_root(e[:, 0])) for e in one.of_means),
                _three(_root(_weeks(one.squared))),
                *(_three(_root(_weeks(e))) for e in one.of_means),
            ]
        )
        coverage.append(
            [
                world.name,
                _within(one.inside[:, 0].mean()),
                _within(_weeks(one.inside).mean()),
                _within(one.on_axes[:, 0].mean()),
                _within(_weeks(one.on_axes).mean()),
            ]
        )
    ways = [
        [world.name, *(_three(_root(_weeks(kept[world.name, policy].squared))) for policy in POLICIES)]
        for world in COMPARED
    ]
    return [
        {
            "title": f"RMSE of the ten facets, in answers: first visit of 24 questions, and weeks {WARMED} to 26 with 7 a week; "
            f"{many}",
            "columns": [
                "world",
                "first visit: measure",
                *MEANS,
                "weekly: measure",
                *(f"{one} of all answers" for one in MEANS),
            ],
            "rows": errors,
        },
        {
            "title": "Coverage of 90 % intervals (goal .87-.93 for facets)",
            "columns": [
                "world",
                "facets, first visit",
                "facets, weekly",
                "axes, first visit",
                "axes, weekly",
            ],
            "rows": coverage,
        },
        {
            "title": f"Ways of asking: RMSE of the ten facets, weeks {WARMED} to 26",
            "columns": ["world", *POLICIES.values()],
            "rows": ways,
        },
    ], kept


def _strained(pool: "Pool", seeds: range, count: int) -> dict:
    found = _follow_all(pool, [(world, "rotation", DEFAULT) for world in STRAINED], seeds, count)
    rows = [
        [
            world.name,
            _three(_root(_weeks(one.squared))),
            _within(_weeks(one.inside).mean()),
            _within(_weeks(one.on_axes).mean()),
        ]
        for world, one in zip(STRAINED, found, strict=True)
    ]
    return {
        "title": "When it fails: worlds the engine was not made for, weekly",
        "columns": ["world", "RMSE", "coverage of facets", "coverage of axes"],
        "rows": rows,
    }


def _move_all(
    pool: "Pool", jobs: list[tuple[World, int, int, m.Assumptions]], seeds: range, count: int
) -> list[Moved]:
    every = [(world, focus, seed, count, weeks, told) for world, focus, weeks, told in jobs for seed in seeds]
    found = pool.map(follow_change, every, chunksize=1)
    return [joined(found[at * len(seeds) : (at + 1) * len(seeds)]) for at in range(len(jobs))]


def _said(said: np.ndarray, moved: np.ndarray, low: float, high: float = np.inf) -> str:
    those = (np.abs(moved) > low) & (np.abs(moved) <= high)
    if those.sum() < 5:
        return "-"
    return f"{(said * np.sign(moved) > 0)[those].mean():.2f} of {those.sum()}"


def _changes(pool: "Pool", seeds: range, count: int) -> tuple[list[dict], dict[str, Moved]]:
    looks = {STILL.name: HALF_YEAR}
    jobs = [(world, 5, looks.get(world.name, WITHIN), DEFAULT) for world in CHANGING]
    found = dict(zip([world.name for world in CHANGING], _move_all(pool, jobs, seeds, count), strict=True))
    rows = [
        [
            name,
            _said(one.said, one.moved, LARGE),
            _said(one.plain, one.moved, LARGE),
            f"{(one.said * one.moved < 0).mean():.3f}",
            _within(one.inside.mean()),
            _within(one.day_inside.mean()),
            f"{_root(one.squared):.2f}",
            f"{_root(one.silent_squared):.2f}",
        ]
        for name, one in found.items()
    ]
    still, jumps = found[STILL.name], found[JUMPS.name]
    return [
        {
            "title": f"Changes: five of seven questions a week on one facet for eight weeks, nine visits before, the ninth with "
            f"five on it too; "
            f"{len(seeds)} seeds x {count} people (large: more than .8 SD)",
            "columns": [
                "world",
                "large changes said within eight weeks",
                "by a plain test of two means, 2.5 SD",
                "said in the wrong direction",
                "coverage",
                "of the two days themselves",
                "RMSE",
                "RMSE of 'no change'",
            ],
            "rows": rows,
        },
        {
            "title": f"Nobody changes: told a change in half a year of weekly looks, of {len(still.moved)}",
            "columns": ["of what", "told"],
            "rows": [
                ["the facet worked on", _three(still.told_focus.mean())],
                ["the facet worked on, by a plain test of two means", _three(still.plain_ever.mean())],
                ["any of ten facets and two axes", _three(still.told_any.mean())],
            ],
        },
        {
            "title": "Jumps said within eight weeks, by their size in SDs between people",
            "columns": ["size", "said", "by a plain test of two means, 2.5 SD"],
            "rows": [
                [
                    f"{low} to {high}" if high < 9 else f"above {low}",
                    _said(jumps.said, jumps.moved, low, high),
                    _said(jumps.plain, jumps.moved, low, high),
                ]
                for low, high in ((0.8, 1.2), (1.2, 2.0), (2.0, np.inf))
            ],
        },
    ], found


def _parts(pool: "Pool", seeds: range, counts: tuple[int, int, int], samples: list[Sample]) -> dict:
    """What is lost without each part. `counts`: people of a world's seed, people with a focus, people of a sample."""
    count, movers, many = counts
    jobs = [(world, "rotation", told) for told in WITHOUT.values() for world in COMPARED]
    found = _follow_all(pool, jobs, seeds, count)
    jobs = [
        (world, 5, weeks, told)
        for told in WITHOUT.values()
        for world, weeks in ((STILL, HALF_YEAR), (JUMPS, WITHIN))
    ]
    changes = _move_all(pool, jobs, range(2 * len(seeds)), movers)
    judged = pool.map(
        judge,
        [(sample, 0, many, told, False) for told in WITHOUT.values() for sample in samples],
        chunksize=1,
    )
    rows = []
    for at, name in enumerate(WITHOUT):
        slow, irregular, wobbling = found[at * 3 : at * 3 + 3]
        row = [
            name,
            _three(_root(slow.squared[:, 0])),
            *(_three(_root(_weeks(one.squared))) for one in (slow, irregular, wobbling)),
            *(_within(_weeks(one.inside).mean()) for one in (slow, wobbling)),
            *(_within(_weeks(one.on_axes).mean()) for one in (slow, wobbling)),
        ]
        for stop in STOPS if samples else ():
            own = judged[at * len(samples) : (at + 1) * len(samples)]
            row.append(" ".join(_three(_root(one.squared[stop])) for one in own))
        unmoved, jumped = changes[2 * at : 2 * at + 2]
        threshold = np.quantile(unmoved.firmest_ever, 1 - TOLD_FALSELY)
        within = np.where(jumped.firmest > threshold, np.sign(jumped.moved), 0)
        row += [f"{unmoved.inside.mean():.3f}", _said(within, jumped.moved, LARGE)]
        rows.append(row)
    return {
        "title": f"What each part gains; worlds: {', '.join(world.name for world in COMPARED)}",
        "columns": [
            "",
            "RMSE, first visit",
            *("weekly", "irregular", "come and go"),
            *("coverage, weekly", "come and go", "axes, weekly", "axes, come and go"),
            *(f"real samples at {stop}" for stop in (STOPS if samples else ())),
            "coverage of no change",
            f"jumps said where {TOLD_FALSELY} are told one that is none",
        ],
        "rows": rows,
    }


Answers = dict[str, Judged]


def _samples(pool: "Pool", samples: list[Sample], most: int, chunk: int) -> tuple[list[dict], Answers]:
    """Judged are all people, up to `most`; with calibrated items, the half whose answers did not calibrate them."""
    jobs, halves = [], []
    for sample in samples:
        count = min(most, len(sample.answers))
        numbered, assumptions = calibrated(sample, slice(len(sample.answers) // 2, None))
        jobs += [
            (sample, first, min(chunk, count - first), DEFAULT, False) for first in range(0, count, chunk)
        ]
        halves += [
            (numbered, first, min(chunk, count // 2 - first), assumptions, sharp)
            for sharp in (False, True)
            for first in range(0, count // 2, chunk)
        ]
    found = pool.map(judge, jobs + halves, chunksize=1)
    judged = list(zip(jobs + halves, found, strict=True))
    plain, known, sharpest = (
        {
            sample.name: _judged(
                [
                    one
                    for (asked, _, _, assumptions, first_sharp), one in judged
                    if (asked.name, assumptions is DEFAULT, first_sharp) == (sample.name, untested, sharp)
                ]
            )
            for sample in samples
        }
        for untested, sharp in ((True, False), (False, False), (False, True))
    )
    rows, covered = [], []
    for sample in samples:
        for stop in STOPS:
            one, calibrated_one = plain[sample.name], known[sample.name]
            rows.append(
                [
                    f"{sample.name}, {stop}",
                    _three(_root(one.squared[stop])),
                    *(_three(_root(squared)) for squared in one.of_means[stop]),
                    _three(_root(calibrated_one.squared[stop])),
                    _three(_root(sharpest[sample.name].squared[stop])),
                ]
            )
            covered.append(
                [
                    f"{sample.name}, {stop}",
                    _within(one.inside[stop].mean(), 0.86, 0.95),
                    _within(calibrated_one.inside[stop].mean(), 0.86, 0.95),
                    _within(sharpest[sample.name].inside[stop].mean(), 0.86, 0.95),
                ]
            )
    swapped = [
        _swapped(pool.map(swap, [(sample, first, chunk) for first in range(0, SWAPPED, chunk)], chunksize=1))
        for sample in samples
    ]
    moved = [
        [
            sample.name,
            _said(one.said, one.moved, LARGE),
            _said(one.plain, one.moved, LARGE),
            f"{(one.said * one.moved < 0).mean():.3f}",
            f"{one.inside[large(one)].mean():.2f}",
            f"{one.told.mean():.3f}",
        ]
        for sample, one in zip(samples, swapped, strict=True)
    ]
    return (
        [
            {
                "title": f"Real samples: RMSE to the mean of all items, after 7 and 24 answers in rotation; {len(plain[samples[0].name].squared[7])} people each",
                "columns": [
                    "sample, answers",
                    "measure",
                    *MEANS,
                    "items calibrated on others",
                    "and the sharpest first",
                ],
                "rows": rows,
            },
            {
                "title": "Real samples: coverage of 90 % intervals (goal .86-.95)",
                "columns": [
                    "sample, answers",
                    "measure",
                    "items calibrated on others",
                    "and the sharpest first",
                ],
                "rows": covered,
            },
            {
                "title": "Real samples: after nine visits somebody else answers, five of seven questions a week on one facet; "
                f"{SWAPPED} people each",
                "columns": [
                    "sample",
                    "large changes said within eight weeks",
                    "by a plain test of two means, 2.5 SD",
                    "said in the wrong direction",
                    "coverage of large changes",
                    "told a change when nobody else answers",
                ],
                "rows": moved,
            },
        ],
        plain,
    )


def _judged(parts: list[Judged]) -> Judged:
    return Judged(
        {stop: np.concatenate([part.squared[stop] for part in parts]) for stop in STOPS},
        {stop: np.concatenate([part.inside[stop] for part in parts]) for stop in STOPS},
        {stop: np.concatenate([part.of_means[stop] for part in parts], axis=1) for stop in STOPS},
    )


def _swapped(parts: list[Swapped]) -> Swapped:
    return Swapped(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Swapped.__dataclass_fields__)
    )


def _goals(kept: Kept, moved: dict[str, Moved], plain: Answers) -> dict:
    facets = {world.name: _weeks(kept[world.name, "rotation"].inside).mean() for world in WORLDS}
    first = {world.name: kept[world.name, "rotation"].inside[:, 0].mean() for world in WORLDS}
    out = [f"{name} {value:.3f}" for name, value in facets.items() if "(" in _within(value)]
    out += [f"{name}, first visit {value:.3f}" for name, value in first.items() if "(" in _within(value)]
    ten = {
        world.name: _root(_weeks(kept[world.name, "rotation"].squared))
        - _root(_weeks(kept[world.name, "random 10"].squared))
        for world in COMPARED
    }
    behind = [f"{name} {value:+.3f}" for name, value in ten.items() if value > 0.01]
    jumps, still = moved[JUMPS.name], moved[STILL.name]
    big = np.abs(jumps.moved) > LARGE
    power = float((jumps.said * jumps.moved > 0)[big].mean())
    changes = [f"{world.name} {_within(moved[world.name].inside.mean())}" for world in CHANGING]
    rows = [
        ["coverage of facets .87-.93 in every world", _listed(out), _met(not out)],
        ["within .01 of random items with 10 questions", _listed(behind), _met(not behind)],
        ["jumps above .8 SD said within eight weeks: .60 or more", f"{power:.3f}", _met(power >= 0.6)],
        [
            "unchanged people told a change of the facet worked on in half a year: .02 or less",
            _three(still.told_focus.mean()),
            _met(still.told_focus.mean() <= 0.02),
        ],
        [
            "the same, of anything at all",
            _three(still.told_any.mean()),
            _met(still.told_any.mean() <= 0.02),
        ],
        [
            "coverage of changes .87-.93 in still, jump and drift worlds",
            "; ".join(changes),
            _met(not any("(" in one for one in changes)),
        ],
    ]
    return {"title": "Goals", "columns": ["goal", "measured", ""], "rows": [*rows, *_sample_goals(plain)]}


def _sample_goals(plain: Answers) -> list[list[str]]:
    if not plain:
        return []
    over, below, out = [], [], []
    for name, one in plain.items():
        for stop in STOPS:
            error, of_means = _root(one.squared[stop]), [_root(squared) for squared in one.of_means[stop]]
            over.append((f"{name} at {stop} {error - min(of_means):+.3f}", error - min(of_means)))
            covered = one.inside[stop].mean()
            out += [f"{name} at {stop} {covered:.3f}"] if "(" in _within(covered, 0.86, 0.95) else []
            if stop == 7:
                below.append((f"{name} {error / of_means[1] - 1:+.1%}", error / of_means[1]))
    return [
        [
            "real samples: not above the best of three means by more than .01",
            "; ".join(told for told, _ in over),
            _met(all(value <= 0.01 for _, value in over)),
        ],
        [
            "real samples: at 7, below the mean shrunken to 3 by 5 % on two of three",
            "; ".join(told for told, _ in below),
            _met(sum(value <= 0.95 for _, value in below) >= 2),
        ],
        ["real samples: coverage .86-.95", _listed(out), _met(not out)],
    ]


def _best(action: Callable[[], object]) -> float:
    """The shortest of five times, in ms: what else the machine does is not ours."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return min(times) * 1e3


def _times() -> dict:
    p = people(WORLDS[0], 1, 1, 53)
    state, answers, choices, standings, changes = m.start(), [], [], [], []
    for visit in range(53):
        day = int(p.days[0, visit])
        state = m.advance(state, day)
        choices.append(_best(partial(m.choose, state, p.bank, day, 7)))
        for item in m.choose(state, p.bank, day, 7 if visit else 24):
            given = int(p.answers[0, visit, p.bank.index(item)])
            answers.append(_best(partial(m.answer, state, p.bank, day, item, given)))
            state = m.answer(state, p.bank, day, item, given)
        standings.append(_best(partial(m.standing, state, p.bank)))
        state = m.anchored(state, day, "year") if visit == 0 else state
        changes.append(_best(partial(m.changes, state, p.bank, "year")))
    answer, choice = float(np.median(answers[-100:])), float(np.median(choices))
    return {
        "title": f"Time and space after a year, {len(p.bank)} items (medians, each the best of five)",
        "columns": ["what", "measured", "goal"],
        "rows": [
            ["an answer", f"{answer:.3f} ms", f"0.1 ms: {_met(answer <= 0.1)}"],
            ["a choice of 7", f"{choice:.2f} ms", f"3 ms: {_met(choice <= 3.0)}"],
            ["a standing", f"{float(np.median(standings)):.2f} ms", ""],
            ["changes since a day", f"{float(np.median(changes)):.2f} ms", ""],
            ["the state as bytes", f"{len(m.to_bytes(state)) / 1000:.0f} kB", ""],
        ],
    }


def run(quick: bool = False, answers: Path | None = None) -> dict:
    """All tables over eight seeds; `quick` over two, with few people. `answers`: a folder of real people's answers."""
    seeds, count, movers, most, chunk = (range(2), 3, 5, 100, 50) if quick else (range(8), 10, 40, 3000, 50)
    notes = [
        "Differences under .01 are not claimed. (wide) and (narrow): outside the goal.",
        "Errors and coverage are about what is claimed: what a person answers that week to all items of a facet.",
    ]
    samples = load_all(answers) if answers else []
    with Pool(2) as pool:
        tables, kept = _worlds(pool, seeds, count)
        changes, moved = _changes(pool, range(4 * len(seeds)), movers)
        told, plain = _samples(pool, samples, most, chunk) if samples else ([], {})
        tables += [_strained(pool, seeds, count), *changes, *told]
        tables.append(compare_beginnings(pool, COMPARED, seeds, count))
        tables.append(_parts(pool, seeds, (count // 2, movers // 2, min(most, SWAPPED)), samples))
        if INSTALLED.exists():
            tables.append(beside_peers(pool, seeds[:2], 2 * count))
        else:
            notes.append("Peers left out: `make bench` installs them.")
    if not samples:
        notes.append("Real samples left out: --answers names the folder that holds them.")
    return {"name": "measure", "tables": [_goals(kept, moved, plain), *tables, _times()], "notes": notes}
