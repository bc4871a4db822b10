"""Two machines in one home network, as two network namespaces of this one: joined to each other and to nothing else."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

NEEDED = ("ip", "nsenter", "unshare")
HOUSE, GUEST = "192.168.77.10", "192.168.77.20"
WIDTH = 24


@dataclass(frozen=True, slots=True)
class Machine:
    """One of the two. `holder` is the process that keeps its network there."""

    address: str
    holder: int

    def inside(self, *command: str) -> list[str]:
        """The command as it is run in this machine's network."""
        return [_path("nsenter"), "--target", str(self.holder), "--net", "--", *command]

    def run(self, *command: str) -> str:
        """What a command says there. Raises subprocess.CalledProcessError."""
        return subprocess.run(
            self.inside(*command), check=True, capture_output=True, text=True, timeout=30
        ).stdout


def missing() -> str:
    """Why no two networks can be made here, in a sentence; "" where they can."""
    lost = [name for name in NEEDED if _path(name) is None]
    if lost:
        return f"Two networks on one machine take {' and '.join(lost)} (from iproute2 and util-linux)."
    if os.geteuid() != 0:
        return "Two networks on one machine can be made by root only."
    tried = subprocess.run([_path("unshare"), "--net", "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"No second network can be made here: {tried.stderr.strip()}"


@contextmanager
def two_machines() -> Iterator[tuple[Machine, Machine]]:
    """A house and a guest with a cable between them. The machine's own network is not touched; both end with the block."""
    with _network() as one, _network() as other:
        house, guest = Machine(HOUSE, one), Machine(GUEST, other)
        house.run("ip", "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", str(other))
        for machine in (house, guest):
            machine.run("ip", "link", "set", "lo", "up")
            machine.run("ip", "address", "add", f"{machine.address}/{WIDTH}", "dev", "cable", "nodad")
            machine.run("ip", "link", "set", "cable", "up")
            # As with a router that leads on: it is how a machine finds its own address.
            machine.run("ip", "route", "add", "default", "dev", "cable")
        yield house, guest


@contextmanager
def _network() -> Iterator[int]:
    holder = subprocess.Popen([_path("unshare"), "--net", "sh", "-c", "echo ready; exec sleep infinity"],
                              stdout=subprocess.PIPE, text=True)  # fmt: skip
    try:
        assert holder.stdout.readline() == "ready\n"
        yield holder.pid
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()


def _path(name: str) -> str | None:
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
