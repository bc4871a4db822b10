"""One visit of invented people, and the peers of `measure` on the same answers."""

import json
import os
import subprocess
import time
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from benchmarks.following import FIRST, answer_visit
from benchmarks.worlds import WORLDS, People, people
from bothand.engines import measure as m

BENCH_PYTHON = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"
INSTALLED = BENCH_PYTHON.parents[1] / ".installed-bench"
OTHERS = 400
"""How many other people of the same world calibrate the items for `measure`; the peers are given the true numbers."""


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


def _expected(p: People, levels: np.ndarray) -> np.ndarray:
    """What is answered on average over the items of each facet, at some levels (p, 10)."""
    by_item = p.true.expected(levels[:, p.bank.facets])
    return by_item.reshape(len(levels), 10, -1).mean(axis=2)


def _first_visits(
    p: People, count: int, bank: m.Bank, assumptions: m.Assumptions
) -> tuple[np.ndarray, float]:
    """Standings (count, 10) a week after a first visit each, and the seconds that one takes."""
    found, began = [], time.perf_counter()
    for person in range(count):
        picks = m.choose(m.start(), p.bank, 0, FIRST)
        state = answer_visit(m.start(), p, (person, 0), picks, assumptions)
        now = m.standing(state, bank, 7, assumptions)
        found.append([one.answer.value for one in now.facets])
    return np.array(found), (time.perf_counter() - began) / count


def _one_seed(job: tuple[int, int]) -> dict[str, tuple[float, float]]:
    """Squared error and seconds of each, for one seed."""
    seed, count = job
    p = people(WORLDS[1], seed, count + OTHERS, 1)
    picks = m.choose(m.start(), p.bank, 0, FIRST)
    known = np.zeros_like(p.up[:count, 0])
    index = [p.bank.index(item) for item in picks]
    known[:, index] = p.up[:count, 0][:, index]
    given = {
        "facets": p.bank.facets.tolist(),
        "discrimination": p.true.steepness.tolist(),
        "thresholds": p.true.thresholds.tolist(),
        "correlation": np.corrcoef(p.levels[:, 0].T).tolist(),
    }
    mirt = _peer("mirt_peer.py", {**given, "answers": known.tolist()})
    catsim = _peer("catsim_peer.py", {**given, "answers": p.up[:count, 0].tolist(), "count": FIRST})
    ids = [item.id for item in p.bank.items]
    found = m.calibrate(p.bank, ids, p.answers[count:, 0])
    numbered = People(found.bank, p.true, p.days, p.levels, p.up, p.answers, p.expected, p.actual)
    answers = {
        "measure, untested items": _first_visits(p, count, p.bank, m.DEFAULT),
        "measure, items calibrated on 400 others": _first_visits(
            _in_order(numbered, ids), count, found.bank, found.assumptions
        ),
        f"mirt {mirt['version']}: MAP, the same answers, true numbers": (
            _expected(p, np.array(mirt["levels"])),
            mirt["seconds"],
        ),
        f"catsim {catsim['version']}: ten tests, own choice, true numbers": (
            _expected(p, np.array(catsim["levels"])),
            catsim["seconds"],
        ),
    }
    return {
        name: (float(((values - p.expected[:count, 0]) ** 2).mean()), seconds)
        for name, (values, seconds) in answers.items()
    }


def _in_order(p: People, ids: list[str]) -> People:
    """The people with their answers in the order of the bank's items, which had the order of `ids`."""
    order = [ids.index(item.id) for item in p.bank.items]
    return People(
        p.bank, p.true, p.days, p.levels, p.up[:, :, order], p.answers[:, :, order], p.expected, p.actual
    )


def beside_peers(pool: "Pool", seeds: range, count: int) -> dict:
    """One visit, items that differ, nobody drifts: the peers' own ground."""
    found = pool.map(_one_seed, [(seed, count) for seed in seeds], chunksize=1)
    rows = []
    for name in found[0]:
        squared, seconds = np.mean([one[name] for one in found], axis=0)
        rows.append([name, f"{np.sqrt(squared):.3f}", f"{seconds * 1e3:.1f}"])
    return {
        "title": f"Peers at one visit of {FIRST} questions, items that differ, {len(seeds)} seeds x {count} people: RMSE of the mean "
        "answers to be expected (ms to score a visit; catsim: to choose and score; mirt: one call for all)",
        "columns": ["who", "RMSE", "ms"],
        "rows": rows,
    }
