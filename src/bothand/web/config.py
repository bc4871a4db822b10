"""What an installation can be told, read once from the environment that `bothand serve` sets."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Config:
    """Where the data lies, under which address people come, whether anybody may sign up.

    `url` is empty on loopback. Hosts, the proxy's header and HSTS follow from it. `helplines` is the host's own
    file of helplines, in the form of content/data/helplines.toml.
    """

    data: Path
    url: str
    open_signup: bool
    behind_proxy: bool
    helplines: Path | None = None

    @property
    def hosts(self) -> list[str]:
        """The host names that are answered."""
        own = urlsplit(self.url).hostname
        if own is None:
            return list(LOOPBACK)
        return [f"[{own}]" if ":" in own else own, *LOOPBACK]

    @property
    def origins(self) -> list[str]:
        """The addresses from which forms are taken."""
        parts = urlsplit(self.url)
        return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []

    @property
    def strict_transport(self) -> bool:
        """Whether browsers may be told to come by TLS only: by a name, never by a bare address of a home network."""
        parts = urlsplit(self.url)
        name = parts.hostname or ""
        return parts.scheme == "https" and any(sign.isalpha() for sign in name) and ":" not in name


def from_environment(environment: Mapping[str, str] = os.environ) -> Config:
    """The configuration. Raises ValueError with a sentence when BOTHAND_URL is no address."""
    url = environment.get("BOTHAND_URL", "").rstrip("/")
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
        msg = f"BOTHAND_URL is {url!r}, which is no address. Write it like https://home.example"
        raise ValueError(msg)
    helplines = environment.get("BOTHAND_HELPLINES", "")
    return Config(
        data=Path(environment.get("BOTHAND_DATA", "data")).resolve(),
        url=url,
        open_signup=environment.get("BOTHAND_OPEN") == "1",
        behind_proxy=environment.get("BOTHAND_BEHIND_PROXY") == "1",
        helplines=Path(helplines).resolve() if helplines else None,
    )


def secret(folder: Path, name: str) -> bytes:
    """The 32 bytes in a file of the data folder, made when missing; two that start at once get the same."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        fresh = folder / f".{name}.{secrets.token_hex(4)}"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass  # another process was first; its secret holds
        finally:
            fresh.unlink()
    content = path.read_bytes()
    if len(content) != 32:
        msg = f"{path} is damaged: it must hold 32 bytes. Put it back from a backup; without it no name signs in"
        raise ValueError(msg)
    return content
