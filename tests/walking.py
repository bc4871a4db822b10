"""Docs walked exactly as written: each shell block of a page, line by line, on a machine of its own.

A block of a page says in its first line where it is meant to be typed: ```` ```sh clone ```` after `make run` in a clone of the
repository, ```` ```sh wheel ```` where Bothand was installed from a wheel, ```` ```cron clone ```` or ```` ```cron wheel ```` in
a crontab. What is no command for Bothand is not marked.

The machine is a namespace: the clone lies in /srv/bothand, there is a stick in /media and another disk in /mnt, a network
with nobody in it, and every port is free. `python -m tests.walking` is what runs inside.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(?P<mark>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
OURS = re.compile(r"^([A-Z_]+=\S+ )*([\w./-]*/)?(bothand|make) \S")
CLONE = Path("/srv/bothand")
READY = "Bothand is at "
PATIENCE = 60.0
# What cron gives to a command, and no more (crontab(5) of Debian).
OF_CRON = "/usr/bin:/bin"
ISOLATED = ["unshare", "-rmn"]


@dataclass(frozen=True)
class Block:
    """A block of a page: its language, where it is typed ("" where it is not marked), its lines."""

    language: str
    place: str
    lines: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        """Whether it calls Bothand or make."""
        return self.language in ("", "sh", "cron") and any(OURS.search(line) for line in self.lines)


def blocks_of(page: Path) -> list[Block]:
    """All blocks of a page, in its order."""
    return [
        Block(*(*match["mark"].split(), "", "")[:2], tuple(match["body"].splitlines()))
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


def can_isolate() -> bool:
    """Whether this machine lets us have namespaces of our own."""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return False
    return subprocess.run([*ISOLATED, "true"], capture_output=True, check=False).returncode == 0


def copy_clone(target: Path) -> None:
    """A clone as after `make run`: what git knows, and the environment that is installed already.

    The files are old, so that make finds the environment newer and installs nothing.
    """
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        source, copy = ROOT / name, target / name
        if source.is_file() and (len(name.split("/")) == 1 or name.startswith(("requirements/", "scripts/"))):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copy)
            os.utime(copy, (1, 1))
    (target / ".venv").symlink_to(ROOT / ".venv")


def walk(page: Path, place: str, *, clone: Path, binaries: Path | None = None) -> str:
    """Walk a page's blocks for a place, isolated; what went wrong, "" where nothing did. `binaries` are the wheel's commands."""
    words = [sys.executable, "-m", "tests.walking", str(page), place, str(clone), str(binaries or "")]
    done = subprocess.run([*ISOLATED, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _furnish(clone: Path) -> None:
    """Disks, a network with an address in it and nobody else."""
    for folder in ("/srv", "/media", "/mnt"):
        subprocess.run(["mount", "-t", "tmpfs", "none", folder], check=True)
    for folder in (CLONE, Path("/media/stick"), Path("/mnt/other")):
        folder.mkdir()
    subprocess.run(["mount", "--bind", clone, CLONE], check=True)
    for words in ("link set lo up", "addr add 192.168.7.2/24 dev lo", "route add default dev lo"):
        subprocess.run(["ip", *words.split()], check=True)


def _lay_certificate(folder: Path) -> None:
    """The certificate of somebody's own that a page speaks of."""
    import datetime as dt

    from bothand.vault import certificate

    made = certificate.make_certificate(["home.example"], now=dt.datetime.now(dt.UTC))
    (folder / "chain.pem").write_bytes(made.cert_pem)
    (folder / "key.pem").write_bytes(made.key_pem)


def _commands(blocks: list[Block], place: str) -> Iterator[tuple[str, bool]]:
    """The lines to be typed, and whether cron types them."""
    for block in blocks:
        for line in block.lines:
            typed = line.partition("  #")[0].strip()
            if block.place != place or not typed:
                continue
            if block.language == "cron":
                yield typed.split(maxsplit=5)[5], True
            else:
                yield typed, False


def _type(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Run one line; what went wrong. What serves is ended as soon as it serves."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(
            ["sh", "-c", command], cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT,
            text=True, start_new_session=True,
        )  # fmt: skip
        end, served = time.monotonic() + PATIENCE, False
        while process.poll() is None and time.monotonic() < end and not served:
            time.sleep(0.1)  # between two looks
            said.seek(0)
            served = READY in said.read()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)
            _wait_for_group(process.pid)
        said.seek(0)
        wrong = not served and process.returncode != 0
        return f"$ {command}\n{said.read()}\nexit code {process.returncode}\n" if wrong else ""


def _wait_for_group(group: int) -> None:
    """Until the last of it is gone, too: what serves has the folder to itself until then."""
    end = time.monotonic() + PATIENCE
    with suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(group, 0)
            time.sleep(0.1)  # between two looks


def main(page: str, place: str, clone: str, binaries: str) -> int:
    """Inside: furnish the machine, serve once as the pages say, then type what the page says."""
    _furnish(Path(clone))
    home = Path(tempfile.mkdtemp(dir="/mnt"))
    folder = CLONE if place == "clone" else home
    _lay_certificate(folder)
    kept = {name: os.environ[name] for name in ("LANG", "TMPDIR") if name in os.environ}
    path = f"{binaries}:{os.defpath}" if binaries else os.environ.get("PATH", os.defpath)
    usual = {**kept, "HOME": str(home), "PATH": path, "PYTHONUNBUFFERED": "1"}
    first = "make run" if place == "clone" else "bothand serve"
    for command, by_cron in [(first, False), *_commands(blocks_of(Path(page)), place)]:
        environment = {**usual, "PATH": OF_CRON} if by_cron else usual
        if wrong := _type(command, home if by_cron else folder, environment):
            sys.stdout.write(wrong)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
