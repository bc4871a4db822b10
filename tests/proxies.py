"""A real Caddy before a real `bothand serve`, with the Caddyfile that docs/install.md gives."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse, HTTPSConnection
from pathlib import Path

from tests.serving import PATIENCE, DidNotStartError, Serving, free_port, serving, trust_any

CADDY = shutil.which("caddy")
PAGE = (Path(__file__).parent.parent / "docs" / "install.md").read_text(encoding="utf-8")
BLOCK = next(
    block for block in re.findall(r"```[^\n]*\n(.*?)```", PAGE, re.DOTALL) if "reverse_proxy" in block
)
NAME = "home.example"


@dataclass(frozen=True)
class Proxied(Serving):
    """A house as people reach it through Caddy. `log` is what Caddy says."""

    log: Path

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> HTTPResponse:
        """What is answered by that name; Caddy's own authority is taken, as a device that trusts it would."""
        name, port = self.url.removeprefix("https://").split(":")
        line = HTTPSConnection(name, int(port), context=trust_any(), timeout=10)
        line._create_connection = lambda _address, *rest: socket.create_connection(
            ("127.0.0.1", int(port)), *rest
        )
        line.request(method, path, headers={each.replace("_", "-"): value for each, value in headers.items()})
        answer = line.getresponse()
        answer.read()
        return answer


@contextmanager
def behind_caddy(data: Path, *, name: str = NAME) -> Iterator[Proxied]:
    """The house through Caddy. Another `name` than the page's is for those who look names up. Raises DidNotStartError."""
    port = free_port()
    url = f"https://{name}:{port}"
    with serving(data, "--behind-proxy", environment={"BOTHAND_URL": url}) as house:
        upstream = int(house.url.rsplit(":", 1)[1])
        with _caddy(data.parent, name, port, upstream) as log:
            proxied = Proxied(url, data, house.process, log)
            _wait_for_caddy(proxied)
            yield proxied


@contextmanager
def _caddy(folder: Path, name: str, port: int, upstream: int) -> Iterator[Path]:
    """The page's Caddyfile, on free ports and with Caddy's own authority instead of a public one."""
    file, log = folder / "Caddyfile", folder / "caddy.log"
    options = (
        "admin off", "local_certs", "skip_install_trust", f"https_port {port}", f"http_port {free_port()}",
    )  # fmt: skip
    ours = "{\n\t" + "\n\t".join(options) + "\n}\n"
    file.write_text(ours + BLOCK.replace(NAME, name).replace("127.0.0.1:8000", f"127.0.0.1:{upstream}"))
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with log.open("w") as out:
        process = subprocess.Popen(
            [CADDY or "caddy", "run", "--config", str(file), "--adapter", "caddyfile"],
            env={**os.environ, **homes},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield log
        finally:
            process.terminate()
            process.wait(timeout=15)


def _wait_for_caddy(proxied: Proxied) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            proxied.ask("/in/")
        except OSError:
            time.sleep(0.1)  # it makes its certificate
        else:
            return
    raise DidNotStartError(proxied.log.read_text())
