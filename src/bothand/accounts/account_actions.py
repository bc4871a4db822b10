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
    passkey_answers,
    second_step,
    sessions,
    sign_in_steps,
    throttle,
    wall_clock,
)
from bothand.accounts.access import (
    KNOWN_COOKIE,
    door_of,
    forget_session,
    leave_behind,
    live_session,
    opened_account,
    see_session,
    take_session,
)
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import OneMoreStep, PinErased, Throttled, WrongSecret
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
        admit=lambda: pairing.admit_new(link.held_link(request)),
    )
    enter_session(request, fresh)
    activity.note_arrival(live_session(request).key)
    return fresh


def sign_in(request: HttpRequest, login: str, password: str) -> Opened:
    """Sign in. Raises WrongSecret, Throttled, Busy; OneMoreStep where the password alone does not do."""
    found = _guard_tries(request, login, lambda: accounts.sign_in(login, password, derivation.KDF))
    if found.keyring.asks_twice:
        raise OneMoreStep(sign_in_steps.begin_step(found))
    enter_session(request, found)
    return found


def finish_sign_in(request: HttpRequest, step: str, *, code: str = "", passkey: str = "") -> Opened:
    """The second step: a code of the app, or any passkey of the account. Raises WrongSecret, PasskeyCopied, Throttled.

    StepGone when the first one was too long ago.
    """
    begun = sign_in_steps.resume_step(step)

    def check() -> Opened:
        if passkey:
            return passkey_answers.check_second_step(request, begun, passkey)
        return second_step.check_code(begun, code)

    found = _count_try(digest(begun.id, b"second step"), check, known=True)
    enter_session(request, found)
    return found


def sign_in_by_passkey(request: HttpRequest, passkey: str) -> Opened:
    """Sign in by a passkey alone. Raises PasskeyRefused, PasskeyCopied."""
    found = passkey_answers.open_account(request, passkey)
    enter_session(request, found)
    return found


def recover_with_code(request: HttpRequest, login: str, code: str, password: str) -> Opened:
    """Sign in by the recovery code, with a new password and a new code. Raises WrongSecret, Throttled, Busy."""
    found = _guard_tries(
        request, login, lambda: accounts.recover_account(login, code, password, derivation.KDF)
    )
    enter_session(request, found)
    activity.note_arrival(live_session(request).key)
    return found


def unlock_mine(request: HttpRequest, *, pin: str = "", password: str = "", passkey: str = "") -> Opened:
    """Open *mine* again. Raises SignedOut, WrongSecret, PasskeyCopied, PinErased, Throttled, Busy."""
    session = live_session(request)
    if passkey:
        found = _note_arrival(passkey_answers.open_account(request, passkey))
        take_session(request, sessions.open_again(session, found), found)
        return found
    if pin:
        try:
            found = _note_arrival(sessions.open_by_pin(session, pin, derivation.KDF))
        except PinErased:
            see_session(request, replace(session, has_pin=False))
            raise
        take_session(request, sessions.open_again(session, found), found)
        return found
    return confirm_password(request, password)


def confirm_password(request: HttpRequest, password: str) -> Opened:
    """Ask for the password again before something weighty; the session gets a new id and secret.

    Raises SignedOut, WrongSecret, Throttled, Busy.
    """
    session = live_session(request)
    key = digest(session.account_id, b"confirm")
    found = _note_arrival(
        _count_try(key, lambda: accounts.by_password(session.account, password, derivation.KDF), known=True)
    )
    renew_session(request, found)
    return found


def confirm_by_passkey(request: HttpRequest, passkey: str) -> Opened:
    """The same by a passkey, for what neither changes a way in nor takes anything out. Raises SignedOut, PasskeyRefused."""
    live_session(request)
    found = _note_arrival(passkey_answers.open_account(request, passkey))
    renew_session(request, found)
    return found


def change_password(request: HttpRequest, now: str, new: str) -> None:
    """The plain way. Raises as `confirm_password`."""
    accounts.change_password(confirm_password(request, now), new, derivation.KDF)


def somebody_knew_it(request: HttpRequest, now: str, new: str) -> None:
    """The thorough way; the visitor goes on in a session that owes nothing to any before. Raises as `confirm_password`."""
    fresh = accounts.somebody_knew_it(
        confirm_password(request, now),
        new,
        derivation.KDF,
        now=wall_clock.now(),
        before_change=pairing.close_epoch,
    )
    door_of(request).live = None
    renew_session(request, fresh)
    rotate_token(request)


def new_recovery_code(request: HttpRequest, password: str) -> None:
    """A new code in the place of the old one. Raises as `confirm_password`."""
    door_of(request).opened = accounts.new_recovery_code(confirm_password(request, password), derivation.KDF)


def recovery_code(request: HttpRequest) -> str:
    """The code that is not yet written down, or "". Raises as `mine`."""
    return opened_account(request).keyring.recovery_code


def code_is_written_down(request: HttpRequest) -> None:
    """From now on the code stands on paper only. Raises as `mine`."""
    if opened_account(request).keyring.recovery_code:
        door_of(request).opened = accounts.code_is_written_down(opened_account(request))


def may_set_pin(request: HttpRequest) -> bool:
    """Whether a PIN can be set without the password: once, by who has just signed up or come back by the code.

    Everybody else types it, so that nobody sets one of their own at an unlocked phone. Raises SignedOut.
    """
    return activity.is_new(live_session(request).key)


def set_pin(request: HttpRequest, pin: str, password: str = "") -> None:
    """Let a PIN open *mine* on this device. Raises as `confirm_password`, also where the password is missing and needed."""
    if password or not may_set_pin(request):
        confirm_password(request, password)
    no_first_pin(request)
    sessions.set_pin(live_session(request), opened_account(request), pin, derivation.KDF)
    see_session(request, replace(live_session(request), has_pin=True))


def no_first_pin(request: HttpRequest) -> None:
    """The first PIN was set or left out: from now on one takes the password. Raises SignedOut."""
    activity.note_settled(live_session(request).key)


def drop_pin(request: HttpRequest) -> None:
    """No PIN on this device any more. Raises as `mine`."""
    opened_account(request)
    sessions.drop_pin(live_session(request))
    see_session(request, replace(live_session(request), has_pin=False))


def own_devices(request: HttpRequest) -> list[devices.Listed]:
    """The sessions there are. Raises as `mine`."""
    return devices.list_devices(opened_account(request), here=live_session(request).key)


def end_other_sessions(request: HttpRequest) -> None:
    """End every session but this one, for good. Raises as `mine`."""
    fresh = accounts.end_other_sessions(opened_account(request), keep=live_session(request).key)
    take_session(request, sessions.open_again(live_session(request), fresh), fresh)


def delete_account(request: HttpRequest, password: str) -> bool:
    """Delete everything of one's own; whether its traces are gone from the log too. Raises as `confirm_password`.

    What is *ours* stays with the other, whose pages do not change.
    """
    gone = departure.delete_account(confirm_password(request, password))
    leave_behind(request)
    return gone


def may_sign_up(request: HttpRequest) -> bool:
    """Whether somebody new may come: because the door is open, or by the link this browser carries."""
    return accounts.may_sign_up(anybody=settings.BOTHAND_OPEN) or pairing.admits_new(link.held_link(request))


def renew_session(request: HttpRequest, found: Opened) -> None:
    """Give the visitor a session with a new id and secret, over the present one."""
    held = door_of(request)
    held.set_cookie, fresh = sessions.begin_session(
        found, agent=request.headers.get("User-Agent", ""), before=held.live
    )
    take_session(request, fresh, found)


def lock_mine(request: HttpRequest) -> None:
    """Close *mine* on this device."""
    session = live_session(request)
    sessions.lock_session(session)


def sign_out(request: HttpRequest) -> None:
    """End the session, if there is one."""
    forget_session(request)


def reach_back(request: HttpRequest, day: date) -> None:
    """Let *mine* look through its months from this day on; nothing when it does already. Raises as `access.mine`."""
    found = opened_account(request)
    if day.isoformat() < found.keyring.since:
        ring = msgspec.structs.replace(found.keyring, since=day.isoformat())
        door_of(request).opened = accounts.write_keyring(found, ring)


def settings_changed(request: HttpRequest) -> None:
    """Make the session's copy of the settings anew, and say them in *ours*."""
    found = pairing.introduce_key(opened_account(request))
    take_session(request, sessions.open_again(live_session(request), found), found)


def enter_session(request: HttpRequest, found: Opened) -> None:
    """Somebody has come in: a session with a new id and secret, and a browser that is known from now on."""
    renew_session(request, _note_arrival(found))
    rotate_token(request)
    door_of(request).known = _known_by(bytes(found.account.login))


def _note_arrival(found: Opened) -> Opened:
    """Whenever *mine* is opened: pin who came by a link, and lay down again what waits to be met."""
    if not found.keyring.ours():
        return found
    if found.keyring.invitation or found.keyring.waits or not found.keyring.partners:
        found = pairing.catch_up(found)
    meeting_place.lay_again(found)
    return found


def _guard_tries(request: HttpRequest, login: str, attempt: Callable[[], Opened]) -> Opened:
    known = request.COOKIES.get(KNOWN_COOKIE) == _known_value(login)
    return _count_try(sealed_name(login) + bytes([known]), attempt, known=known)


def _count_try(key: bytes, attempt: Callable[[], Opened], *, known: bool) -> Opened:
    wait = throttle.signing_in.wait(key, wall_clock.monotonic_seconds())
    if wait:
        raise Throttled(wait)
    try:
        found = attempt()
    except WrongSecret:
        throttle.signing_in.failed(key, wall_clock.monotonic_seconds(), known=known)
        raise
    throttle.signing_in.passed(key)
    return found


def _known_value(login: str) -> str:
    """What tells a browser that signed in under this name before; worth nothing without the server's key."""
    return _known_by(sealed_name(login))


def _known_by(name: bytes) -> str:
    return digest(settings.SECRET_KEY.encode(), b"known", name).hex()
