"""Negotiation: our engine beside NegMAS on the same deals, and alone where NegMAS cannot follow.

`python -m benchmarks negotiation`. NegMAS lives in an environment of its own; there both are called in turn on each
deal, in one process. Where they disagree, every outcome is looked at.
"""

import json
import statistics
import subprocess
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bothand.engines.negotiation import Deal, Issue, OnlyIf, Preferences, Side, check, disclosure, negotiate

ROOT = Path(__file__).parent.parent
PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"

PEER_SIZES = ((5, 5, 8), (6, 6, 5), (8, 5, 3))
"""Issues, options and how many deals; NegMAS lists every outcome, and takes a minute and 3.6 GB at 10 x 5."""

GROWTH = (
    # name, issues, options, fully opposed, bonuses around a ring, budget in ms
    ("8 x 5", 8, 5, False, False, 0.8),
    ("10 x 5", 10, 5, False, False, 0.8),
    ("20 x 5", 20, 5, False, False, None),
    ("30 x 10", 30, 10, False, False, 3),
    ("30 x 5, fully opposed", 30, 5, True, False, None),
    ("30 x 10, fully opposed", 30, 10, True, False, 50),
    ("20 x 5, a ring of bonuses", 20, 5, False, True, None),
    ("20 x 10, a ring of bonuses", 20, 10, False, True, None),
)


def run(quick: bool = False) -> dict[str, Any]:
    """All tables; with `quick` fewer deals and rounds."""
    notes = [
        "Times are medians over deals of the best of several rounds; memory is the peak beside what was held before.",
        "Each result of the growth table is proved by `check`, which shares no code with what it proves.",
    ]
    tables = [_growth(quick)]
    if PEERS_PYTHON.exists():
        tables += _beside_negmas(quick)
        notes.append(
            "NegMAS is not asked beyond 8 x 5: it lists every outcome; 10 x 5 once took 62 s and 3.6 GB."
        )
        notes.append(
            "NegMAS and the rules: it replaces a no agreement below the worst outcome by that worst outcome, "
            "which moves Nash, and its Kalai-Smorodinsky takes the smallest difference of the shares, also where "
            "another package gives the one who gets less a larger share."
        )
    else:
        notes.append(
            "NegMAS is missing, so only our own times are shown. `make bench` installs it into .venv-bench."
        )
    tables += [_given_away(quick), _bent(quick)]
    return {"name": "negotiation", "tables": tables, "notes": notes}


def make_deal(
    issues: int, options: int, seed: int, *, opposed: bool = False, ring: bool = False, floor: float = 0.0
) -> Deal:
    """A deal with weights 1 to 10 and ratings 0 to 10, no agreement worth `floor` of each one's best."""
    dice = np.random.default_rng([issues, options, seed])
    weights = dice.integers(1, 11, (2, issues))
    ratings = dice.integers(0, 11, (2, issues, options))
    if opposed:
        weights[1], ratings[1] = weights[0], 10 - ratings[0]
    preferences = []
    for who, name in enumerate(("Alex", "Sam")):
        pairs = tuple(
            OnlyIf(
                (n, int(dice.integers(options))),
                ((n + 1) % issues, int(dice.integers(options))),
                int(dice.integers(-20, 21)),
            )
            for n in range(issues if ring else 0)
        )
        preferences.append(
            Preferences(
                name,
                tuple(weights[who].tolist()),
                tuple(map(tuple, ratings[who].tolist())),
                reservation_value=int(floor * int((weights[who] * ratings[who].max(axis=1)).sum())),
                only_if=pairs,
            )
        )
    names = tuple(Issue(f"issue {n}", tuple(f"option {m}" for m in range(options))) for n in range(issues))
    return Deal(names, (preferences[0], preferences[1]))


def best_time(call: Callable[[], object], rounds: int) -> float:
    """The best of some rounds, in ms."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def _growth(quick: bool) -> dict[str, Any]:
    rows = []
    for name, issues, options, opposed, ring, budget in GROWTH:
        deals = [
            make_deal(issues, options, seed, opposed=opposed, ring=ring) for seed in range(2 if quick else 10)
        ]
        times = [best_time(lambda deal=deal: negotiate(deal), 3 if quick or ring else 15) for deal in deals]
        results = [negotiate(deal) for deal in deals]
        for result in results[: 1 if quick else 3]:
            check(result)
        sizes = [len(result.frontier) for result in results]
        rows.append(
            [
                name,
                f"{float(options**issues):.0e}",
                statistics.median(sizes),
                round(statistics.median(times), 2),
                round(max(times), 2),
                "-" if budget is None else budget,
                round(peak(lambda deal=deals[0]: negotiate(deal)), 1),
            ]
        )
    columns = ["deal", "outcomes", "frontier", "median ms", "worst ms", "budget ms", "memory MB"]
    return {"title": "Our engine alone", "columns": columns, "rows": rows}


def peak(call: Callable[[], object]) -> float:
    """How many MB are held at the most during `call`, beside what was held before."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def _ask_peer(given: str) -> str:
    """What the peer prints; raises RuntimeError with what it complains about."""
    done = subprocess.run(
        [str(PEERS_PYTHON), "-m", "benchmarks.peers.negmas_peer"],
        input=given,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _beside_negmas(quick: bool) -> list[dict[str, Any]]:
    """The table of times and the table of agreement, both measured in the peers' interpreter."""
    times, agreement = [], []
    for issues, options, number in PEER_SIZES[: 2 if quick else None]:
        for floor in (0.4, 0.0):
            asked = {"issues": issues, "options": options, "seeds": 2 if quick else number, "floor": floor}
            found = json.loads(_ask_peer(json.dumps(asked)))
            name = f"{issues} x {options}, no agreement {floor:.0%} of the best"
            ours, theirs = statistics.median(found["ours_ms"]), statistics.median(found["theirs_ms"])
            ratio = statistics.median(
                b / a for a, b in zip(found["ours_ms"], found["theirs_ms"], strict=True)
            )
            memory = [round(found[key], 1) for key in ("ours_mb", "theirs_mb")]
            times.append([name, round(ours, 3), round(theirs, 1), ratio, *memory])
            agreement.append([name, found["deals"], *(found[key] for key in AGREEMENT)])
    return [
        {
            "title": "Beside NegMAS, in turn, same deals (numpy below 2)",
            "columns": ["deal", "ours ms", "NegMAS ms", "times", "ours MB", "NegMAS MB"],
            "rows": times,
        },
        {
            "title": "Who is right, of so many deals (every outcome looked at)",
            "columns": ["deal", "deals", *AGREEMENT.values()],
            "rows": agreement,
        },
    ]


AGREEMENT = {
    "ours_right": "ours, all three right",
    "frontier": "NegMAS frontier right",
    "frontier_scaled": "with weights scaled to 1",
    "nash": "NegMAS Nash right",
    "nash_raised": "Nash over the worst outcome",
    "ks": "NegMAS K.-S. right",
    "ks_smallest_difference": "K.-S. has the smallest difference",
}


def _given_away(quick: bool) -> dict[str, Any]:
    """What two crude guessers make of packages and their own numbers."""
    rows = []
    for issues, options in ((5, 4), (8, 5)):
        shares: dict[str, list[tuple[float, ...]]] = {}
        for seed in range(3 if quick else 40):
            deal = make_deal(issues, options, seed)
            result = negotiate(deal)
            every = [package.outcome for package in result.frontier]
            views = {
                "one package": ([result.leximin.outcome] if result.leximin else [], False),
                "three, spaced": (_spaced(every, 3), False),
                "eight, spaced": (_spaced(every, 8), False),
                "all": (every, True),
            }
            for view, (shown, whole) in views.items():
                found = disclosure(deal, Side.FIRST, shown, whole=whole)
                guesses = [
                    disclosure(deal, Side.FIRST, shown, whole=whole, guess=guess).share
                    for guess in ("fitted", "plain")
                ]
                certain = found.certain / max(1, found.pairs)
                shares.setdefault(view, []).append((certain, *guesses, found.share))
        for view, figures in shares.items():
            means = [round(float(mean), 2) for mean in np.mean(figures, axis=0)]
            rows.append([f"{issues} x {options}", view, *means])
    columns = [
        "deal",
        "shown",
        "ordered for certain",
        "fitted guess right",
        "plain guess right",
        "the stronger of the two",
    ]
    return {
        "title": "What packages give away of the other's order of options (chance .5)",
        "columns": columns,
        "rows": rows,
    }


def _spaced(things: list[Any], most: int) -> list[Any]:
    places = np.unique(np.linspace(0, len(things) - 1, most).round().astype(int))
    return [things[place] for place in places]


def _bent(quick: bool) -> dict[str, Any]:
    """What bending the answers brings, on 5 x 4 deals; shares from the worst outcome (0) to the best (1)."""
    from benchmarks.bending import WAYS, shares

    rows = []
    for name, way in WAYS.items():
        found = [shares(make_deal(5, 4, seed), way) for seed in range(40 if quick else 400)]
        reached = [pair for pair in found if pair is not None]
        one, other = np.mean(reached, axis=0)
        rows.append([name, round(float(one), 2), round(float(other), 2), len(found) - len(reached)])
    columns = ["what one side does", "that side reaches", "the other reaches", "without agreement"]
    return {"title": "How a result can be bent (5 x 4)", "columns": columns, "rows": rows}
