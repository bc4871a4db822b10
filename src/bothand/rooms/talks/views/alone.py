"""What somebody alone is shown where a part takes two."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from bothand.accounts.errors import Alone
from bothand.rooms.talks.pages import AlonePage
from bothand.shell.page import render
from bothand.vault.errors import EpochClosed, Missing, ReadOnly

View = Callable[..., HttpResponse]


def for_two(view: View) -> View:
    """A page that takes two: one alone is told so kindly, with what they typed and what can be done alone."""

    @wraps(view)
    def show_or_tell(request: HttpRequest, **address: str) -> HttpResponse:
        try:
            return view(request, **address)
        except Alone:
            if address:
                raise Missing from None
            return render(
                request,
                AlonePage(typed=_typed_words(request)),
                status=409 if request.method == "POST" else 200,
            )
        except (ReadOnly, EpochClosed):
            # A fresh link has to be opened first, or the other left this very moment.
            return render(request, AlonePage(typed=_typed_words(request), waits=True), status=409)

    return show_or_tell


def _typed_words(request: HttpRequest) -> str:
    words = (request.POST.get(name, "").replace("\0", "") for name in ("text", "need"))
    return "\n\n".join(one for one in words if one.strip())
