"""What the server calls: the front, with the pages behind it."""

from bothand.web.wsgi import application as pages

# isort: split
# The import above sets up Django, which all below need.
from django.conf import settings
from django.http import parse_cookie
from django.urls import reverse

from bothand.accounts import access, sessions
from bothand.shell.refusals import REFUSAL
from bothand.web.front.environ import Answer, build_environ, call_application
from bothand.web.front.front import REFUSALS, Front, Paths

WAYS_OUT = ("exit", "exit_about", "lock", "sign_out")
DOORS = ("sign_in", "sign_up", "recover", "carry")


def may_bring(cookies: str) -> bool:
    """Whether these cookies are somebody's who is signed in."""
    value = parse_cookie(cookies).get(access.COOKIE, "")
    return bool(value) and sessions.load_session(value) is not None


def _refusal(reason: str) -> Answer:
    """The page of a refusal, as the house itself renders it, headers and all."""
    scope = {
        "method": "GET",
        "path": "/",
        "query_string": b"",
        "http_version": "1.1",
        "scheme": "https",
        "headers": [(b"host", b"localhost")],
    }
    return call_application(pages, build_environ(scope, b"", "") | {REFUSAL: reason})


application = Front(
    pages,
    Paths(
        ways_out=frozenset(map(reverse, WAYS_OUT)),
        quiet=tuple(settings.BOTHAND_UNWATCHED),
        doors=frozenset(map(reverse, DOORS)),
    ),
    may_bring,
    {reason: _refusal(reason) for reason in REFUSALS},
    behind_proxy=settings.CONFIG.behind_proxy,
)
