"""Views for two: alone one is told so, kindly; what cannot be kept comes back."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.shell import carried_form
from bothand.shell.page import Page, render
from bothand.vault.errors import Conflict, Missing

View = Callable[..., HttpResponse]


def for_pair(present_alone: Callable[[], Page]) -> Callable[[View], View]:
    """A view for two. Alone, an address of something leads nowhere, and any other to what can be done by oneself."""

    def wrap(view: View) -> View:
        @wraps(view)
        def show(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, **kwargs)
            except Alone:
                if kwargs:
                    raise Missing from None
                access.open_mine(request)
                return render(request, present_alone())
            except Conflict:
                # Both wrote in this very moment, time and again: sent once more, it goes on from what stands then.
                return carried_form.carried_page(request, "csrf")

        return show

    return wrap
