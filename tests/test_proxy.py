"""What docs/install.md says of a proxy in front, tried with a real Caddy, where there is one."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.journeys.walking import FLAGS, PHONE, Hand
from tests.serving import free_port, serving

from bothand.accounts import access

CADDY = shutil.which("caddy")
PAGE = (Path(__file__).parent.parent / "docs" / "install.md").read_text(encoding="utf-8")
BLOCK = next(
    block for block in re.findall(r"```[^\n]*\n(.*?)```", PAGE, re.DOTALL) if "reverse_proxy" in block
)
NAME = "home.example"
PATIENCE = 30

needs_caddy = pytest.mark.skipif(CADDY is None, reason="There is no Caddy here to try it with.")


def test_the_page_has_a_whole_caddyfile():
    assert BLOCK.split() == [NAME, "{", "reverse_proxy", "127.0.0.1:8000", "}"]


@dataclass(frozen=True, slots=True)
class Front:
    """Caddy before Bothand. `port` is where people come in."""

    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.port}"

    def ask(self, path: str, *, method: str = "GET", **headers: str):
        """What is answered by that name; Caddy's own authority is taken, as a device that trusts it would."""
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        line = HTTPSConnection(NAME, self.port, context=trusting, timeout=10)
        line._create_connection = lambda _address, *rest: _to_here(self.port, *rest)
        line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        answer.read()
        return answer


def _to_here(port, *rest):
    return socket.create_connection(("127.0.0.1", port), *rest)


@contextmanager
def caddy(folder: Path, port: int, upstream: int):
    """The page's Caddyfile, on free ports and with Caddy's own authority instead of a public one."""
    file, log = folder / "Caddyfile", folder / "caddy.log"
    options = (
        "admin off", "local_certs", "skip_install_trust", f"https_port {port}", f"http_port {free_port()}",
    )  # fmt: skip
    ours = "{\n\t" + "\n\t".join(options) + "\n}\n"
    file.write_text(ours + BLOCK.replace("127.0.0.1:8000", f"127.0.0.1:{upstream}"))
    with log.open("w") as out:
        process = subprocess.Popen(
            [CADDY, "run", "--config", str(file), "--adapter", "caddyfile"],
            env={
                **os.environ,
                "HOME": str(folder),
                "XDG_DATA_HOME": str(folder),
                "XDG_CONFIG_HOME": str(folder),
            },
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Front(port, log)
        finally:
            process.terminate()
            process.wait(timeout=15)


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("front"), free_port()
    environment = {"BOTHAND_URL": f"https://{NAME}:{port}"}
    with (
        serving(folder / "data", "--behind-proxy", environment=environment) as house,
        caddy(folder, port, int(house.url.rsplit(":", 1)[1])) as found,
    ):
        begun = time.monotonic()
        while True:
            try:
                found.ask("/in/")
                break
            except OSError:
                assert time.monotonic() - begun < PATIENCE, found.log.read_text()
                time.sleep(0.1)
        yield found


@needs_caddy
def test_it_answers_by_that_name_and_asks_browsers_to_come_by_tls(front):
    answer = front.ask("/in/")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert answer.headers["Cache-Control"] == "no-store"


@needs_caddy
def test_a_browsers_own_word_about_tls_is_not_handed_on(front):
    answer = front.ask("/in/", X_Forwarded_Proto="http", X_Forwarded_For="203.0.113.9")
    assert "Strict-Transport-Security" in answer.headers


@needs_caddy
@pytest.mark.browser
def test_somebody_signs_up_and_leaves_through_it_and_nothing_is_logged(front):
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = [*FLAGS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        context = browser.new_context(base_url=front.url, viewport=PHONE, ignore_https_errors=True)
        hand = Hand(context.new_page())
        hand.page.goto("/")
        hand.follow("Start, alone or with someone")
        hand.answer("What are you called here?", "Wren")
        hand.press("Make it mine")
        hand.sees("Your recovery code")
        hand.press("I have saved it")
        hand.press("Not now")
        hand.sees(", Wren.")
        (cookie,) = [each for each in context.cookies() if each["name"] == access.COOKIE]
        assert cookie["secure"]
        answer = front.ask(
            "/exit/",
            method="POST",
            Cookie=f"{access.COOKIE}={cookie['value']}",
            Origin=front.url,
            Sec_Fetch_Site="same-origin",
        )
        assert answer.headers["Clear-Site-Data"] == '"*"'
        assert answer.headers["Refresh"].startswith("0; url=")
        hand.page.goto("/journal/")
        assert "/in/" in hand.page.url
        browser.close()
    said = front.log.read_text()
    assert "handled request" not in said
    assert "/start/" not in said
