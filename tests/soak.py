"""`make soak`: write, `kill -9` everything at a random moment, start again; nothing that was confirmed may be missing.

Then bursts of many pages at once, with gaps in which the server lets its threads go: nothing it holds open may grow.
Then ten minutes of whatever two people and a third may do, in any order, with two devices each.

ROUNDS=50 make soak   runs longer; SEED=7 repeats a run's moments (though not the machine's timing).
BURSTS=20 make soak   more bursts; GAP=40 the seconds between them.
TOGETHER_MINUTES=60 make soak   goes on longer with the orders.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import click
from tests.serving import Serving, serving, trust_any

from bothand.cli.database import check_whole

ROUNDS = int(os.environ.get("ROUNDS", "10"))
SEED = int(os.environ.get("SEED", str(int(time.time()))))
WRITERS = 3
BURSTS = int(os.environ.get("BURSTS", "8"))
GAP = float(os.environ.get("GAP", "35"))
"""Seconds: longer than the server keeps a thread that nobody needs."""
AT_ONCE = 24
MORE_FILES, MORE_MB = 6, 15
"""So much more the last burst may end with than the second: the first two load what is loaded once, and as long as anybody has
the database open, SQLite keeps a closed handle for each thread of the server."""
LOGIN = "soaking"
# Longer than a page of the database, so that each write touches several.
FILLING = "rain on a tin roof, and nobody has to be anywhere. " * 120


class Form(HTMLParser):
    """The names and values of the first form that posts to a path."""

    def __init__(self, html: str, action: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._action, self._inside, self._done = action, False, False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "form" and not self._done:
            self._inside = (
                facts.get("action", self._action) in ("", self._action) and facts.get("method") == "post"
            )
        elif tag == "input" and self._inside and (facts.get("type") == "hidden" or facts.get("value")):
            self.fields[facts["name"]] = facts.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._inside:
            self._inside, self._done = False, True


class Browser:
    """Keeps cookies as browsers do on loopback, where Secure ones travel over plain http."""

    def __init__(self, served: Serving) -> None:
        self.served = served
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        return self.send(urllib.request.Request(self.served.url + path))

    def post(self, path: str, **typed: str) -> str:
        fields = Form(self.get(path), path).fields | typed
        body = urllib.parse.urlencode(fields).encode()
        headers = {"Origin": self.served.url, "Sec-Fetch-Site": "same-origin"}
        return self.send(urllib.request.Request(self.served.url + path, body, headers))

    def send(self, request: urllib.request.Request) -> str:
        """The page that came, after where it led."""
        request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        opener = urllib.request.build_opener(_Stay, urllib.request.HTTPSHandler(context=trust_any()))
        try:
            answer = opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            if error.code not in (302, 303):
                raise
            answer = error
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status in (302, 303):
            return self.get(urllib.parse.urlsplit(answer.headers["Location"]).path)
        return str(answer.read().decode())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def sign_up(served: Serving) -> str:
    """Make the account; its passphrase."""
    browser = Browser(served)
    passphrase = Form(browser.get("/start/"), "/start/").fields["offered_password"]
    browser.post("/start/", name=LOGIN, which="offered", offered_password=passphrase, zone="UTC")
    return passphrase


def write(served: Serving, passphrase: str, name: str, confirmed: set[str], stop: threading.Event) -> None:
    """Write pages until the server is gone; remember each that was confirmed."""
    try:
        browser = Browser(served)
        browser.post("/in/", name=LOGIN, password=passphrase)
        number = 0
        while not stop.is_set():
            number += 1
            mark = f"mark-{name}-{number}-end"
            browser.post("/journal/new/", text=f"{mark} {FILLING}")
            confirmed.add(mark)
    except (OSError, urllib.error.URLError):
        # The server was killed, as planned.
        return


def missing(served: Serving, passphrase: str, confirmed: set[str]) -> list[str]:
    """The confirmed pages that are not there, or not whole."""
    browser = Browser(served)
    browser.post("/in/", name=LOGIN, password=passphrase)
    lost = []
    for mark in sorted(confirmed):
        found = browser.post("/journal/find/", term=mark)
        links = re.findall(r'href="(/journal/[0-9a-f]{32}/)"', found)
        if not links or FILLING.strip() not in browser.get(links[0]):
            lost.append(mark)
    return lost


def one_round(data: Path, passphrase: str, number: int, moments: random.Random) -> set[str]:
    """Write with several hands, kill at a random moment; what was confirmed."""
    confirmed: set[str] = set()
    stop = threading.Event()
    with serving(data) as served:
        hands = [
            threading.Thread(target=write, args=(served, passphrase, f"{number}-{hand}", confirmed, stop))
            for hand in range(WRITERS)
        ]
        for hand in hands:
            hand.start()
        time.sleep(moments.uniform(1.0, 4.0))  # killed at any moment: that is what is tried
        served.kill_all()
        stop.set()
        for hand in hands:
            hand.join()
    return confirmed


def main() -> int:
    moments = random.Random(SEED)
    click.echo(f"{ROUNDS} rounds, SEED={SEED}")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with serving(data) as served:
            passphrase = sign_up(served)
        total = 0
        for number in range(1, ROUNDS + 1):
            confirmed = one_round(data, passphrase, number, moments)
            with serving(data) as served:
                check_whole(data / "bothand.sqlite3", all_of_it=True)
                lost = missing(served, passphrase, confirmed)
            total += len(confirmed)
            click.echo(f"round {number}: {len(confirmed)} pages confirmed, {len(lost)} lost")
            if lost:
                click.echo(f"LOST: {lost}")
                return 1
    click.echo(f"{total} pages confirmed in {ROUNDS} rounds, none lost, the database whole each time.")
    return (bursts() or orders()) if total else 1


def bursts() -> int:
    """Many at once, then nobody, again and again: what the server holds open, and its memory, before each next burst."""
    click.echo(f"Now {BURSTS} bursts of {AT_ONCE} at once, {GAP:.0f} s apart.")
    seen = []
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "data") as served:
        passphrase = sign_up(served)
        browsers = [Browser(served) for _ in range(AT_ONCE)]
        for browser in browsers:
            browser.post("/in/", name=LOGIN, password=passphrase)
        for number in range(1, BURSTS + 1):
            hands = [threading.Thread(target=_read_pages, args=(browser,)) for browser in browsers]
            for hand in hands:
                hand.start()
            for hand in hands:
                hand.join()
            time.sleep(GAP)  # the quiet between two bursts
            seen.append(held_open(served))
            if seen[-1].worker != seen[0].worker:
                click.echo("DIED: the serving process is another one.")
                return 1
            click.echo(f"burst {number}: {seen[-1].descriptors} descriptors, {seen[-1].megabytes:.0f} MB")
    settled, last = seen[min(1, len(seen) - 1)], seen[-1]
    grown = last.descriptors - settled.descriptors, last.megabytes - settled.megabytes
    if grown[0] > MORE_FILES or grown[1] > MORE_MB:
        click.echo("GROWN: what threads that ended had open was not let go.")
        return 1
    return 0


def _read_pages(browser: Browser) -> None:
    for path in ("/", "/journal/", "/journal/new/", "/goals/"):
        # A locked page is a page too.
        with suppress(urllib.error.HTTPError):
            browser.get(path)


class Held(NamedTuple):
    """What the serving process holds."""

    worker: int
    descriptors: int
    megabytes: float


def held_open(served: Serving) -> Held:
    """Descriptors and MB of the serving process."""
    (worker,) = set(served.processes()) - {served.process.pid}
    status = Path(f"/proc/{worker}/status").read_text(encoding="utf-8")
    (kilobytes,) = re.findall(r"^VmRSS:\s+(\d+)", status, re.MULTILINE)
    return Held(worker, len(list(Path(f"/proc/{worker}/fd").iterdir())), int(kilobytes) / 1024)


def orders() -> int:
    """The machine of `tests/together_machine.py`, for some minutes."""
    minutes = os.environ.get("TOGETHER_MINUTES", "10")
    click.echo(f"Now {minutes} minutes of what two can do, in ever new orders.")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/test_together_machine.py",
    ]
    return subprocess.run(command, env=os.environ | {"TOGETHER_MINUTES": minutes}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
