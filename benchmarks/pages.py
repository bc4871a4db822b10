"""Each page of each room at one and at ten years of history, in process, through the whole middleware."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.house import Browser, house

if TYPE_CHECKING:
    from benchmarks.history import Somebody
    from bothand.kit.tests.cases import PageCase

ROUNDS = 60
CROWD = 2000
SEARCH_ROUNDS = 20
WARM_UP = 5
ALONE, TOGETHER, SEARCH = 30, 40, 600
"""So many bare pages a page for one may take, a page for two, and a search. Hosts differ by a factor of three from hour to hour, so
nothing is judged by milliseconds."""
TEN_YEARS = 1.2
"""So many times the page of one year."""
STEADY = 1.5
"""A run whose bare page has a p95 beyond so many medians was disturbed, and nothing is judged by it."""
TIMES = ["1 year p50 ms", "10 years p50 ms", "10 years p95 ms", "p95 of CPU ms", "x bare", "queries"]
COLUMNS = ["page", *TIMES, "ten / one (CPU p50)", ""]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The bare page of this run, signed out: its median on the processor in ms, and whether it was the same throughout."""

    bare: float
    steady: bool

    def multiple(self, milliseconds: float) -> float:
        """How many bare pages that is."""
        return milliseconds / self.bare

    def judge(self, times: "Times", budget: float, *, ratio: float = 0.0) -> str:
        """Whether 95 of 100 took at most so many bare pages; `ratio` is what ten years took of one."""
        if not self.steady:
            return "not judged"
        held = self.multiple(p95(times.cpu)) <= budget and ratio <= TEN_YEARS
        return "held" if held else "MISSED"


@dataclass(slots=True)
class Times:
    """What some requests took, in ms: on the clock, and of the processor alone."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, ask: Callable[[], object]) -> None:
        """Measure one."""
        wall, cpu = time.perf_counter(), time.process_time()
        ask()
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not pass."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def run(quick: bool = False) -> dict[str, Any]:
    """Build two histories, ask for every page in turn of both, then search the long one."""
    with house():
        from tests.harness import page_cases

        from benchmarks.history import crowd, pair, somebody
        from bothand.shell import memory

        one, ten = somebody("one", 1), somebody("ten", 10)
        memory.settle_collector()
        rounds = 3 if quick else ROUNDS
        bare, stick = _bare(ten, rounds)
        alone = _pages(one, ten, rounds, [case for case in page_cases() if not case.paired], stick)
        found = _search(one, ten, 2 if quick else SEARCH_ROUNDS, stick)
        for who in (one, ten):
            pair(who, somebody(f"{who.name} too", who.years, written=1))
        # What Today holds for two is more than for one; the other pages for one stay what they are.
        between = [case for case in page_cases() if case.paired or case.url == "today"]
        joint = _pages(one, ten, rounds, between, stick, both=True)
        crowd(ten.mine, CROWD, today=ten.stage().today)
        rooms = [case for case in page_cases() if case.url.startswith("people_")]
        crowded = _crowded(ten, rounds, rooms, stick)
    return {
        "name": "pages",
        "tables": [
            {
                "title": f"Pages; budget {ALONE} bare pages at p95 and {TEN_YEARS} x one year",
                "columns": COLUMNS,
                "rows": bare + alone,
            },
            {
                "title": f"Pages of two; budget {TOGETHER} bare pages at p95 and {TEN_YEARS} x one year",
                "columns": COLUMNS,
                "rows": joint,
            },
            {
                "title": f"Pages with {CROWD:,} people around one, and as many more from a file; {ALONE} bare pages at p95",
                "columns": ["page", "p50 ms", "p95 ms", "p95 of CPU ms", "x bare", "queries", ""],
                "rows": crowded,
            },
            {
                "title": f"Search over everything; budget {SEARCH} bare pages at ten years",
                "columns": ["looked for", *TIMES, ""],
                "rows": found,
            },
        ],
        "notes": [
            "1,000 documents a year: a pulse each day, the rest pages of 20 to 250 words; and a check-in each week. Ten years are 10,000 and 520.",
            "Two have two lines of thanks a week from each besides, for as long as the one has been here whose pages are asked for.",
            f"{rounds} requests a page and person, the two in turn, after {WARM_UP} to warm up. No network: the WSGI application is called as a server calls it, every middleware included.",
            "CPU is the time of this process alone, without what others on the machine took; verdicts and ratios go by it.",
            f"Load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores. Above the number of cores, cores shared in halves and cold caches make CPU times up to twice as long too; compare with the bare page of the same run.",
            "The bare page is a view of plain Django with a template of twenty lines, behind the same middleware. Budgets are multiples of its median on the processor, signed out, in the same run: "
            f"{stick.bare:.2f} ms here. "
            + (
                "It was steady."
                if stick.steady
                else "It was NOT steady, so nothing is judged: run again on a quiet machine."
            ),
        ],
    }


def _bare(who: "Somebody", rounds: int) -> tuple[list[list[Any]], Yardstick]:
    from benchmarks.bare import PATH

    rows = []
    for name, browser in (("bare page, signed in", who.browser), ("bare page, nobody signed in", Browser())):
        times = _measured([(browser, PATH)], rounds)[0]
        # The last of the two is what all is measured by.
        stick = Yardstick(
            statistics.median(times.cpu), p95(times.cpu) <= STEADY * statistics.median(times.cpu)
        )
        wall, cpu = statistics.median(times.wall), p95(times.cpu)
        queries = _queries(lambda b=browser: b.get(PATH))
        rows.append([name, "", wall, p95(times.wall), cpu, stick.multiple(cpu), queries, "", ""])
    return rows, stick


def _pages(
    one: "Somebody",
    ten: "Somebody",
    rounds: int,
    cases: list["PageCase"],
    stick: Yardstick,
    *,
    both: bool = False,
) -> list[list[Any]]:
    from tests.harness import path_of

    rows = []
    for case in cases:
        asked = []
        for who in (one, ten):
            path = path_of(case, who.stage())
            asked.append((Browser() if case.signed_out else who.browser, path))
        short, long = _measured(asked, rounds)
        ratio = statistics.median(long.cpu) / statistics.median(short.cpu)
        rows.append(
            [
                f"{case.url}, two" if both and not case.paired else _named(case),
                statistics.median(short.wall),
                statistics.median(long.wall),
                p95(long.wall),
                p95(long.cpu),
                stick.multiple(p95(long.cpu)),
                _queries(lambda on=asked[1]: on[0].get(on[1])),
                ratio,
                stick.judge(long, TOGETHER if both else ALONE, ratio=ratio),
            ]
        )
    return rows


def _crowded(who: "Somebody", rounds: int, cases: list["PageCase"], stick: Yardstick) -> list[list[Any]]:
    """The room of people alone, for somebody who has very many."""
    from tests.harness import path_of

    rows = []
    for case in cases:
        path = path_of(case, who.stage())
        (times,) = _measured([(who.browser, path)], rounds)
        rows.append(
            [
                _named(case),
                statistics.median(times.wall),
                p95(times.wall),
                p95(times.cpu),
                stick.multiple(p95(times.cpu)),
                _queries(lambda path=path: who.browser.get(path)),
                stick.judge(times, ALONE),
            ]
        )
    return rows


def _named(case: "PageCase") -> str:
    """The name of the address, and what stands behind its question mark."""
    return f"{case.url} ?{case.query}" if case.query else case.url


def _measured(asked: list[tuple[Browser, str]], rounds: int) -> list[Times]:
    """The times of some addresses, asked in turn, so that whatever slows the machine slows all alike."""
    times = [Times() for _ in asked]
    for number in range(WARM_UP + rounds):
        for kept, (browser, path) in zip(times, asked, strict=True):
            if number < WARM_UP:
                browser.get(path)
                if browser.status != 200:
                    raise RuntimeError(f"{path} answered {browser.status}")
            else:
                kept.take(lambda b=browser, p=path: b.get(p))
    return times


def _search(one: "Somebody", ten: "Somebody", rounds: int, stick: Yardstick) -> list[list[Any]]:
    from django.urls import reverse

    from benchmarks.history import RARE

    rows, path = [], reverse("journal_search")
    for name, term in (
        ("a word in every page", "the"),
        ("a word in few", RARE),
        ("a word in none", "xylophone"),
    ):
        times = []
        for who in (one, ten):
            data = {**who.browser.guards(path), "term": term}
            kept, send = Times(), lambda b=who.browser, d=data: b.post(path, d)
            send()
            if who.browser.status != 200:
                raise RuntimeError(f"searching answered {who.browser.status}")
            for _ in range(rounds):
                kept.take(send)
            times.append(kept)
        short, long = times
        rows.append(
            [
                name,
                statistics.median(short.wall),
                statistics.median(long.wall),
                p95(long.wall),
                p95(long.cpu),
                stick.multiple(p95(long.cpu)),
                _queries(send),
                stick.judge(long, SEARCH),
            ]
        )
    return rows


def _queries(ask: Callable[[], object]) -> int:
    """How many statements a request sends."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as caught:
        ask()
    return len(caught)
