"""Sharing of work: our engine beside fairpyx on the same homes, and alone to 200 tasks.

`python -m benchmarks sharing`. fairpyx lives in an environment of its own; there both are called in turn on each home,
in one process. Whose result is right is worked out by a table and, for few tasks, by trying every division.
"""

import json
import statistics
import subprocess
import time
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from bothand.engines.sharing import (
    Side,
    Split,
    Stance,
    Task,
    Today,
    Work,
    check,
    equal_minutes,
    fewest_changes,
    fewest_changes_efficient,
    lay_out,
    leximin,
)

ROOT = Path(__file__).parent.parent
PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"

PEER_SIZES = ((10, 20), (20, 20), (40, 12), (100, 2))
"""Tasks and how many homes; fairpyx takes seconds at 100."""

SIZES = (10, 20, 40, 100, 200)
FEELINGS = (Stance.LIKE, Stance.NEUTRAL, Stance.DISLIKE)


def run(quick: bool = False) -> dict[str, Any]:
    """All tables; with `quick` fewer homes and rounds."""
    notes = [
        "Times are medians over homes of the best of several rounds, tasks to division; memory is the peak.",
        "Budgets, 40 tasks: frontier, leximin and fewest changes 5 ms; with agreed minutes 15 ms.",
    ]
    tables = [_growth(quick), _counts(quick)]
    if PEERS_PYTHON.exists():
        tables += _beside_fairpyx(quick)
        notes.append(
            "fairpyx: Nearly_Fair_Division is its method for two people; it promises EF[1,1] and efficiency, not the "
            "best worst-off share. round_robin promises EF1 alone. Both were given burdens as shares of one's own "
            "whole. A home counts as not complete where tasks were left over or no division came back."
        )
    else:
        notes.append(
            "fairpyx is missing, so only our own times are shown. `make bench` installs it into .venv-bench."
        )
    tables.append(_bent(quick))
    return {"name": "sharing", "tables": tables, "notes": notes}


def make_home(count: int, seed: int, *, feelings: bool = True) -> Work:
    """A home of so many tasks, each with somebody today; answers are feelings, or burdens from 1 to 100."""
    dice = np.random.default_rng([count, seed])
    minutes, times = dice.choice([5, 10, 15, 20, 30, 45, 60], count), dice.choice([1, 1, 2, 3, 7], count)
    today = dice.integers(2, size=count)
    tasks = tuple(
        Task(f"task {i}", int(minutes[i]), int(times[i]), today=Today.by(Side(int(today[i]))))
        for i in range(count)
    )
    answers = [
        tuple(FEELINGS[n] for n in dice.integers(3, size=count))
        if feelings
        else tuple(dice.integers(1, 101, count).tolist())
        for _ in Side
    ]
    return Work(tasks, answers[0], answers[1])


def best_time(call: Callable[[], object], rounds: int) -> float:
    """The best of some rounds, in ms."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def peak(call: Callable[[], object]) -> float:
    """How many MB are held at the most during `call`, beside what was held before."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def _leximin(work: Work) -> object:
    return leximin(lay_out(work))


def _least_changed(work: Work) -> object:
    sharing = lay_out(work)
    return leximin(sharing), fewest_changes_efficient(sharing)


def _equal(work: Work) -> object:
    return equal_minutes(lay_out(work))


def _equal_least_changed(work: Work) -> object:
    return fewest_changes(lay_out(work))


CALLS = (_leximin, _least_changed, _equal, _equal_least_changed)
NAMES = (
    "frontier and leximin",
    "and fewest changes (efficient, EF1)",
    "equal minutes",
    "fewest changes at equal minutes",
)


def _row(name: str, homes: list[Work], rounds: int) -> list[Any]:
    row: list[Any] = [name, round(statistics.median(len(lay_out(work).frontier) for work in homes))]
    for call in CALLS:
        times = [best_time(lambda call=call, work=work: call(work), rounds) for work in homes]
        row.append(f"{statistics.median(times):.2f} (worst {max(times):.1f})")
    return [*row, round(max(peak(lambda call=call: call(homes[0])) for call in CALLS), 1)]


def _growth(quick: bool) -> dict[str, Any]:
    rows = []
    for feelings in (True, False):
        for count in SIZES[: 3 if quick else None]:
            homes = [make_home(count, seed, feelings=feelings) for seed in range(3 if quick else 12)]
            name = f"{count} tasks, {'feelings' if feelings else 'burdens 1 to 100'}"
            rows.append(_row(name, homes, 3 if quick or count > 40 else 9))
            for work in homes[:2]:
                sharing = lay_out(work)
                for division in (leximin(sharing), equal_minutes(sharing), fewest_changes(sharing)):
                    check(work, division)
    return {
        "title": "Our engine alone, ms (two homes of each kind proved by `check`)",
        "columns": ["home", "frontier", *NAMES, "memory MB"],
        "rows": rows,
    }


def _counts(quick: bool) -> dict[str, Any]:
    """33 tasks done 228 times a week in all, each time to be given to either."""
    dice = np.random.default_rng(33)
    times = [*[7] * 30, 6, 6, 6]
    kinds: dict[str, list[Work]] = {"feelings": [], "burdens 0 to 100": []}
    for number in range(2 if quick else 6):
        tasks = tuple(
            Task(
                f"task {i}",
                int(dice.choice([5, 10, 15, 20, 30])),
                n,
                today=Today(doing=50),
                split=Split.COUNTS,
            )
            for i, n in enumerate(times)
        )
        answers = [tuple(FEELINGS[n] for n in dice.integers(3, size=len(times))) for _ in Side]
        kinds["feelings"].append(Work(tasks, answers[0], answers[1]))
        odd = np.random.default_rng([33, number])
        burdens = [tuple(odd.integers(0, 101, len(times)).tolist()) for _ in Side]
        kinds["burdens 0 to 100"].append(Work(tasks, burdens[0], burdens[1]))
    for homes in kinds.values():
        for division in (leximin(lay_out(homes[0])), equal_minutes(lay_out(homes[0]))):
            check(homes[0], division)
    return {
        "title": f"Weekly counts: {len(times)} tasks, {sum(times)} times, ms",
        "columns": ["home", "frontier", *NAMES, "memory MB"],
        "rows": [_row(name, homes, 3) for name, homes in kinds.items()],
    }


def _ask_peer(asked: dict[str, Any]) -> dict[str, Any]:
    """What the peer answers; raises RuntimeError with what it complains about."""
    done = subprocess.run(
        [str(PEERS_PYTHON), "-m", "benchmarks.peers.fairpyx_peer"],
        input=json.dumps(asked),
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _beside_fairpyx(quick: bool) -> list[dict[str, Any]]:
    times, claims = [], []
    for count, number in PEER_SIZES[: 2 if quick else None]:
        dice = np.random.default_rng([7, count])
        burdens = [dice.integers(1, 11, (2, count)).tolist() for _ in range(3 if quick else number)]
        for algorithm in ("Nearly_Fair_Division", "round_robin"):
            found = _ask_peer({"burdens": burdens, "algorithm": algorithm, "rounds": 3 if quick else 9})
            homes = found["homes"]
            ours, theirs = ([home[key] for home in homes] for key in ("ours_ms", "theirs_ms"))
            ratio = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
            name = f"{count} tasks, {algorithm}"
            memory = [round(found[key], 2) for key in ("ours_mb", "theirs_mb")]
            times.append(
                [
                    name,
                    round(statistics.median(ours), 2),
                    round(statistics.median(theirs), 1),
                    ratio,
                    *memory,
                ]
            )
            for who, title in (("ours", "leximin, ours"), ("theirs", algorithm)):
                judged = [home[who] for home in homes]
                held = [
                    sum(each[claim] for each in judged) for claim in ("complete", "best", "efficient", "ef1")
                ]
                if (who, algorithm) != ("ours", "round_robin"):
                    claims.append(
                        [
                            f"{count} tasks, {title}",
                            len(homes),
                            *held,
                            round(max(j["above"] for j in judged), 3),
                        ]
                    )
    return [
        {
            "title": "Beside fairpyx, in turn, same homes, burdens 1 to 10 (numpy below 2)",
            "columns": ["home and method", "ours ms", "fairpyx ms", "times", "ours MB", "fairpyx MB"],
            "rows": times,
        },
        {
            "title": "What holds, of so many homes (worked out without either)",
            "columns": [
                "home and method",
                "homes",
                "complete",
                "best worst-off share",
                "efficient",
                "EF1",
                "worst off by",
            ],
            "rows": claims,
        },
    ]


def _bent(quick: bool) -> dict[str, Any]:
    """The share of minutes that one side reaches by what it answers, 13 tasks, the other side honest."""
    ways = {
        "honest": lambda work, _: work.first,
        "dislikes everything": lambda _, __: (Stance.DISLIKE,) * 13,
        "can't do half (drawn)": lambda work, half: tuple(
            Stance.CANNOT if i in half else answer for i, answer in enumerate(work.first)
        ),
    }
    rows = []
    for name, way in ways.items():
        reached = []
        for seed in range(20 if quick else 150):
            work = make_home(13, seed)
            half = set(np.random.default_rng(seed).permutation(13)[:6].tolist())
            sharing = lay_out(Work(work.tasks, way(work, half), work.second))
            reached.append(
                [Fraction(d.minutes[0], sum(d.minutes)) for d in (leximin(sharing), equal_minutes(sharing))]
            )
        rows.append([name, *(round(float(sum(each) / len(each)), 2) for each in zip(*reached, strict=True))])
    return {
        "title": "How a division can be bent: one side's share of the minutes (13 tasks)",
        "columns": ["what one side answers", "by burden (leximin)", "equal minutes (the default)"],
        "rows": rows,
    }
