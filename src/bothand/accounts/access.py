"""The one door: who is asking, and which space opens to them. Nothing above this reads a row or opens a seal.

What a visitor does at the door and with their keys is in `acts`; what two do together in `together`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from bothand.accounts import accounts, activity, clock_check, pairing, sessions, shared_space, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import Alone, Locked, SignedOut
from bothand.accounts.partner import Partner
from bothand.accounts.preferences import Settings
from bothand.accounts.sessions import Live
from bothand.accounts.visitor import Visitor
from bothand.vault.ours import Ours
from bothand.vault.space import Space

COOKIE = "__Host-bothand"
KNOWN_COOKIE = "__Host-known"
KNOWN_SECONDS = 400 * 24 * 3600
LINK_COOKIE = "__Host-link"
LINK_SECONDS = 24 * 3600


@dataclass(slots=True)
class Door:
    """What a request holds of its session. `set_cookie` is the value to send; "" takes it away. So is `set_link`.

    `open_ours` is the space of both as this session with this account opened it.
    """

    live: Live | None = None
    opened: Opened | None = None
    ours: tuple[Live, Opened | None, Ours] | None = None
    set_cookie: str | None = None
    known: str | None = None
    set_link: str | None = None
    today: date | None = None


def read_session(request: HttpRequest) -> Visitor:
    """Read the cookie; called once a request, by the middleware."""
    value = request.COOKIES.get(COOKIE, "")
    found = sessions.load_session(value) if value else None
    request.door = Door(live=found, set_cookie="" if value and found is None else None)  # type: ignore[attr-defined]  # the middleware's own
    if found is not None and found.two is not None and not _is_polling(request):
        activity.touch_session(found.key, found.one.settings.lock_after)
    request.visitor = visitor_of(found)  # type: ignore[attr-defined]  # as above
    return visitor_of_request(request)


def write_cookies(request: HttpRequest, response: HttpResponse) -> None:
    """Set or take away the cookies, as the request left it."""
    held = door_of(request)
    if held.set_cookie is not None:
        _set_cookie(response, COOKIE, held.set_cookie, sessions.LONGEST_DAYS * 24 * 3600)
    if held.set_link is not None:
        _set_cookie(response, LINK_COOKIE, held.set_link, LINK_SECONDS)
    if held.known:
        _set_cookie(response, KNOWN_COOKIE, held.known, KNOWN_SECONDS)


def visitor_of_request(request: HttpRequest) -> Visitor:
    """Who is asking."""
    found: Visitor = request.visitor  # type: ignore[attr-defined]  # set by the middleware
    return found


def live_session(request: HttpRequest) -> Live:
    """The visitor's session, locked or not. Raises SignedOut."""
    held = door_of(request)
    if held.live is None:
        raise SignedOut
    return held.live


def opened_account(request: HttpRequest) -> Opened:
    """The visitor's account with its key, for what the account's own pages do.

    Raises SignedOut, Locked; DidNotOpen when the keyring was tampered with.
    """
    session, held = live_session(request), door_of(request)
    if session.two is None:
        raise Locked
    if held.opened is None:
        found = accounts.by_key(session.account, session.two.account_key)
        if session.two.generation != found.keyring.generation:
            # Every session was ended since; this row was put back from a copy.
            forget_session(request)
            raise SignedOut
        held.opened = found
        if _paired_elsewhere(session, found):
            take_session(request, sessions.open_again(session, found), found)
            return found
    return held.opened


def open_mine(request: HttpRequest) -> Space:
    """The visitor's own space. Raises as `opened_account`."""
    return accounts.open_mine(opened_account(request))


def find_partner(request: HttpRequest) -> Partner | None:
    """The other, or None for one alone. Also while locked. Raises SignedOut."""
    return _up_to_date(request).one.partner


def open_ours(request: HttpRequest) -> Ours:
    """The space of both: to read while locked, to read and write while open. Raises SignedOut, Locked, Alone.

    Before a write it is looked whether the other still holds the key, and a new one is made if not; nobody is told.
    """
    session = _up_to_date(request)
    if session.one.partner is None:
        if request.method == "POST":
            # The lock comes first: what was typed is carried, and whoever holds the phone reads nothing of leaving.
            opened_account(request)
        raise Alone
    if session.two is not None and request.method == "POST":
        door_of(request).opened = pairing.catch_up(opened_account(request))
    return _ours_once(request, session)


def _ours_once(request: HttpRequest, session: Live) -> Ours:
    """One for each session and account as they stand, so that a request opens nothing twice. Raises as `open_ours`."""
    held = door_of(request)
    account = None if session.two is None else opened_account(request)
    if held.ours is not None and held.ours[0] is session and held.ours[1] is account:
        return held.ours[2]
    if account is None:
        one = session.one
        found = shared_space.open_to_read(
            session.account_id, one.ours, one.verify, one.ours_since, one.listed
        )
    else:
        found = shared_space.open_ours(session.account_id, account.keyring, accounts.open_mine(account))
    if found is None:
        raise Alone
    held.ours = (session, account, found)
    return found


def known_moments(request: HttpRequest) -> list[datetime]:
    """What this request has seen that lies in the past for sure: when what it opened was kept, and its keys' first days."""
    held: Door | None = getattr(request, "door", None)
    if held is None:
        return []
    spaces = [
        *([] if held.opened is None else held.opened.space),
        *([] if held.ours is None else held.ours[2:]),
    ]
    keys = [] if held.live is None else [key.since for key in held.live.one.verify]
    keys += [] if held.opened is None else [key.since for key in held.opened.keyring.signing]
    return [
        *(space.last_change for space in spaces if space.last_change is not None),
        *(clock_check.start_of(date.fromisoformat(since)) for since in keys),
    ]


def door_of(request: HttpRequest) -> Door:
    """What the request holds of its session; for this package alone."""
    found: Door = request.door  # type: ignore[attr-defined]  # set by the middleware
    return found


def take_session(request: HttpRequest, session: Live, found: Opened) -> None:
    """Go on in this session with this account; for this package alone."""
    door_of(request).opened = found
    see_session(request, session)


def see_session(request: HttpRequest, session: Live) -> None:
    """Go on in this session; for this package alone."""
    door_of(request).live = session
    request.visitor = visitor_of(session)  # type: ignore[attr-defined]  # the middleware's own


def forget_session(request: HttpRequest) -> None:
    """End the session, if there is one; for this package alone."""
    held = door_of(request)
    if held.live is not None:
        sessions.end_session(held.live)
    leave_behind(request)


def leave_behind(request: HttpRequest) -> None:
    """Go on as nobody; for this package alone."""
    held = door_of(request)
    held.live, held.opened, held.set_cookie = None, None, ""
    request.visitor = Visitor.nobody()  # type: ignore[attr-defined]  # the middleware's own


def visitor_of(session: Live | None) -> Visitor:
    """What pages may know of a session."""
    if session is None:
        return Visitor.nobody()
    return Visitor(
        signed_in=True,
        unlocked=session.two is not None,
        account=session.account_id,
        has_pin=session.has_pin,
        settings=session.one.settings,
        partner=session.one.partner,
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people and the space of both, as one of them, `me`, has it open."""

    ours: Ours
    me: bytes
    partner: Partner

    @property
    def other(self) -> bytes:
        """The partner's account."""
        return self.partner.account

    @property
    def accounts(self) -> tuple[bytes, bytes]:
        """Both, in the order that is the same for each of them."""
        first, second = sorted((self.me, self.other))
        return first, second

    @property
    def place(self) -> int:
        """Where I stand among both: 0 or 1."""
        return self.accounts.index(self.me)


class Visit:
    """One person's visit to one address. It belongs to a request and must not outlive it."""

    __slots__ = ("_request",)

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def settings(self) -> Settings:
        """What this person chose for themselves."""
        return visitor_of_request(self._request).settings

    @property
    def me(self) -> bytes:
        """The person's account, the author of what they write."""
        return visitor_of_request(self._request).account

    @property
    def mine(self) -> Space:
        """Their own space. Raises SignedOut, Locked; DidNotOpen when the keyring was tampered with."""
        return open_mine(self._request)

    @property
    def mine_if_open(self) -> Space | None:
        """Their own space, or None while it is locked. Raises SignedOut."""
        return self.mine if live_session(self._request).two is not None else None

    @property
    def ours(self) -> Ours:
        """The space of both, to read while locked. Raises SignedOut, Alone; Locked for a form."""
        return open_ours(self._request)

    @property
    def ours_to_write(self) -> Ours:
        """The same where something will be written. Raises Locked before Alone, so that what was typed is carried."""
        open_mine(self._request)
        return open_ours(self._request)

    @property
    def ours_if_two(self) -> Ours | None:
        """The space of both, or None for one alone. Raises SignedOut."""
        try:
            return open_ours(self._request) if self.partner is not None else None
        except Alone:
            return None

    @property
    def partner(self) -> Partner | None:
        """The other, or None for one alone. Raises SignedOut."""
        return find_partner(self._request)

    @property
    def partner_name(self) -> str:
        """What the other is called; "" for one alone."""
        return "" if self.partner is None else self.partner.name

    @property
    def names(self) -> dict[bytes, str]:
        """What each of the two is called, by their account. Raises Alone."""
        partner = self.require_partner()
        return {self.me: self.settings.name, partner.account: partner.name}

    @property
    def zone(self) -> str:
        """The name of the time zone in which they live."""
        return self.settings.zone

    @property
    def now(self) -> datetime:
        """The time where they live."""
        return wall_clock.now().astimezone(wall_clock.zone_of(self.zone))

    @property
    def today(self) -> date:
        """The day it is where they live: one day for the whole request, also around midnight."""
        door = door_of(self._request)
        if door.today is None:
            door.today = wall_clock.today_in(self.zone)
        return door.today

    def require_partner(self) -> Partner:
        """The other. Raises SignedOut, Alone."""
        if (partner := self.partner) is None:
            raise Alone
        return partner

    def require_pair(self) -> Pair:
        """The two and their space: to read while locked, to write while open. Raises SignedOut, Alone; Locked for a form."""
        partner = self.require_partner()
        if self._request.method == "POST":
            open_mine(self._request)
        return Pair(self.ours, self.me, partner)

    def pair_if_two(self) -> Pair | None:
        """The two, or None for one alone. Raises SignedOut."""
        try:
            return self.require_pair()
        except Alone:
            return None


def _up_to_date(request: HttpRequest) -> Live:
    """The session, after what was done on another device was taken in; locked, it knows what it knew."""
    if live_session(request).two is not None:
        opened_account(request)
    return live_session(request)


def _paired_elsewhere(session: Live, found: Opened) -> bool:
    """Whether this person paired, parted or changed keys on another device since this one was opened."""
    ring = found.keyring
    return session.one.ours != ring.ours() or (
        bool(ring.ours()) and session.one.verify != ring.verify_keys(found.id)
    )


def _is_polling(request: HttpRequest) -> bool:
    """A page that asks again by itself is nobody using it."""
    return request.headers.get("X-Bothand-Poll") == "1"


def _set_cookie(response: HttpResponse, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name, value, max_age=seconds if value else 0, path="/", secure=True, httponly=True, samesite="Lax"
    )
