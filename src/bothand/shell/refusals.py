"""What is answered to a request that no page was asked about: it was too slow, too large, or one too many.

The front (`web.front`) has these pages made once, as the server starts, and then sends them without a thread.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSAL: Final = "bothand.refusal"
"""Where the front says why. A header cannot: its name would begin with HTTP_."""

_SAID: Final[dict[str, tuple[int, str | Promise, str | Promise]]] = {
    "slow": (
        408,
        _("What you sent did not arrive in time."),
        _(
            "The connection was too slow, or it broke off. Nothing was changed. "
            "Go back, where your words should still be, and send it again."
        ),
    ),
    "large": (
        413,
        _("That is more than can be taken at once."),
        _("Nothing was changed. Go back, and send it in smaller parts, or try again in a minute."),
    ),
    "full": (
        503,
        _("Too much is being asked for just now."),
        _("Nothing was changed. Wait a few seconds. Then go back and send it again, or load the page again."),
    ),
    "file": (
        403,
        _("You are not signed in, so this file was not read."),
        _("Sign in, then choose the file once more. Browsers keep no file between two tries."),
    ),
}
_RETRY_SECONDS: Final = "5"


class RefusalMiddleware:
    """Answers with the refusal that the front asks for; everything else goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reason = request.META.get(REFUSAL)
        return self.get_response(request) if reason is None else _refusal_page(reason)


def _refusal_page(reason: str) -> HttpResponse:
    status, title, line = _SAID[reason]
    response = HttpResponse(
        render_to_string("shell/refusal.html", {"title": title, "line": line}), status=status
    )
    # It is made as the server starts: nothing has failed, and no log says so.
    vars(response)["_has_been_logged"] = True
    if status == 503:
        response.headers["Retry-After"] = _RETRY_SECONDS
    else:
        # What is still on the line of it would be read as the next request.
        response.headers["Connection"] = "close"
    return response
