"""One visit of invented people, and the peers of `measure` on the same answers."""

import json
import os
import subprocess
import time
from multiprocessing import Pool
from pathlib import Path
from statistics import NormalDist

import numpy as np

from benchmarks.worlds import WORLDS, People, people
from bothand.engines import measure as m

NINE_IN_TEN = NormalDist().inv_cdf(0.95)
BENCH_PYTHON = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"


def visit_of(state: m.State, p: People, person: int, visit: int, picks: tuple[str, ...]) -> m.State:
    """The state after one person's visit: what they answered or skipped of the picks."""
    day = int(p.days[person, visit])
    state = m.advance(state, day)
    for item in picks:
        given = int(p.answers[person, visit, p.bank.index(item)])
        state = m.answer(state, p.bank, day, item, given or None)
    return state


def _peer(script: str, given: dict) -> dict:
    ran = subprocess.run(
        [str(BENCH_PYTHON), str(Path(__file__).parent / "peers" / script)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    return json.loads(ran.stdout)


def _one_seed(job: tuple[int, int, int]) -> dict[str, tuple[float, float, float]]:
    """Squared error, coverage and seconds of each, for one seed."""
    seed, count, number = job
    p = people(WORLDS[0], seed, count, 1)
    up = np.where([item.key == 1 for item in p.bank.items], p.answers[:, 0], 6 - p.answers[:, 0])
    given = {
        "facets": p.bank.facets.tolist(),
        "discrimination": p.bank.discrimination.tolist(),
        "thresholds": p.bank.thresholds.tolist(),
        "correlation": m.correlations().tolist(),
    }
    picks = m.rotation(m.start(), p.bank, number)
    known = np.zeros_like(up)
    index = [p.bank.index(item) for item in picks]
    known[:, index] = up[:, index]
    chosen = [m.choose(m.start(), p.bank, 0, number) for _ in range(count)]
    mirt = _peer("mirt_peer.py", {**given, "answers": known.tolist()})
    catsim = _peer("catsim_peer.py", {**given, "answers": up.tolist(), "count": number})
    found = {
        "ours, rotation": _own([_one_visit(p, person, picks) for person in range(count)]),
        "ours, own choice": _own([_one_visit(p, person, chosen[person]) for person in range(count)]),
        f"mirt {mirt['version']}: MAP, rotation's answers": mirt,
        f"catsim {catsim['version']}: ten tests, own choice": catsim,
    }
    told = {}
    for name, one in found.items():
        error = np.array(one["levels"]) - p.levels[:, 0]
        inside = np.nan
        if "errors" in one:
            inside = float((np.abs(error) < NINE_IN_TEN * np.array(one["errors"])).mean())
        told[name] = float((error**2).mean()), inside, one["seconds"]
    return told


def beside_peers(pool: "Pool", seeds: range, count: int) -> dict:
    """One visit, parameters right, nobody drifts: the peers' own ground."""
    found = pool.map(_one_seed, [(seed, count, 24) for seed in seeds], chunksize=1)
    rows = []
    for name in found[0]:
        squared, inside, seconds = np.mean([one[name] for one in found], axis=0)
        covered = "none given" if np.isnan(inside) else f"{inside:.3f}"
        rows.append([name, f"{np.sqrt(squared):.3f}", covered, f"{seconds * 1e3:.1f}"])
    return {
        "title": f"Peers at one visit of 24 questions, parameters right, {len(seeds)} seeds x {count} people "
        "(ms to score a visit; catsim: to choose and score; mirt: one call for all)",
        "columns": ["who", "RMSE", "coverage", "ms"],
        "rows": rows,
    }


def _one_visit(p: People, person: int, picks: tuple[str, ...]) -> tuple[m.Levels, float]:
    began = time.perf_counter()
    state = visit_of(m.start(), p, person, 0, picks)
    return m.levels(state), time.perf_counter() - began


def _own(found: list[tuple[m.Levels, float]]) -> dict:
    return {
        "levels": [one.mean for one, _ in found],
        "errors": [np.sqrt(np.diagonal(one.covariance)) for one, _ in found],
        "seconds": float(np.mean([seconds for _, seconds in found])),
    }
