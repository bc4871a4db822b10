"""Strangers who lay siege to a server on loopback: slow bodies, silent connections, guesses. A process of its own.

Each has an address of its own, as in a network; whoever is cut off comes again at once. A crowd of silent connections
comes from one address alone, and again after a second.
"""

import asyncio
import re
import resource
import sys
from collections import Counter
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.serving import trust_any

SLOW, SILENT, GUESSERS, CROWD = 60, 300, 12, 1000
ADDRESSES = 10
_GUESSERS_FROM, _CROWD_AT = 101, 200
DRIP_SECONDS = 1.0
SLOW_SECONDS = 30
"""Where nobody ends it, as Caddy does not, the sender goes after so many drips, and comes again."""
TOLD_EVERY = 1.0
_HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]*)"')
_FORM = "Content-Type: application/x-www-form-urlencoded\r\n"


class Siege:
    """All of them, against one address; `counts` says what came of it."""

    def __init__(self, url: str, login: str) -> None:
        self.host, self.port = "127.0.0.1", urlsplit(url).port or 80
        self.url, self.login = url, login
        self.name = urlsplit(url).netloc
        self.tls: dict[str, Any] = {}
        if url.startswith("https:"):
            self.tls = {"ssl": trust_any(), "server_hostname": urlsplit(url).hostname}
        self.counts: Counter[str] = Counter()

    async def hold(self) -> None:
        """Go on until ended; say each second what came of it."""
        async with asyncio.TaskGroup() as group:
            for number in range(SLOW):
                group.create_task(self._again(self._send_slowly, 1 + number % ADDRESSES))
            for number in range(SILENT):
                group.create_task(self._again(self._say_nothing, 1 + number % ADDRESSES))
            for number in range(GUESSERS):
                group.create_task(self._again(self._guess, _GUESSERS_FROM + number))
            for _ in range(CROWD):
                group.create_task(self._again(self._crowd, _CROWD_AT))
            group.create_task(self._tell())

    async def _again(self, attack, place: int) -> None:
        while True:
            try:
                reader, writer = await asyncio.open_connection(
                    self.host, self.port, local_addr=(f"127.0.2.{place}", 0), **self.tls
                )
            except OSError:
                self.counts["connections that were not taken"] += 1
                await asyncio.sleep(DRIP_SECONDS)
                continue
            try:
                await attack(reader, writer)
            except (OSError, asyncio.IncompleteReadError):
                self.counts["connections cut off"] += 1
            finally:
                writer.close()

    async def _send_slowly(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(
            f"POST /in/ HTTP/1.1\r\nHost: {self.name}\r\n{_FORM}Content-Length: 5000\r\n\r\n".encode()
        )
        ended = asyncio.ensure_future(reader.read(1))
        for _ in range(SLOW_SECONDS):
            if ended.done():
                break
            writer.write(b"a")
            await writer.drain()
            await asyncio.wait([ended], timeout=DRIP_SECONDS)
        ended.cancel()
        self.counts["slow bodies ended"] += 1

    async def _say_nothing(self, reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        self.counts["silent connections ended"] += 1

    async def _crowd(self, reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        try:
            await reader.read(1)
        finally:
            self.counts["silent connections of one address ended"] += 1
            await asyncio.sleep(DRIP_SECONDS)

    async def _guess(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = f"Host: {self.name}\r\nOrigin: {self.url}\r\nSec-Fetch-Site: same-origin\r\n"
        writer.write(f"GET /in/ HTTP/1.1\r\n{head}\r\n".encode())
        _, heads, page = await self._answer(reader)
        token = _HIDDEN.search(page)
        cookie = re.search(r"__Host-csrf=([^;]*)", heads)
        if token is None or cookie is None:
            self.counts["guessers without a form"] += 1
            return
        body = urlencode(
            {"csrfmiddlewaretoken": token[1], "name": self.login, "password": "a wrong guess of many"}
        )
        head += f"Cookie: __Host-csrf={cookie[1]}\r\n{_FORM}Content-Length: {len(body)}\r\n"
        while True:
            writer.write(f"POST /in/ HTTP/1.1\r\n{head}\r\n{body}".encode())
            status, _, _ = await self._answer(reader)
            self.counts[f"guesses answered {status}"] += 1

    @staticmethod
    async def _answer(reader: asyncio.StreamReader) -> tuple[int, str, str]:
        heads = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        found = re.search(r"content-length: (\d+)", heads, re.IGNORECASE)
        body = await reader.readexactly(int(found[1])) if found else b""
        return int(heads[9:12]), heads, body.decode()

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(TOLD_EVERY)
            print(repr(dict(self.counts)), flush=True)


def _allow_files() -> None:
    """Each connection is an open file, and many systems allow a process 1,024 until it asks for more."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    _allow_files()
    asyncio.run(Siege(*sys.argv[1:]).hold())
