"""The week: our engine beside CP-SAT on the same weeks, with the same rules.

`python -m benchmarks week`. CP-SAT lives in an environment of its own; there both are called in turn on each week, in one
process. It gets the same rows over the same places to begin, one worker, and finds what is fair in the same stages.
"""

import random
import statistics
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from bothand.engines.side import Side
from bothand.engines.week import (
    Busy,
    Effort,
    JointWish,
    Kind,
    Line,
    Person,
    Problem,
    Week,
    Window,
    Wish,
    check,
    propose,
)
from bothand.engines.week.program import write_rules
from bothand.engines.week.starts import Layout, lay_out

PEERS = True
ZONE = ZoneInfo("Europe/Berlin")
SECONDS = 3.0
SIZES = ((12, 20), (30, 10), (45, 4))
"""Wishes, and how many weeks."""
PLACES = (("", 0), ("", 0), ("", 0), ("gym", 15), ("town", 30), ("park", 15), ("friends", 30))
MEMORY = """
import sys
from pathlib import Path
from benchmarks.week import make_week, propose
propose(make_week(int(sys.argv[1]), 0), seconds=3)
# Not ru_maxrss: that of a new process begins at what its parent had.
lines = Path("/proc/self/status").read_text().splitlines()
print(int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024)
"""


def run(quick: bool = False) -> dict[str, Any]:
    """All tables; with `quick` fewer weeks."""
    rows = [_compare(size, 2 if quick else count) for size, count in SIZES]
    memory = [[size, _measure_memory(size)] for size, _ in SIZES]
    return {
        "name": "week",
        "tables": [
            {
                "title": f"The fairest week, {SECONDS:g} s at most",
                "columns": [
                    "wishes",
                    "weeks",
                    "ours, s (median, worst)",
                    "ours proved",
                    "ours gap, largest",
                    "CP-SAT, s (median, worst)",
                    "CP-SAT proved",
                    "ours / CP-SAT",
                    "smaller share: ours higher / equal / lower",
                ],
                "rows": rows,
            },
            {
                "title": "Memory of a process that plans once",
                "columns": ["wishes", "MB at most"],
                "rows": memory,
            },
        ],
        "notes": [
            "Times are of processor time of this process, so that what else the machine does counts less.",
            "Each plan of ours was proved by its checker to keep every rule, and to leave no room for what is missing.",
            "A gap is by how much the smaller share could be larger at most, where time ran out.",
            "Weeks: a third of the wishes joint, shifts of work, ways to five places, a line each, a step of 15 minutes.",
        ],
    }


def make_week(size: int, seed: int) -> Problem:
    """A week of two who work, with so many wishes."""
    dice = random.Random(seed * 1000 + size)
    first, second, joint = size // 3, size // 3, size - 2 * (size // 3)
    return Problem(
        Week(date(2026, 3, 23), "Europe/Berlin"),
        *(
            Person(
                tuple(Wish(**_make_wish(dice, f"{name} {at}")) for at in range(count)),
                tuple(_make_busy(dice)),
                (Line("mine", Window(18 * 60, 24 * 60), frozenset({dice.randrange(7)})),),
                free=30,
            )
            for name, count in (("one", first), ("two", second))
        ),
        tuple(
            JointWish(Wish(**_make_wish(dice, f"both {at}")), (dice.randrange(6), dice.randrange(1, 6)))
            for at in range(joint)
        ),
    )


def _make_wish(dice: random.Random, name: str) -> dict[str, Any]:
    place, travel = dice.choice(PLACES)
    return {
        "name": name,
        "minutes": dice.choice((30, 45, 60, 90, 120, 180, 240)),
        "kind": dice.choice(tuple(Kind)),
        "times": dice.choice((1, 1, 2, 3)),
        "days": frozenset(dice.sample(range(7), dice.randrange(2, 8))),
        "window": Window(dice.choice((7, 9, 12, 17, 18)) * 60, dice.choice((21, 22, 23)) * 60),
        "importance": dice.randrange(1, 6),
        "effort": dice.choice(tuple(Effort)),
        "place": place,
        "travel": travel,
    }


def _make_busy(dice: random.Random) -> list[Busy]:
    busy = []
    for day in range(5):
        start = datetime(2026, 3, 23 + day, dice.choice((8, 9, 13)), tzinfo=ZONE)
        busy.append(
            Busy(start, start + timedelta(hours=8), "work", dice.choice((15, 30)), tiring=dice.random() < 0.3)
        )
    for _ in range(4):
        start = datetime(2026, 3, 23, 18, tzinfo=ZONE) + timedelta(
            days=dice.randrange(7), minutes=30 * dice.randrange(6)
        )
        busy.append(Busy(start, start + timedelta(hours=dice.randrange(1, 4))))
    return busy


def _compare(size: int, count: int) -> list[Any]:
    ours, theirs, gaps, proved, peer_proved = [], [], [], 0, 0
    shares = [0, 0, 0]
    for seed in range(count):
        problem = make_week(size, seed)
        start = time.process_time()
        plan = propose(problem, seconds=SECONDS)
        ours.append(time.process_time() - start)
        check(problem, plan)
        proved += plan.proved
        gaps.append(plan.gap)
        start = time.process_time()
        least, peer_done = solve_with_cp_sat(lay_out(problem), plan.possible)
        theirs.append(time.process_time() - start)
        peer_proved += peer_done
        own = min(plan.share(side) for side in Side)
        shares[0 if own > least else 1 if own == least else 2] += 1
    ratio = statistics.median(mine / peer for mine, peer in zip(ours, theirs, strict=True))
    return [
        size,
        count,
        f"{statistics.median(ours):.2f}, {max(ours):.2f}",
        f"{proved} of {count}",
        f"{float(max(gaps)):.3f}",
        f"{statistics.median(theirs):.2f}, {max(theirs):.2f}",
        f"{peer_proved} of {count}",
        f"x {ratio:.2f}",
        " / ".join(map(str, shares)),
    ]


def solve_with_cp_sat(layout: Layout, possible: tuple[int, int]) -> tuple[Fraction, bool]:
    """The smaller share CP-SAT finds in three stages, and whether each is proved: what is possible, smaller, other."""
    from ortools.sat.python import cp_model

    columns = [(at, start) for at, one in enumerate(layout.activities) for start in one.starts]
    rows = list(write_rules(layout, columns))
    size = max([len(columns), *(at for row in rows for at in row[2])]) + 1
    model = cp_model.CpModel()
    chosen = [model.new_bool_var(str(at)) for at in range(size)]
    for _, most, numbers in rows:
        if most == 1 and all(number == 1 for number in numbers.values()):
            model.add_at_most_one(chosen[at] for at in numbers)
        else:
            model.add(sum(int(number) * chosen[at] for at, number in numbers.items()) <= int(most))
    worth = [
        sum(layout.activities[at].value[side] * chosen[column] for column, (at, _) in enumerate(columns))
        for side in Side
    ]
    left, done = SECONDS, True

    def solve() -> Any:
        nonlocal left, done
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 1, max(left, 0.01)
        status = solver.solve(model)
        left -= solver.wall_time
        done = done and status == cp_model.OPTIMAL
        return solver if status in {cp_model.OPTIMAL, cp_model.FEASIBLE} else None

    for side in Side:
        if possible[side]:
            model.maximize(worth[side])
            solve()
    sides = [side for side in Side if possible[side]]
    whole = possible[0] * possible[1] if len(sides) == 2 else sum(possible)
    smaller = model.new_int_var(0, whole, "smaller")
    for side in sides:
        model.add(smaller <= worth[side] * (whole // possible[side]))
    model.maximize(smaller)
    found = solve()
    if found is None:
        return Fraction(0), False
    least = Fraction(int(found.objective_value), whole) if whole else Fraction(1)
    model.add(smaller >= int(found.objective_value))
    model.maximize(sum(worth[side] * (whole // possible[side]) for side in sides))
    solve()
    return least, done


def _measure_memory(size: int) -> int:
    """MB of a process that plans one week, at its most."""
    result = subprocess.run(
        [sys.executable, "-c", MEMORY, str(size)], capture_output=True, text=True, check=True
    )
    return int(result.stdout.split()[-1])
