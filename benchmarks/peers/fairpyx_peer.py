"""Our engine and fairpyx in turn on the same homes, in the peers' interpreter: JSON in, JSON out.

`python -m benchmarks.peers.fairpyx_peer < {"burdens": [[[3, 1], [2, 5]]], "others": true}`, where `burdens` has one pair
of lists a home. Whose result is right is worked out here without either library.
"""

import json
import logging
import sys
import time
import warnings
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

from benchmarks.sharing import best_time, peak
from bothand.engines.sharing import Division, Task, Work, lay_out, leximin

Burdens = tuple[list[int], list[int]]
Bundle = set[int]  # the tasks of the first person


def ours(work: Work) -> Division:
    """The whole frontier, and leximin on it."""
    return leximin(lay_out(work))


def work_of(burdens: Burdens) -> Work:
    return Work(tuple(Task(str(i), 10) for i in range(len(burdens[0]))), tuple(burdens[0]), tuple(burdens[1]))


def fairpyx_call(burdens: Burdens, algorithm: str) -> Callable[[], Bundle | None]:
    """A call of one of fairpyx's algorithms; burdens as shares of one's own whole, below zero, as it wants chores."""
    import fairpyx

    count = len(burdens[0])
    values = {
        name: {str(i): -burden / sum(each) for i, burden in enumerate(each)}
        for name, each in zip(("one", "two"), burdens, strict=True)
    }
    limits: dict[str, Any] = {"item_capacities": {str(i): 1 for i in range(count)}}
    if algorithm == "Nearly_Fair_Division":
        limits["item_categories"] = dict.fromkeys(values["one"], "work")
        limits["category_capacities"] = {"work": count}
        from fairpyx.algorithms.shoshan_hazon_segalhalevi import Nearly_Fair_Division as method
    else:
        method = getattr(fairpyx.algorithms, algorithm)

    def call() -> Bundle | None:
        found = fairpyx.divide(method, instance=fairpyx.Instance(valuations=values, **limits))
        if found is None or len(found["one"]) + len(found["two"]) != count:
            return None
        return {int(item) for item in found["one"]}

    return call


class Truth:
    """The least second burden for each first one, by a table; for few tasks by trying every division too."""

    def __init__(self, burdens: Burdens) -> None:
        self.burdens = burdens
        self.whole = [sum(each) for each in burdens]
        least = np.full(self.whole[0] + 1, 2**40)
        least[0] = 0
        for one, two in zip(*burdens, strict=True):
            shifted = np.full_like(least, 2**40)
            shifted[one:] = least[: len(least) - one]
            least = np.minimum(shifted, least + two)
        self.least = least
        self.points = {(int(a), int(b)) for a, b in enumerate(least) if b < 2**40}
        self.best = min(max(self.shares(point)) for point in self.points)
        if len(burdens[0]) <= 12:
            assert self.best == min(max(self.shares(point)) for point in self._every())

    def _every(self) -> set[tuple[int, int]]:
        places = np.arange(len(self.burdens[0]))
        chosen = np.arange(2 ** len(places))[:, None] >> places & 1
        one = chosen @ np.array(self.burdens[0])
        two = (1 - chosen) @ np.array(self.burdens[1])
        return set(zip(one.tolist(), two.tolist(), strict=True))

    def shares(self, burden: tuple[int, int]) -> list[Fraction]:
        return [Fraction(burden[who], self.whole[who]) for who in (0, 1)]

    def judge(self, first: Bundle | None) -> dict[str, float]:
        """What holds of a division that gives the first person these tasks; None: tasks were left over."""
        if first is None:
            return {"complete": 0, "best": 0, "efficient": 0, "ef1": 0, "above": 0.0}
        tasks = range(len(self.burdens[0]))
        held = [first, set(tasks) - first]
        burden = (sum(self.burdens[0][i] for i in held[0]), sum(self.burdens[1][i] for i in held[1]))
        worst = max(self.shares(burden))
        below = any(a <= burden[0] and b <= burden[1] and (a, b) != burden for a, b in self.points)
        content = all(
            2 * burden[who] - max((self.burdens[who][i] for i in held[who]), default=0) <= self.whole[who]
            for who in (0, 1)
        )
        return {
            "complete": 1,
            "best": int(worst == self.best),
            "efficient": int(not below),
            "ef1": int(content),
            "above": float(worst - self.best),
        }


def compare(burdens: Burdens, algorithm: str, rounds: int) -> dict[str, Any]:
    """Times in turn, and what holds of both results."""
    work, call = work_of(burdens), fairpyx_call(burdens, algorithm)
    truth = Truth(burdens)
    first = best_time(lambda: ours(work), rounds)
    start = time.perf_counter()
    theirs = call()
    took = (time.perf_counter() - start) * 1000
    second = best_time(lambda: ours(work), rounds)
    mine = {i for i, units in enumerate(ours(work).units) if units}
    return {
        "ours_ms": min(first, second),
        "theirs_ms": took,
        "ours": truth.judge(mine),
        "theirs": truth.judge(theirs),
    }


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    asked = json.loads(sys.stdin.read())
    fairpyx_call(([1, 2], [2, 1]), asked["algorithm"])()  # so that loading it is not timed
    homes = [(list(one), list(two)) for one, two in asked["burdens"]]
    found: dict[str, Any] = {
        "homes": [compare(burdens, asked["algorithm"], asked["rounds"]) for burdens in homes]
    }
    work, call = work_of(homes[0]), fairpyx_call(homes[0], asked["algorithm"])
    found["ours_mb"], found["theirs_mb"] = peak(lambda: ours(work)), peak(call)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
