"""How soon `bothand serve` answers, and how much memory it takes while nobody comes."""

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.serving import Serving, serving

STARTS = 7
SETTLED_AFTER = 3.0


def run(quick: bool = False) -> dict[str, Any]:
    """Start it on a fresh folder, then again and again."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        first, _ = _start(data, settle=0)
        again = [_start(data, settle=0)[0] for _ in range(1 if quick else STARTS)]
        _, memory = _start(data, settle=SETTLED_AFTER)
    rows = [
        ["first start: folder, database", first, "", ""],
        ["every other start, median", statistics.median(again), 2.0, _held(statistics.median(again), 2.0)],
        ["every other start, slowest", max(again), 2.0, _held(max(again), 2.0)],
    ]
    shared, whole = memory["pss"], memory["rss"]
    return {
        "name": "serve",
        "tables": [
            {
                "title": "From the command to the first page of sign-in",
                "columns": ["what", "s", "budget", ""],
                "rows": rows,
            },
            {
                "title": "Memory while idle, all processes, after one page",
                "columns": ["counted", "MB", "budget", ""],
                "rows": [
                    ["shared pages once (PSS)", shared, 120, _held(shared, 120)],
                    ["shared pages in each process (RSS)", whole, 120, _held(whole, 120)],
                ],
            },
        ],
        "notes": [f"{len(again)} starts after the first; other work on the machine slows them."],
    }


def _start(data: Path, *, settle: float) -> tuple[float, dict[str, float]]:
    begun = time.perf_counter()
    with serving(data) as running:
        taken = time.perf_counter() - begun
        status = running.get("/in/")[0]
        if status != 200:
            raise RuntimeError(f"the sign-in page answered {status}")
        time.sleep(settle)  # memory is told once it has settled
        return taken, _memory(running)


def _memory(running: Serving) -> dict[str, float]:
    """MB in all processes, from the kernel's own sums."""
    total = {"rss": 0.0, "pss": 0.0}
    for process in running.processes():
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.lower() in total:
                total[name.lower()] += int(value.split()[0]) / 1024
    return total


def _held(value: float, budget: float) -> str:
    return "held" if value <= budget else "MISSED"
