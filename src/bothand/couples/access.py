"""The one door: who is asking, and which space opens to them. Nothing above this reads a row or opens a seal."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token

from bothand.couples import accounts, activity, opening, sessions, throttle, timing
from bothand.couples.accounts import Opened
from bothand.couples.errors import Locked, PinErased, SignedOut, Throttled, WrongSecret
from bothand.couples.names import sealed_name
from bothand.couples.sessions import Live
from bothand.couples.settings_record import Settings
from bothand.couples.visitor import Visitor
from bothand.vault.seal import digest
from bothand.vault.space import Space

COOKIE = "__Host-bothand"
KNOWN_COOKIE = "__Host-known"
KNOWN_SECONDS = 400 * 24 * 3600


@dataclass(slots=True)
class Door:
    """What a request holds of its session. `set_cookie` is the value to send; "" takes it away."""

    live: Live | None = None
    opened: Opened | None = None
    set_cookie: str | None = None
    known: str | None = None


def arrive(request: HttpRequest) -> Visitor:
    """Read the cookie; called once a request, by the middleware."""
    value = request.COOKIES.get(COOKIE, "")
    live = sessions.load(value) if value else None
    request.door = Door(live=live, set_cookie="" if value and live is None else None)  # type: ignore[attr-defined]  # the middleware's own
    if live is not None and live.two is not None and not _polling(request):
        activity.touch(live.key, live.one.settings.lock_after)
    request.visitor = _visitor(live)  # type: ignore[attr-defined]  # as above
    return request.visitor  # type: ignore[attr-defined,no-any-return]  # as above


def leave(request: HttpRequest, response: HttpResponse) -> None:
    """Set or take away the cookies, as the request left it."""
    door = _door(request)
    if door.set_cookie is not None:
        _cookie(response, COOKIE, door.set_cookie, sessions.LONGEST_DAYS * 24 * 3600)
    if door.known:
        _cookie(response, KNOWN_COOKIE, door.known, KNOWN_SECONDS)


def visitor(request: HttpRequest) -> Visitor:
    """Who is asking."""
    found: Visitor = request.visitor  # type: ignore[attr-defined]  # set by the middleware
    return found


def mine(request: HttpRequest) -> Space:
    """The visitor's own space. Raises SignedOut, Locked; DidNotOpen when the keyring was tampered with."""
    return accounts.mine(opened(request))


def opened(request: HttpRequest) -> Opened:
    """The visitor's account with its key, for what the account's own pages do. Raises as `mine`."""
    door = _door(request)
    if door.live is None:
        raise SignedOut
    if door.live.two is None:
        raise Locked
    if door.opened is None:
        found = accounts.by_key(door.live.account, door.live.two.account_key)
        if door.live.two.generation != found.keyring.generation:
            # Every session was ended since; this row was put back from a copy.
            sign_out(request)
            raise SignedOut
        door.opened = found
    return door.opened


def live(request: HttpRequest) -> Live:
    """The visitor's session, locked or not. Raises SignedOut."""
    door = _door(request)
    if door.live is None:
        raise SignedOut
    return door.live


def sign_up(request: HttpRequest, login: str, password: str, chosen: Settings) -> Opened:
    """Make an account and sign in to it. Raises as `accounts.sign_up`."""
    fresh = accounts.sign_up(
        login, password, chosen, opening.KDF, anybody=settings.BOTHAND_OPEN, now=timing.now()
    )
    _enter(request, fresh, login)
    return fresh


def sign_in(request: HttpRequest, login: str, password: str) -> Opened:
    """Sign in. Raises WrongSecret, Throttled, Busy."""
    found = _guarded(request, login, lambda: accounts.sign_in(login, password, opening.KDF))
    _enter(request, found, login)
    return found


def recover(request: HttpRequest, login: str, code: str, password: str) -> Opened:
    """Sign in by the recovery code, with a new password and a new code. Raises WrongSecret, Throttled, Busy."""
    found = _guarded(request, login, lambda: accounts.recover(login, code, password, opening.KDF))
    _enter(request, found, login)
    return found


def unlock(request: HttpRequest, *, pin: str = "", password: str = "") -> Opened:
    """Open *mine* again. Raises SignedOut, WrongSecret, PinErased, Throttled, Busy."""
    session = live(request)
    if pin:
        try:
            found = sessions.open_by_pin(session, pin, opening.KDF)
        except PinErased:
            _see(request, replace(session, has_pin=False))
            raise
        _take(request, sessions.open_again(session, found), found)
        return found
    return confirm(request, password)


def confirm(request: HttpRequest, password: str) -> Opened:
    """Ask for the password again before something weighty; the session gets a new id and secret.

    Raises SignedOut, WrongSecret, Throttled, Busy.
    """
    session = live(request)
    key = digest(session.account_id, b"confirm")
    found = _counted(key, lambda: accounts.by_password(session.account, password, opening.KDF), known=True)
    renew(request, found)
    return found


def change_password(request: HttpRequest, now: str, new: str) -> None:
    """The plain way. Raises as `confirm`."""
    accounts.change_password(confirm(request, now), new, opening.KDF)


def somebody_knew_it(request: HttpRequest, now: str, new: str) -> None:
    """The thorough way; the visitor goes on in a session that owes nothing to any before. Raises as `confirm`."""
    fresh = accounts.somebody_knew_it(confirm(request, now), new, opening.KDF, now=timing.now())
    _door(request).live = None
    renew(request, fresh)
    rotate_token(request)


def new_recovery_code(request: HttpRequest, password: str) -> None:
    """A new code in the place of the old one. Raises as `confirm`."""
    _door(request).opened = accounts.new_recovery_code(confirm(request, password), opening.KDF)


def recovery_code(request: HttpRequest) -> str:
    """The code that is not yet written down, or "". Raises as `mine`."""
    return opened(request).keyring.recovery_code


def code_is_written_down(request: HttpRequest) -> None:
    """From now on the code stands on paper only. Raises as `mine`."""
    if opened(request).keyring.recovery_code:
        _door(request).opened = accounts.code_is_written_down(opened(request))


def set_pin(request: HttpRequest, pin: str) -> None:
    """Let a PIN open *mine* on this device. Raises as `mine`."""
    sessions.set_pin(live(request), opened(request), pin, opening.KDF)
    _see(request, replace(live(request), has_pin=True))


def drop_pin(request: HttpRequest) -> None:
    """No PIN on this device any more. Raises as `mine`."""
    opened(request)
    sessions.drop_pin(live(request))
    _see(request, replace(live(request), has_pin=False))


def devices(request: HttpRequest) -> list[sessions.Listed]:
    """The sessions there are. Raises as `mine`."""
    return sessions.listed(live(request), opened(request))


def end_other_sessions(request: HttpRequest) -> None:
    """End every session but this one, for good. Raises as `mine`."""
    fresh = accounts.end_other_sessions(opened(request), keep=live(request).key)
    _take(request, sessions.open_again(live(request), fresh), fresh)


def delete_account(request: HttpRequest, password: str) -> bool:
    """Delete everything of one's own; whether its traces are gone from the log too. Raises as `confirm`."""
    gone = accounts.delete(confirm(request, password))
    door = _door(request)
    door.live, door.opened, door.set_cookie = None, None, ""
    request.visitor = Visitor.nobody()  # type: ignore[attr-defined]  # the middleware's own
    return gone


def may_sign_up() -> bool:
    """Whether somebody new may come without an invitation."""
    return accounts.may_sign_up(anybody=settings.BOTHAND_OPEN)


def renew(request: HttpRequest, found: Opened) -> None:
    """Give the visitor a session with a new id and secret, over the present one."""
    door = _door(request)
    door.set_cookie, fresh = sessions.begin(
        found, agent=request.headers.get("User-Agent", ""), before=door.live
    )
    _take(request, fresh, found)


def lock(request: HttpRequest) -> None:
    """Close *mine* on this device."""
    session = live(request)
    sessions.lock(session)


def sign_out(request: HttpRequest) -> None:
    """End the session, if there is one."""
    door = _door(request)
    if door.live is not None:
        sessions.end(door.live)
    door.live, door.opened, door.set_cookie = None, None, ""
    request.visitor = Visitor.nobody()  # type: ignore[attr-defined]  # the middleware's own


def settings_changed(request: HttpRequest) -> None:
    """Make the session's copy of the settings anew."""
    _take(request, sessions.open_again(live(request), opened(request)), opened(request))


def _enter(request: HttpRequest, found: Opened, login: str) -> None:
    renew(request, found)
    rotate_token(request)
    _door(request).known = _known_value(login)


def _take(request: HttpRequest, session: Live, found: Opened) -> None:
    door = _door(request)
    door.opened = found
    _see(request, session)


def _see(request: HttpRequest, session: Live) -> None:
    _door(request).live = session
    request.visitor = _visitor(session)  # type: ignore[attr-defined]  # the middleware's own


def _guarded(request: HttpRequest, login: str, attempt: Callable[[], Opened]) -> Opened:
    known = request.COOKIES.get(KNOWN_COOKIE) == _known_value(login)
    return _counted(sealed_name(login) + bytes([known]), attempt, known=known)


def _counted(key: bytes, attempt: Callable[[], Opened], *, known: bool) -> Opened:
    wait = throttle.signing_in.wait(key, timing.ticks())
    if wait:
        raise Throttled(wait)
    try:
        found = attempt()
    except WrongSecret:
        throttle.signing_in.failed(key, timing.ticks(), known=known)
        raise
    throttle.signing_in.passed(key)
    return found


def _known_value(login: str) -> str:
    """What tells a browser that signed in under this name before; worth nothing without the server's key."""
    return digest(settings.SECRET_KEY.encode(), b"known", sealed_name(login)).hex()


def _polling(request: HttpRequest) -> bool:
    """A page that asks again by itself is nobody using it."""
    return request.headers.get("X-Bothand-Poll") == "1"


def _door(request: HttpRequest) -> Door:
    found: Door = request.door  # type: ignore[attr-defined]  # set by the middleware
    return found


def _visitor(session: Live | None) -> Visitor:
    if session is None:
        return Visitor.nobody()
    return Visitor(
        signed_in=True,
        unlocked=session.two is not None,
        account=session.account_id,
        has_pin=session.has_pin,
        settings=session.one.settings,
    )


def _cookie(response: HttpResponse, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name, value, max_age=seconds if value else 0, path="/", secure=True, httponly=True, samesite="Lax"
    )
