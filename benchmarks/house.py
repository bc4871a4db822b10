"""A house of its own for a benchmark: the real settings on a folder that goes afterwards, and a browser beside it."""

import html
import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ADDRESS = "https://house.example"
_HIDDEN = re.compile(r'<input type="hidden" name="(csrfmiddlewaretoken|mark)" value="([^"]*)"')


@contextmanager
def house() -> Iterator[None]:
    """Set up Django once in this process: settings as served, a fresh database."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BOTHAND_DATA"] = str(Path(folder) / "data")
        os.environ["BOTHAND_URL"] = ADDRESS
        os.environ["BOTHAND_OPEN"] = "1"
        os.environ["DJANGO_SETTINGS_MODULE"] = "bothand.web.settings"
        import django
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        settings.ROOT_URLCONF = "benchmarks.bare"
        call_command("migrate", verbosity=0, interactive=False)
        try:
            yield
        finally:
            connection.close()


class Browser:
    """Asks the WSGI application, as a server does, and keeps cookies. Nothing of a test client stands between."""

    def __init__(self, cookies: dict[str, str] | None = None) -> None:
        from django.core.wsgi import get_wsgi_application

        self.application = get_wsgi_application()
        self.cookies = dict(cookies or {})
        self.status = 0

    def get(self, path: str) -> bytes:
        """The body of a page; its status stands in `status`."""
        return self._ask("GET", path, b"")

    def post(self, path: str, data: dict[str, str]) -> bytes:
        """Send a form; `guards` gives the fields that every form needs."""
        return self._ask("POST", path, urlencode(data).encode())

    def guards(self, path: str) -> dict[str, str]:
        """The hidden fields of the forms on a page."""
        found = _HIDDEN.findall(self.get(path).decode())
        return {name: html.unescape(value) for name, value in found}

    def _ask(self, method: str, path: str, body: bytes) -> bytes:
        place, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": place,
            "QUERY_STRING": query,
            "SERVER_NAME": "house.example",
            "SERVER_PORT": "443",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "house.example",
            "HTTP_ORIGIN": ADDRESS,
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        response = self.application(environ, self._begin)
        try:
            return b"".join(response)
        finally:
            response.close()

    def _begin(self, status: str, headers: list[tuple[str, str]], *_more: Any) -> None:
        self.status = int(status.partition(" ")[0])
        for name, value in headers:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
