"""Who the two are, and the door for views of both: alone one is told so, kindly; what cannot be kept comes back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.accounts.partner import Partner
from bothand.shell import carried_form
from bothand.shell.page import Page, render
from bothand.vault.errors import Conflict, Missing
from bothand.vault.ours import Ours

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Two:
    """The space of both as one of them has it open, and who they are."""

    ours: Ours
    me: bytes
    partner: Partner

    @property
    def other(self) -> bytes:
        return self.partner.account

    @property
    def accounts(self) -> tuple[bytes, bytes]:
        """Both, in the order in which results name them."""
        first, second = sorted((self.me, self.other))
        return first, second

    @property
    def place(self) -> int:
        """Where I stand among both."""
        return self.accounts.index(self.me)


def two(request: HttpRequest) -> Two:
    """Both, to read while locked, to write while open. Raises SignedOut, Alone, and Locked for what would write."""
    partner = access.find_partner(request)
    if partner is None:
        raise Alone
    if request.method == "POST":
        access.open_mine(request)
    return Two(access.open_ours(request), access.visitor_of_request(request).account, partner)


def for_two(present_alone: Callable[[], Page]) -> Callable[[View], View]:
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
