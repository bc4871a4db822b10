"""A real `bothand serve` in a process group of its own: for tests of serving, journeys, soak and benchmarks."""

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

PATIENCE = 30.0
FROM_OUTSIDE = (
    "BOTHAND_DATA",
    "BOTHAND_URL",
    "BOTHAND_OPEN",
    "BOTHAND_BEHIND_PROXY",
    "DJANGO_SETTINGS_MODULE",
)


class DidNotStartError(Exception):
    """The server ended, or never answered; holds what it said."""


@dataclass(frozen=True)
class Serving:
    """A server that answers at `url`."""

    url: str
    data: Path
    process: subprocess.Popen[str]

    def get(self, path: str, data: bytes | None = None) -> tuple[int, bytes, Message]:
        """Status, body and headers of a page, or of the answer to `data`; any certificate will do."""
        try:
            with urllib.request.urlopen(self.url + path, data, context=trust_any(), timeout=10) as answer:
                return answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read(), answer.headers

    def processes(self) -> list[int]:
        """The ids of all processes of its group."""
        return processes_of(self.process.pid)

    def kill_all(self) -> None:
        """`kill -9` of the whole group, as a power cut would end it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def serving(
    data: Path,
    *options: str,
    command: Sequence[str] = (),
    environment: dict[str, str] | None = None,
    port: int | None = None,
) -> Iterator[Serving]:
    """Serve `data` until the block ends, on a free port where none is given.

    `command` starts it (by default this interpreter's `bothand`); `environment` is added to this one's.
    Raises DidNotStartError.
    """
    port = port or free_port()
    scheme = "https" if "--tls-cert" in options or "--lan" in options else "http"
    host = options[options.index("--host") + 1] if "--host" in options else "127.0.0.1"
    clean = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE}
    start = command or [sys.executable, "-c", "from bothand.cli import main; main()"]
    process = subprocess.Popen(
        [*start, "serve", "--data", str(data), "--port", str(port), *options],
        env={**clean, "PYTHONUNBUFFERED": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    served = Serving(f"{scheme}://{host}:{port}", data, process)
    try:
        wait_for_answer(served)
        yield served
    finally:
        stop(process)


def wait_for_answer(served: Serving, patience: float = PATIENCE) -> float:
    """Seconds until the sign-in page came, with any status. Raises DidNotStartError."""
    begun = time.monotonic()
    while time.monotonic() - begun < patience:
        if served.process.poll() is not None:
            raise DidNotStartError(served.process.communicate()[0])
        try:
            served.get("/in/")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)  # between two looks
        else:
            return time.monotonic() - begun
    os.killpg(served.process.pid, signal.SIGKILL)
    raise DidNotStartError(served.process.communicate()[0])


def stop(process: subprocess.Popen[str]) -> None:
    """End the whole group: asked first, then not asked."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        pass
    except ProcessLookupError:
        return
    finally:
        if process.stdout is not None:
            process.stdout.close()
    if processes_of(process.pid):
        os.killpg(process.pid, signal.SIGKILL)


def processes_of(group: int) -> list[int]:
    """The ids of the living processes of a group, read from /proc."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            # After the name in brackets, which may hold anything: state, parent, group.
            state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(entry.name))
    return sorted(found)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def trust_any() -> ssl.SSLContext:
    """Takes any certificate, as somebody does who compared its fingerprint."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
