"""What every page knows of its visitor, whatever the page: hues, places, ways out."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject

from bothand.accounts import access, clock_check, wall_clock
from bothand.accounts.person_name import show_name
from bothand.accounts.visitor import Visitor
from bothand.shell import navigation
from bothand.shell.endings import Ending, find_ending

SECONDS_A_MINUTE = 60
HOUSE_HUES = ("moss", "clay")
"""The mark's hues for those who are signed out: the house's, nobody's."""
NOBODY_YET = "stone"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongClock:
    """A clock that is plainly wrong: what it says, and a later day that has been already.

    `kept` says that something was kept on that day; else it is the day this program was released.
    """

    says: datetime
    later: date
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The part of a page's context that is the same for all pages. No content of anybody's is in it.

    `ending` is said of the act that led here. `news` says that something of the other's is new to me: locked it is never so.
    """

    signed_in: bool
    unlocked: bool
    has_pin: bool
    name: str
    me_hue: str
    partner: str
    partner_hue: str
    language: str
    direction: str
    zone: str
    path: str
    places: tuple[navigation.PlaceLink, ...]
    tabs: navigation.Tabs | None
    lock_seconds: int
    exit_to: str
    account_mark: str
    demo: bool
    wrong_clock: WrongClock | None
    news: bool
    ending: Ending | None


def frame_of(request: HttpRequest, place: str) -> Frame:
    """The frame for one request. Works before the visitor is known, since error pages come from anywhere."""
    visitor: Visitor = getattr(request, "visitor", Visitor.nobody())
    mine = visitor.settings
    return Frame(
        signed_in=visitor.signed_in,
        unlocked=visitor.unlocked,
        has_pin=visitor.has_pin,
        name=show_name(mine.name),
        me_hue=mine.hue if visitor.signed_in else HOUSE_HUES[0],
        partner=show_name(visitor.partner.name) if visitor.partner else "",
        partner_hue=_partner_hue(visitor),
        language=translation.get_language() or settings.LANGUAGE_CODE,
        direction="rtl" if translation.get_language_bidi() else "ltr",
        zone=timezone.get_current_timezone_name(),
        path=request.path,
        places=navigation.nav_links(request.path, place) if visitor.signed_in else (),
        tabs=navigation.room_tabs(request.path, two=visitor.partner is not None)
        if visitor.signed_in
        else None,
        lock_seconds=mine.lock_after * SECONDS_A_MINUTE,
        exit_to=settings.BOTHAND_EXIT_TO,
        account_mark=account_mark(visitor.account),
        demo=getattr(settings, "BOTHAND_DEMO", False),
        wrong_clock=_wrong_clock(request),
        news=_has_news(request, visitor),
        ending=find_ending(request),
    )


def _has_news(request: HttpRequest, visitor: Visitor) -> bool:
    """Looked for when the navigation is drawn, after the page was made: what stands on the page is new no more."""
    if not visitor.unlocked or visitor.partner is None:
        return False
    return cast("bool", SimpleLazyObject(lambda: navigation.has_news(request)))


def _wrong_clock(request: HttpRequest) -> WrongClock | None:
    now, known = wall_clock.now(), access.known_moments(request)
    later = clock_check.find_later(now, known)
    if later is None:
        return None
    zone = timezone.get_current_timezone()
    return WrongClock(says=now.astimezone(zone), later=later.astimezone(zone).date(), kept=later in known)


def _partner_hue(visitor: Visitor) -> str:
    if not visitor.signed_in:
        return HOUSE_HUES[1]
    if visitor.partner is None:
        return NOBODY_YET
    if visitor.partner.hue != visitor.settings.hue:
        return visitor.partner.hue
    # Two who chose the same are still told apart: each sees the other in one of the house's hues.
    return next(hue for hue in reversed(HOUSE_HUES) if hue != visitor.settings.hue)


def account_mark(account: bytes) -> str:
    """What a form holds to say whose it is: text typed there goes on to that account only.

    HMAC-SHA256 under the server's SECRET_KEY, so that it names nobody to those who read the page's source.
    """
    return salted_hmac("bothand.shell.mark", account, algorithm="sha256").hexdigest() if account else ""
