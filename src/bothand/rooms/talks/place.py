"""Who the two are and where their records lie: what every view of *talks* asks first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import wraps

from django.http import HttpRequest, HttpResponse

from bothand.accounts import access, wall_clock
from bothand.accounts.errors import Alone
from bothand.rooms.talks.pages import AlonePage
from bothand.shell.page import render
from bothand.vault.errors import EpochClosed, Missing, ReadOnly
from bothand.vault.ours import Ours

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Pair:
    """The space of both, as one of them has it. `name` is what the other is called."""

    ours: Ours
    me: bytes
    other: bytes
    name: str


def pair(request: HttpRequest) -> Pair:
    """The two. Raises SignedOut, Alone."""
    ours, partner = access.open_ours(request), access.find_partner(request)
    if partner is None:
        raise Alone
    return Pair(ours, access.visitor_of_request(request).account, partner.account, partner.name)


def pair_if(request: HttpRequest) -> Pair | None:
    """The two, or None for one alone. Raises SignedOut."""
    try:
        return pair(request)
    except Alone:
        return None


def for_two(view: View) -> View:
    """A page that takes two: one alone is told so kindly, with what they typed and what can be done alone."""

    @wraps(view)
    def told(request: HttpRequest, **address: str) -> HttpResponse:
        try:
            return view(request, **address)
        except Alone:
            if address:
                raise Missing from None
            typed = _typed(request)
            return render(request, AlonePage(typed=typed), status=409 if request.method == "POST" else 200)
        except (ReadOnly, EpochClosed):
            # A fresh link has to be opened first, or the other left this very moment.
            return render(request, AlonePage(typed=_typed(request), waits=True), status=409)

    return told


def _typed(request: HttpRequest) -> str:
    words = (request.POST.get(name, "").replace("\0", "") for name in ("text", "need"))
    return "\n\n".join(one for one in words if one.strip())


def local_now(request: HttpRequest) -> datetime:
    """The time where somebody lives."""
    return wall_clock.now().astimezone(wall_clock.zone_of(zone_of(request)))


def today(request: HttpRequest) -> date:
    """The day where somebody lives."""
    return local_now(request).date()


def zone_of(request: HttpRequest) -> str:
    """The name of the time zone where somebody lives."""
    return access.visitor_of_request(request).settings.zone


def seconds_of(zone: str, day: date, at: time) -> int:
    """A day and a time in a zone, in seconds since 1970."""
    return int(datetime.combine(day, at, wall_clock.zone_of(zone)).timestamp())


def moment(zone: str, seconds: int) -> datetime:
    """Seconds since 1970 as a time in a zone."""
    return datetime.fromtimestamp(seconds, wall_clock.zone_of(zone))


def tomorrow(now: datetime) -> int:
    """The beginning of the next day, in seconds since 1970."""
    following = (now + timedelta(days=1)).date()
    return int(datetime.combine(following, time(), now.tzinfo).timestamp())
