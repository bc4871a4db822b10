"""The front: an ASGI application before the pages, which are a WSGI application."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from bothand.web.front.bodies import FILE_BYTES, FORM_BYTES, Bodies, Gone, Receive, TooLarge, TooSlow
from bothand.web.front.connections import Connections, watch_connections
from bothand.web.front.environ import Answer, Application, build_environ, call_application
from bothand.web.front.lanes import Full, Lane, door_lane, file_lane, page_lane, way_out_lane
from bothand.web.front.peers import NOWHERE, peer_of

Send = Callable[[Any], Any]

SLOW, LARGE, FULL, FILE = "slow", "large", "full", "file"
REFUSALS: Final = (SLOW, LARGE, FULL, FILE)
"""Why the front itself answers (`shell.errors.refusal`)."""
_DRAINED_SECONDS: Final = 2.0
"""So long a refused body is still taken off the line and dropped, so that its browser gets to read the answer."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Which paths go into which lane. `ways_out` are answered apart, with all below `quiet`; at `doors` forms stretch a password."""

    ways_out: frozenset[str]
    quiet: tuple[str, ...]
    doors: frozenset[str]

    def is_way_out(self, path: str) -> bool:
        """Whether this leads out or to help."""
        return path in self.ways_out or any(path == top or path.startswith(f"{top}/") for top in self.quiet)


@dataclass(frozen=True, slots=True)
class Front:
    """Takes each request in whole, within deadlines and limits, then has a thread of its lane answer it.

    `may_bring` says by the cookies whether somebody may send a file; `refusals` holds an answer for each of REFUSALS.
    """

    pages: Application
    paths: Paths
    may_bring: Callable[[str], bool]
    refusals: Mapping[str, Answer]
    behind_proxy: bool = False
    bodies: Bodies = field(default_factory=Bodies)
    connections: Connections = field(default_factory=Connections)
    page_lane: Lane = field(default_factory=page_lane)
    file_lane: Lane = field(default_factory=file_lane)
    door_lane: Lane = field(default_factory=door_lane)
    way_out_lane: Lane = field(default_factory=way_out_lane)

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        host, port, *_ = scope.get("client") or (NOWHERE, 0)
        try:
            with self.connections.work((host, port)):
                answer = await self._answer(scope, receive)
        except Gone:
            return
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        await send({"type": "http.response.body", "body": answer.body})

    def watch_connections(self, port: int) -> None:
        """From now on no address holds more connections than it may. Behind a proxy that is the proxy's part."""
        if not self.behind_proxy:
            watch_connections(self.connections, port)

    async def _answer(self, scope: Any, receive: Receive) -> Answer:
        heads = _Heads.of(scope)
        peer = peer_of(
            (scope.get("client") or (NOWHERE,))[0], heads.forwarded, behind_proxy=self.behind_proxy
        )
        lane = self._lane_of(scope, brings_file=heads.brings_file)
        try:
            if heads.brings_file and not await self.page_lane.run(
                peer, partial(self.may_bring, heads.cookie)
            ):
                return await self._refuse(FILE, receive)
            largest = FILE_BYTES if heads.brings_file else FORM_BYTES
            body = b""
            if heads.has_body:
                body = await self.bodies.read(peer, receive, length=heads.length, largest=largest)
            environ = build_environ(scope, body, peer)
            return await lane.run(peer, partial(call_application, self.pages, environ))
        except TooSlow:
            return self.refusals[SLOW]
        except TooLarge:
            return await self._refuse(LARGE, receive)
        except Full:
            return self.refusals[FULL]

    def _lane_of(self, scope: Any, *, brings_file: bool) -> Lane:
        path = scope["path"]
        if brings_file:
            return self.file_lane
        if self.paths.is_way_out(path):
            return self.way_out_lane
        if scope["method"] == "POST" and path in self.paths.doors:
            return self.door_lane
        return self.page_lane

    async def _refuse(self, reason: str, receive: Receive) -> Answer:
        try:
            async with asyncio.timeout(_DRAINED_SECONDS):
                while (message := await receive())["type"] == "http.request" and message.get("more_body"):
                    pass
        except TimeoutError:
            pass
        return self.refusals[reason]


@dataclass(frozen=True, slots=True)
class _Heads:
    """What the front reads of the head. `length` is None where it is not told."""

    length: int | None
    has_body: bool
    brings_file: bool
    cookie: str
    forwarded: tuple[str, ...]

    @classmethod
    def of(cls, scope: Any) -> "_Heads":
        found: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            found.setdefault(name.lower(), []).append(value.decode("latin-1"))
        told = found.get(b"content-length", [""])[-1]
        length = int(told) if told.isdecimal() else None
        return cls(
            length=length,
            has_body=bool(length) or b"transfer-encoding" in found,
            brings_file=found.get(b"content-type", [""])[-1].strip().lower().startswith("multipart/"),
            cookie="; ".join(found.get(b"cookie", ())),
            forwarded=tuple(found.get(b"x-forwarded-for", ())),
        )
