"""How an act ends: the page one comes to says once what was kept, who can open it, and one way on.

Which acts end so is said by the rooms (`kit.manifest.Room.endings`). What is to be said lies in memory for one minute, by account:
no address and no cookie carries it, so that no history keeps it. It holds the name of an act and where it led, and no word of it.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from bothand.accounts import access, wall_clock

SECONDS: Final = 60
MOST: Final = 2_000
REDIRECTS: Final = frozenset({302, 303})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is said after an act: what was kept, who can open it, and where one could go next, by the name of a url."""

    say: str | Promise
    space: Literal["mine", "ours"]
    next: str | Promise
    url: str


_endings: dict[str, Ending] = {}
_guard: Final = Lock()
_waiting: Final[OrderedDict[bytes, tuple[str, str, float]]] = OrderedDict()


def set_endings(endings: Mapping[str, Ending]) -> None:
    """Say how acts end, by the name of the url that a form is sent to. Set once at start, by web alone."""
    _endings.clear()
    _endings.update(endings)


def find_ending(request: HttpRequest) -> Ending | None:
    """What this page says of the act that led to it."""
    found: Ending | None = getattr(request, "ending", None)
    return found


class EndingMiddleware:
    """Remembers where an act led, and gives the page there its ending, once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visitor = access.visitor_of_request(request)
        if request.method == "GET" and visitor.unlocked:
            request.ending = _take_ending(visitor.account, request.path)  # type: ignore[attr-defined]  # read by find_ending
        response = self.get_response(request)
        match = request.resolver_match
        if request.method == "POST" and match is not None and response.status_code in REDIRECTS:
            _note_ending(visitor.account, match.url_name or "", response.headers.get("Location", ""))
        return response


def _note_ending(account: bytes, act: str, location: str) -> None:
    path, ticks = location.partition("?")[0].partition("#")[0], wall_clock.monotonic_seconds()
    with _guard:
        _waiting.pop(account, None)
        if account and act in _endings:
            _waiting[account] = (path, act, ticks)
        while len(_waiting) > MOST:
            _waiting.popitem(last=False)


def _take_ending(account: bytes, path: str) -> Ending | None:
    with _guard:
        known = _waiting.get(account)
        if known is None or known[0] != path:
            return None
        del _waiting[account]
    return _endings.get(known[1]) if wall_clock.monotonic_seconds() - known[2] < SECONDS else None
