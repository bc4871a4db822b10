"""Who is asking, at the doors of *boundaries*: names, the day, and what is said where *ours* takes nothing just now."""

from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from bothand.accounts import access, couple_actions, wall_clock
from bothand.accounts.errors import Alone
from bothand.accounts.partner import Partner
from bothand.domain.boundaries import SharedBoundary
from bothand.shell.errors import ErrorPage
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import EpochClosed, Missing, ReadOnly
from bothand.vault.ours import Ours

READ_OR_WRITE: Final = require_http_methods(["GET", "HEAD", "POST"])
SHUT: Final = (ReadOnly, EpochClosed)
"""What writing into *ours* raises while a fresh link has to be opened first."""

_SHUT = gettext_lazy(
    "Nothing can be put between the two of you just now: a fresh link has to be opened first. "
    "What was there stays as it is."
)


def today(request: HttpRequest) -> date:
    """The day it is where the visitor lives."""
    return wall_clock.today_in(access.visitor_of_request(request).settings.zone)


def own_name(request: HttpRequest) -> str:
    """What the visitor is called."""
    return access.visitor_of_request(request).settings.name


def partner_name(request: HttpRequest) -> str:
    """What the other is called; "" for one alone."""
    found = access.find_partner(request)
    return "" if found is None else found.name


def names(request: HttpRequest) -> dict[bytes, str]:
    """What each of the two is called, by their account. Raises Alone."""
    partner = partner_of(request)
    return {access.visitor_of_request(request).account: own_name(request), partner.account: partner.name}


def partner_of(request: HttpRequest) -> Partner:
    """The other. Raises Alone."""
    found = access.find_partner(request)
    if found is None:
        raise Alone
    return found


def space_to_write(request: HttpRequest) -> Ours:
    """*Ours*, where something will be written. Raises Locked before Alone, so that what was typed is carried."""
    access.open_mine(request)
    return access.open_ours(request)


def is_shut(request: HttpRequest) -> bool:
    """Whether nothing can be put into *ours* just now."""
    return access.find_partner(request) is not None and couple_actions.waits_for_link(request)


def shut() -> str:
    """The sentence for that."""
    return str(_SHUT)


def shut_page(request: HttpRequest) -> HttpResponse:
    """The answer to a button that could not do what it says."""
    lines = (_SHUT, gettext_lazy("You can try again once it was opened."))
    return render(request, ErrorPage(title=_("Nothing was changed."), lines=lines), status=409)


def theirs_at(ours: Ours, partner: Partner, record_id: bytes) -> Opened[SharedBoundary]:
    """A boundary the other shows. Raises Missing, also for one that is not theirs; DidNotOpen."""
    found = ours.get(SharedBoundary, record_id)
    if found.author != partner.account:
        raise Missing
    return found
