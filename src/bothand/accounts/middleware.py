"""Reads the cookie on the way in and writes it on the way out."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from bothand.accounts import access
from bothand.accounts.visitor import Visitor


class VisitorMiddleware:
    """Sets `request.visitor`: one look at the session, or none without a cookie.

    Below the paths in `BOTHAND_UNWATCHED` no cookie is read: everybody is nobody there, no session is loaded, and its
    day and time of last use stay as they are. No visit leaves a trace.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_unwatched(request.path_info):
            request.door = access.Door()  # type: ignore[attr-defined]  # the door's own, as in `access.read_session`
            request.visitor = Visitor.nobody()  # type: ignore[attr-defined]  # as above
        else:
            access.read_session(request)
        response = self.get_response(request)
        access.write_cookies(request, response)
        return response


def is_unwatched(path: str) -> bool:
    """Whether nobody may be seen at this path, with or without the slash at its end."""
    return any(path == below or path.startswith(f"{below}/") for below in settings.BOTHAND_UNWATCHED)
