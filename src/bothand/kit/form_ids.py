"""The id of what a form makes stands in the address of its page: who comes back to it and saves again makes no second one.

Pages are kept by no browser, so the Back button asks for the page once more, and the words typed there may stand in it
again. With its id in the address it is the same form as before: what it made is shown to be changed, or, where the view
knows nothing better, sent again it is the same document or a conflict that shows both.
"""

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from bothand.vault.randomness import new_id

P = ParamSpec("P")
NAME: Final = "form"
_ID: Final = re.compile(r"[0-9a-f]{32}")
_asked: ContextVar[str] = ContextVar("the id that the address of this request names", default="")


def keep_form_id(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For a view that makes something new: its page is read at an address that names the id of what it will make.

    A browser is led there when it opens the page; other programs, which have no Back button, get it at once.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asked = request.GET.get(NAME, "")
        known = _ID.fullmatch(asked) is not None
        if not known and request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate":
            query = request.GET.copy()
            query[NAME] = new_id().hex()
            return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
        token = _asked.set(asked if known else "")
        try:
            return view(request, *args, **kwargs)
        finally:
            _asked.reset(token)

    return answer


def find_form_id() -> str:
    """The id that the address names, else a new one."""
    return _asked.get() or new_id().hex()


def find_asked_id() -> bytes:
    """The id that the address names, b"" for none."""
    return bytes.fromhex(_asked.get())
