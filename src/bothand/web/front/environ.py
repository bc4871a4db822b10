"""A request as WSGI has it (PEP 3333), from one as ASGI has it, and the answer of a WSGI application to it."""

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from bothand.accounts.address import ADDRESS

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

_OWN = {b"content-length": "CONTENT_LENGTH", b"content-type": "CONTENT_TYPE"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back, whole."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


def build_environ(scope: Any, body: bytes, peer: str) -> Environ:
    """The environ of a request whose body is there.

    A header with an underscore in its name is left out: it would look like the one with a hyphen, which a proxy sets.
    """
    host, port = scope.get("server") or ("127.0.0.1", 80)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope.get("raw_path") or scope["path"]).decode("latin-1") or "/",
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": str(host),
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": peer,
        ADDRESS: peer,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        if b"_" in name:
            continue
        key = _OWN.get(name.lower()) or "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
        text = value.decode("latin-1")
        if key in environ and not key.startswith("CONTENT_"):
            text = f"{environ[key]}{'; ' if key == 'HTTP_COOKIE' else ','}{text}"
        environ[key] = text
    environ["CONTENT_LENGTH"] = str(len(body))
    return environ


def call_application(application: Application, environ: Environ) -> Answer:
    """The application's whole answer."""
    begun: list[tuple[int, list[tuple[bytes, bytes]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], _failure: Any = None) -> None:
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        begun.append((int(status.partition(" ")[0]), encoded))

    parts = application(environ, start_response)
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    status, headers = begun[-1]
    return Answer(status, headers, body)
