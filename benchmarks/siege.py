"""Two people at work and a third who leaves, again and again, while strangers lay siege to the server."""

import ast
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.proxies import CADDY, behind_caddy
from tests.serving import Serving, serving
from tests.soak import Browser, Form

from benchmarks import besiegers
from benchmarks.pages import p95

CALM_SECONDS, SIEGE_SECONDS, QUICK_SECONDS = 30.0, 600.0, 60.0
PAUSE = 0.5
BUDGET = 1.0
Serve = Callable[[Path], AbstractContextManager[Serving]]
TODAY, WRITING, SIGNING_IN, EXIT = (
    "*Today*",
    "a page of the journal written, and shown",
    "signing in on a device that was here before",
    "quick exit",
)


class Stopwatch:
    """Seconds by what was done; and how often something else came instead."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = {}
        self.refused: dict[str, int] = {}
        self._guard = threading.Lock()

    def take(self, what: str, act: Callable[[], object]) -> bool:
        """Do it; whether it was done."""
        begun = time.perf_counter()
        try:
            act()
        except (OSError, urllib.error.URLError):
            with self._guard:
                self.refused[what] = self.refused.get(what, 0) + 1
            return False
        with self._guard:
            self.taken.setdefault(what, []).append(time.perf_counter() - begun)
        return True


def run(quick: bool = False) -> dict[str, Any]:
    """The house itself, then the house through Caddy as docs/install.md has it: each first in calm, then besieged."""
    seconds = QUICK_SECONDS if quick else SIEGE_SECONDS
    tables = _hold_siege("straight to it", serving, seconds)
    if CADDY is None:
        tables.append(
            {"title": "Through Caddy", "columns": ["what"], "rows": [["not run: there is no Caddy here"]]}
        )
    else:
        tables += _hold_siege("through Caddy", partial(behind_caddy, name="localhost"), seconds)
    return {
        "name": "siege",
        "tables": tables,
        "notes": [
            (f"Two sieges of {seconds:.0f} s: {besiegers.SLOW} slow bodies and {besiegers.SILENT} silent connections from "
            f"{besiegers.ADDRESSES} addresses each, {besiegers.CROWD} silent connections from one more, {besiegers.GUESSERS} hands "
            "that guess one of the two's password from as many addresses. Whoever is cut off comes again at once, the crowd "
            "of one address after a second."),
            "Through Caddy all of it comes by TLS, to the Caddyfile of docs/install.md.",
            "Everything runs on one machine, besiegers too. Each request of the two is a connection of its own.",
        ],
    }  # fmt: skip


def _hold_siege(way: str, serve: Serve, seconds: float) -> list[dict[str, Any]]:
    """Two tables: what people waited, and what came of the siege."""
    with tempfile.TemporaryDirectory() as folder, serve(_demo(Path(folder))) as served:
        from bothand.cli.demo.story import load_people

        people = [(each.login, each.password) for each in load_people()]
        browsers = []
        for login, password in people:
            browsers.append(Browser(served))
            browsers[-1].post("/in/", name=login, password=password)
        calm = _work(served, browsers, people, min(CALM_SECONDS, seconds))
        with _besieged(served, people[0][0]) as told:
            besieged = _work(served, browsers, people, seconds)
            came = ast.literal_eval(told())
    return [
        {
            "title": f"Seconds, as two people and a third see them, {way}",
            "columns": [
                "what", "calm, median", "besieged, median", "besieged, p95", "besieged, longest",
                "times", "not answered", "budget", "",
            ],
            "rows": [_row(what, calm, besieged) for what in (TODAY, WRITING, EXIT, SIGNING_IN)],
        },
        {
            "title": f"What came of the siege, {way}",
            "columns": ["what", "times"],
            "rows": [[what, came[what]] for what in sorted(came)],
        },
    ]  # fmt: skip


def _demo(folder: Path) -> Path:
    """A folder in which two people have a year behind them."""
    from bothand.cli.demo import make_demo
    from bothand.cli.folder import prepare_folder

    made = prepare_folder(folder / "data")
    make_demo(made, fresh=True)
    return made.path


@contextmanager
def _besieged(served: Serving, login: str) -> Iterator[Callable[[], str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.besiegers", served.url, login], stdout=subprocess.PIPE, text=True
    )
    lines: list[str] = []

    def listen() -> None:
        lines.extend(process.stdout or ())

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        time.sleep(3)  # until all besiegers are at it
        yield lambda: lines[-1]
    finally:
        process.terminate()
        process.wait()


def _work(
    served: Serving, browsers: list[Browser], people: list[tuple[str, str]], seconds: float
) -> Stopwatch:
    watch, end = Stopwatch(), time.monotonic() + seconds
    hands = [threading.Thread(target=_live, args=(browser, watch, end)) for browser in browsers]
    hands.append(threading.Thread(target=_leave_often, args=(served, *people[1], watch, end)))
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return watch


def _live(browser: Browser, watch: Stopwatch, end: float) -> None:
    while time.monotonic() < end:
        watch.take(TODAY, lambda: browser.get("/"))
        time.sleep(PAUSE)  # as people read
        watch.take(
            WRITING, lambda: browser.post("/journal/new/", text="Rain on a tin roof, and nobody to be.")
        )
        time.sleep(PAUSE)  # as people read


def _leave_often(served: Serving, login: str, password: str, watch: Stopwatch, end: float) -> None:
    browser = Browser(served)
    while time.monotonic() < end:
        known = {"name": login, "password": password}
        sign_in = _request(browser, "/in/", Form(browser.get("/in/"), "/in/").fields | known)
        if not watch.take(SIGNING_IN, partial(browser.send, sign_in)):
            time.sleep(1)  # as a person would try again
            continue
        leave = _request(browser, "/exit/", Form(browser.get("/"), "/exit/").fields)
        watch.take(EXIT, partial(browser.send, leave))
        browser.cookies.pop("__Host-bothand", None)
        time.sleep(PAUSE)  # as people read


def _request(browser: Browser, path: str, fields: dict[str, str]) -> urllib.request.Request:
    headers = {"Origin": browser.served.url, "Sec-Fetch-Site": "same-origin"}
    return urllib.request.Request(browser.served.url + path, urllib.parse.urlencode(fields).encode(), headers)


def _row(what: str, calm: Stopwatch, besieged: Stopwatch) -> list[Any]:
    taken = sorted(besieged.taken.get(what, [float("nan")]))
    quiet = sorted(calm.taken.get(what, [float("nan")]))
    refused = besieged.refused.get(what, 0)
    held = what in (TODAY, EXIT)
    return [
        what,
        quiet[len(quiet) // 2],
        taken[len(taken) // 2],
        p95(taken),
        taken[-1],
        len(taken),
        refused,
        BUDGET if held else "",
        ("held" if taken[-1] <= BUDGET and not refused else "MISSED") if held else "",
    ]
