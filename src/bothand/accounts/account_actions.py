"""What a visitor does at the door and with their keys: signing up and in, opening, passwords, PIN, devices, deleting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from bothand.accounts import (
    accounts,
    activity,
    departure,
    derivation,
    devices,
    link,
    meeting_place,
    pairing,
    sessions,
    throttle,
    wall_clock,
)
from bothand.accounts.access import KNOWN_COOKIE, door, forget, leave_behind, live, opened, see, take
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import PinErased, Throttled, WrongSecret
from bothand.accounts.login_name import sealed_name
from bothand.accounts.preferences import Settings
from bothand.vault.seal import digest


def sign_up(request: HttpRequest, login: str, password: str, chosen: Settings) -> Opened:
    """Make an account and sign in to it; the link this browser carries admits one. Raises as `accounts.sign_up`."""
    fresh = accounts.sign_up(
        login,
        password,
        chosen,
        derivation.KDF,
        anybody=settings.BOTHAND_OPEN,
        now=wall_clock.now(),
        admit=lambda: pairing.admit(link.held(request)),
    )
    _enter(request, fresh, login)
    activity.came(live(request).key)
    return fresh


def sign_in(request: HttpRequest, login: str, password: str) -> Opened:
    """Sign in. Raises WrongSecret, Throttled, Busy."""
    found = _guarded(request, login, lambda: accounts.sign_in(login, password, derivation.KDF))
    _enter(request, found, login)
    return found


def recover(request: HttpRequest, login: str, code: str, password: str) -> Opened:
    """Sign in by the recovery code, with a new password and a new code. Raises WrongSecret, Throttled, Busy."""
    found = _guarded(request, login, lambda: accounts.recover(login, code, password, derivation.KDF))
    _enter(request, found, login)
    activity.came(live(request).key)
    return found


def unlock(request: HttpRequest, *, pin: str = "", password: str = "") -> Opened:
    """Open *mine* again. Raises SignedOut, WrongSecret, PinErased, Throttled, Busy."""
    session = live(request)
    if pin:
        try:
            found = _arrived(sessions.open_by_pin(session, pin, derivation.KDF))
        except PinErased:
            see(request, replace(session, has_pin=False))
            raise
        take(request, sessions.open_again(session, found), found)
        return found
    return confirm(request, password)


def confirm(request: HttpRequest, password: str) -> Opened:
    """Ask for the password again before something weighty; the session gets a new id and secret.

    Raises SignedOut, WrongSecret, Throttled, Busy.
    """
    session = live(request)
    key = digest(session.account_id, b"confirm")
    found = _arrived(
        _counted(key, lambda: accounts.by_password(session.account, password, derivation.KDF), known=True)
    )
    renew(request, found)
    return found


def change_password(request: HttpRequest, now: str, new: str) -> None:
    """The plain way. Raises as `confirm`."""
    accounts.change_password(confirm(request, now), new, derivation.KDF)


def somebody_knew_it(request: HttpRequest, now: str, new: str) -> None:
    """The thorough way; the visitor goes on in a session that owes nothing to any before. Raises as `confirm`."""
    fresh = accounts.somebody_knew_it(
        confirm(request, now), new, derivation.KDF, now=wall_clock.now(), before_change=pairing.close_epoch
    )
    door(request).live = None
    renew(request, fresh)
    rotate_token(request)


def new_recovery_code(request: HttpRequest, password: str) -> None:
    """A new code in the place of the old one. Raises as `confirm`."""
    door(request).opened = accounts.new_recovery_code(confirm(request, password), derivation.KDF)


def recovery_code(request: HttpRequest) -> str:
    """The code that is not yet written down, or "". Raises as `mine`."""
    return opened(request).keyring.recovery_code


def code_is_written_down(request: HttpRequest) -> None:
    """From now on the code stands on paper only. Raises as `mine`."""
    if opened(request).keyring.recovery_code:
        door(request).opened = accounts.code_is_written_down(opened(request))


def may_set_pin(request: HttpRequest) -> bool:
    """Whether a PIN can be set without the password: once, by who has just signed up or come back by the code.

    Everybody else types it, so that nobody sets one of their own at an unlocked phone. Raises SignedOut.
    """
    return activity.is_new(live(request).key)


def set_pin(request: HttpRequest, pin: str, password: str = "") -> None:
    """Let a PIN open *mine* on this device. Raises as `confirm`, also where the password is missing and needed."""
    if password or not may_set_pin(request):
        confirm(request, password)
    no_first_pin(request)
    sessions.set_pin(live(request), opened(request), pin, derivation.KDF)
    see(request, replace(live(request), has_pin=True))


def no_first_pin(request: HttpRequest) -> None:
    """The first PIN was set or left out: from now on one takes the password. Raises SignedOut."""
    activity.settled(live(request).key)


def drop_pin(request: HttpRequest) -> None:
    """No PIN on this device any more. Raises as `mine`."""
    opened(request)
    sessions.drop_pin(live(request))
    see(request, replace(live(request), has_pin=False))


def own_devices(request: HttpRequest) -> list[devices.Listed]:
    """The sessions there are. Raises as `mine`."""
    return devices.listed(opened(request), here=live(request).key)


def end_other_sessions(request: HttpRequest) -> None:
    """End every session but this one, for good. Raises as `mine`."""
    fresh = accounts.end_other_sessions(opened(request), keep=live(request).key)
    take(request, sessions.open_again(live(request), fresh), fresh)


def delete_account(request: HttpRequest, password: str) -> bool:
    """Delete everything of one's own; whether its traces are gone from the log too. Raises as `confirm`.

    What is *ours* stays with the other, whose pages do not change.
    """
    gone = departure.delete(confirm(request, password))
    leave_behind(request)
    return gone


def may_sign_up(request: HttpRequest) -> bool:
    """Whether somebody new may come: because the door is open, or by the link this browser carries."""
    return accounts.may_sign_up(anybody=settings.BOTHAND_OPEN) or pairing.admits(link.held(request))


def renew(request: HttpRequest, found: Opened) -> None:
    """Give the visitor a session with a new id and secret, over the present one."""
    held = door(request)
    held.set_cookie, fresh = sessions.begin(
        found, agent=request.headers.get("User-Agent", ""), before=held.live
    )
    take(request, fresh, found)


def lock(request: HttpRequest) -> None:
    """Close *mine* on this device."""
    session = live(request)
    sessions.lock(session)


def sign_out(request: HttpRequest) -> None:
    """End the session, if there is one."""
    forget(request)


def reach_back(request: HttpRequest, day: date) -> None:
    """Let *mine* look through its months from this day on; nothing when it does already. Raises as `access.mine`."""
    found = opened(request)
    if day.isoformat() < found.keyring.since:
        ring = msgspec.structs.replace(found.keyring, since=day.isoformat())
        door(request).opened = accounts.write_keyring(found, ring)


def settings_changed(request: HttpRequest) -> None:
    """Make the session's copy of the settings anew, and say them in *ours*."""
    found = pairing.introduce(opened(request))
    take(request, sessions.open_again(live(request), found), found)


def _enter(request: HttpRequest, found: Opened, login: str) -> None:
    renew(request, _arrived(found))
    rotate_token(request)
    door(request).known = _known_value(login)


def _arrived(found: Opened) -> Opened:
    """Whenever *mine* is opened: pin who came by a link, and lay down again what waits to be met."""
    if not found.keyring.ours():
        return found
    if found.keyring.invitation or found.keyring.waits or not found.keyring.partners:
        found = pairing.catch_up(found)
    meeting_place.lay_again(found)
    return found


def _guarded(request: HttpRequest, login: str, attempt: Callable[[], Opened]) -> Opened:
    known = request.COOKIES.get(KNOWN_COOKIE) == _known_value(login)
    return _counted(sealed_name(login) + bytes([known]), attempt, known=known)


def _counted(key: bytes, attempt: Callable[[], Opened], *, known: bool) -> Opened:
    wait = throttle.signing_in.wait(key, wall_clock.ticks())
    if wait:
        raise Throttled(wait)
    try:
        found = attempt()
    except WrongSecret:
        throttle.signing_in.failed(key, wall_clock.ticks(), known=known)
        raise
    throttle.signing_in.passed(key)
    return found


def _known_value(login: str) -> str:
    """What tells a browser that signed in under this name before; worth nothing without the server's key."""
    return digest(settings.SECRET_KEY.encode(), b"known", sealed_name(login)).hex()
