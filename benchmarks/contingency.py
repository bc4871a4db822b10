"""How often `contingency` says something false, how often it sees what is there, and whether its intervals hold.

python -m benchmarks contingency
"""

import time
from multiprocessing import Pool

import numpy as np

from benchmarks.worlds import DAILY_WORLDS, HALF_YEAR, STRAINED_DAYS, DailyWorld, pulses
from bothand.engines.contingency import EVERY, FIRST_LOOK, Pulse, slope
from bothand.engines.contingency.pulses import rows
from bothand.engines.contingency.slope import posterior

LOOKS = tuple(range(FIRST_LOOK, HALF_YEAR + 1, EVERY))
MISSING = (0.15, 0.40)
LATENT = np.array([-0.6, -0.3, 0.0, 0.115, 0.34, 0.57, 0.75])
Job = tuple[DailyWorld, float, tuple[float, ...], int, tuple[int, ...]]


def true_slopes(world: DailyWorld, people: int) -> np.ndarray:
    """The slope that the pulses of a latent slope really have: the regression without prior or gaps, for LATENT."""
    found = []
    for latent in LATENT:
        one = [
            np.linalg.lstsq(kept.columns, kept.feeling, rcond=None)[0][0]
            for kept in (
                rows(_entered(*days))
                for days in zip(*pulses(world, np.full(people, latent), 99), strict=True)
            )
        ]
        found.append(float(np.mean(one)))
    return np.array(found)


def _entered(days: np.ndarray, feeling: np.ndarray, between: np.ndarray) -> list[Pulse]:
    return [Pulse(*one) for one in zip(days.tolist(), feeling.tolist(), between.tolist(), strict=True)]


def _looks(job: Job) -> np.ndarray:
    """For each person and look: said (0 or 1), low, high, what would be visible."""
    world, missing, latent, seed, looks = job
    rng = np.random.default_rng([seed, 13])
    told = np.zeros((len(latent), len(looks), 4))
    for person, days in enumerate(zip(*pulses(world, np.array(latent), seed), strict=True)):
        entered = [one for one in _entered(*days) if one.day == days[0][0] or rng.random() > missing]
        for place, look in enumerate(looks):
            found = slope(entered, today=int(days[0][0]) + look - 1)
            told[person, place] = found.said is not None, found.low, found.high, found.visible
    return told


def _run(
    pool: "Pool", world: DailyWorld, missing: float, latent: np.ndarray, looks: tuple[int, ...] = LOOKS
) -> np.ndarray:
    parts = np.array_split(latent, max(2, len(latent) // 50))
    jobs = [(world, missing, tuple(part.tolist()), seed, looks) for seed, part in enumerate(parts)]
    return np.concatenate(pool.map(_looks, jobs))


def _weekly_and_mild(job: tuple[DailyWorld, int, int]) -> float:
    """The share who are once told a slope they have not, with a look each week and P(slope > 0) >= .9."""
    world, count, seed = job
    fooled = 0
    for days in zip(*pulses(world, np.zeros(count), seed), strict=True):
        entered = _entered(*days)
        fooled += any(_mild(entered[:look]) for look in range(FIRST_LOOK, HALF_YEAR + 1, 7))
    return fooled / count


def _mild(entered: list[Pulse]) -> bool:
    known = posterior(rows(entered))
    mean = known.weights @ known.means
    return bool(mean > 1.2816 * np.sqrt(known.weights @ (known.sds**2 + (known.means - mean) ** 2)))


def _false_statements(pool: "Pool", people: int) -> dict:
    table = []
    for world in DAILY_WORLDS:
        for missing in MISSING:
            said = _run(pool, world, missing, np.zeros(people))[:, :, 0]
            share = said.any(axis=1).mean()
            error = np.sqrt(share * (1 - share) / people)
            table.append(
                [
                    world.name,
                    f"{missing:.0%}",
                    f"{share:.3f}",
                    f"{error:.3f}",
                    "met" if share <= 0.05 else "missed",
                ]
            )
    return {
        "title": f"No slope at all: share of {people} people told of one in half a year (six looks)",
        "columns": ["world", "days missing", "told", "standard error", "goal <= .05"],
        "rows": table,
    }


def _strained(pool: "Pool", people: int) -> dict:
    cases = [(world, world.name, 0.0) for world in STRAINED_DAYS]
    cases.append((DAILY_WORLDS[0], "plain, a slope of .1", float(LATENT[3])))
    table = []
    for world, name, latent in cases:
        told = [
            _run(pool, world, missing, np.full(people, latent))[:, :, 0].any(axis=1).mean()
            for missing in MISSING
        ]
        table.append([name, *(f"{share:.3f}" for share in told)])
    return {
        "title": f"When it strains: share of {people} people told of a slope in half a year, no slope unless said",
        "columns": ["world", *(f"{missing:.0%} missing" for missing in MISSING)],
        "rows": table,
    }


def _power(pool: "Pool", people: int) -> dict:
    table = []
    for world in DAILY_WORLDS:
        for missing in MISSING:
            told = _run(pool, world, missing, np.full(people, LATENT[5]))
            said, visible = told[:, :3, 0].mean(axis=0), np.median(told[:, :3, 3], axis=0)
            shown = [f"{share:.2f} ({seen:.2f})" for share, seen in zip(said, visible, strict=True)]
            table.append([world.name, f"{missing:.0%}", *shown, "met" if said[1] >= 0.8 else "missed"])
    return {
        "title": "A slope of .5: share told of it by each look (in brackets: the smallest slope said to be visible)",
        "columns": ["world", "days missing", "day 28", "day 56", "day 84", "goal >= .80 at 56"],
        "rows": table,
    }


def _coverage(pool: "Pool", people: int) -> dict:
    table = []
    for world in DAILY_WORLDS:
        truth = true_slopes(world, max(60, people))
        drawn = np.clip(0.35 * np.random.default_rng(5).standard_normal(people * 2), LATENT[0], LATENT[-1])
        cases = [("drawn from N(0, .3)", drawn)] + [
            (f"{t:.2f}", np.full(people, b)) for t, b in zip(truth[2:6], LATENT[2:6], strict=True)
        ]
        for name, latent in cases:
            told = _run(pool, world, MISSING[0], latent)
            true = np.interp(latent, LATENT, truth)[:, None]
            inside = ((told[:, :, 1] < true) & (true < told[:, :, 2])).mean(axis=0)
            mean = inside.mean()
            goal = "met" if 0.87 <= round(mean, 2) <= 0.93 else "missed"
            table.append(
                [
                    world.name,
                    name,
                    f"{mean:.3f}",
                    f"{inside[0]:.2f}",
                    f"{inside[1]:.2f}",
                    f"{inside[-1]:.2f}",
                    goal,
                ]
            )
    return {
        "title": "Coverage of 90 % intervals, 15 % of days missing",
        "columns": ["world", "true slope", "all looks", "day 28", "day 56", "day 168", "goal .87-.93"],
        "rows": table,
    }


def _milder(pool: "Pool", people: int) -> dict:
    shares = pool.map(_weekly_and_mild, [(DAILY_WORLDS[0], people // 2, seed) for seed in (31, 32)])
    return {
        "title": "Why the rule is strict: no slope at all, a look each week, said once P(slope > 0) >= .9",
        "columns": ["world", "told in half a year"],
        "rows": [["plain, no day missing", f"{np.mean(shares):.2f}"]],
    }


def _time() -> dict:
    entered = _entered(*(one[0] for one in pulses(DAILY_WORLDS[0], np.zeros(1), 1)))
    times = []
    for _ in range(50):
        began = time.perf_counter()
        slope(entered, today=entered[-1].day)
        times.append(time.perf_counter() - began)
    return {
        "title": "Time",
        "columns": ["what", "ms"],
        "rows": [["one look, 168 days", f"{np.median(times) * 1e3:.2f}"]],
    }


def run(quick: bool = False) -> dict:
    """All tables; `quick` with a tenth of the people."""
    people = 80 if quick else 1000
    with Pool(2) as pool:
        tables = [
            _false_statements(pool, people),
            _power(pool, people // 4),
            _coverage(pool, people * 3 // 10),
            _strained(pool, people // 2),
            _milder(pool, people // 5),
            _time(),
        ]
    notes = [
        "Pulses are taps from 1 to 5; the true slope is that of the taps, not of what lies beneath them.",
        "An informative prior pulls extremes in: at day 28 a slope of .5 is covered less often and no slope more often than 90 %.",
    ]
    return {"name": "contingency", "tables": tables, "notes": notes}
