"""What a visitor does at the door and with their keys: signing up and in, opening, passwords, PIN, devices, deleting."""

from dataclasses import replace
from datetime import date

import msgspec
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from bothand.accounts import (
    account_log,
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
    tries,
    untold_events,
    wall_clock,
)
from bothand.accounts.access import (
    door_of,
    forget_session,
    leave_behind,
    live_session,
    opened_account,
    see_session,
    take_session,
)
from bothand.accounts.account_log import AccountLog, Event
from bothand.accounts.accounts import Opened
from bothand.accounts.address import address_of, is_here
from bothand.accounts.errors import OneMoreStep, PinErased, WrongSecret
from bothand.accounts.preferences import Settings
from bothand.accounts.sessions import Live
from bothand.vault import schema_watch
from bothand.vault.seal import digest


def sign_up(request: HttpRequest, login: str, password: str, chosen: Settings) -> Opened:
    """Make an account and sign in to it; the link this browser carries admits one.

    Raises as `accounts.sign_up`, and ForeignSchema; Throttled where anybody may come and many did.
    """
    schema_watch.check_schema()
    if settings.BOTHAND_OPEN:
        came_from = address_of(request)
        by_address = () if is_here(came_from) else ((throttle.new_of_address, came_from),)
        tries.take_turns([*by_address, (throttle.new_of_all, b"")])
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
    activity.allow_once(live_session(request).key, "pin", "code")
    return fresh


def sign_in(request: HttpRequest, login: str, password: str) -> Opened:
    """Sign in. Raises WrongSecret, Throttled, Busy; OneMoreStep where the password alone does not do."""
    found = tries.guard_tries(
        request, login, tries.PASSWORD, lambda: accounts.sign_in(login, password, derivation.KDF)
    )
    if found.keyring.asks_twice:
        raise OneMoreStep(sign_in_steps.begin_step(found))
    enter_session(request, found)
    return found


def finish_sign_in(request: HttpRequest, step: str, *, code: str = "", passkey: str = "") -> Opened:
    """The second step: a code of the app, or any passkey of the account. Raises WrongSecret, PasskeyCopied, Throttled.

    StepGone when the first one was too long ago. A wrong second step after a right password is told to its owner.
    """
    begun = sign_in_steps.resume_step(step)

    def check() -> Opened:
        if passkey:
            return passkey_answers.check_second_step(request, begun, passkey)
        return second_step.check_code(begun, code)

    try:
        found = tries.count_try(digest(begun.id, b"second step"), check, known=True)
    except WrongSecret:
        untold_events.note_event(bytes(begun.account.login), Event.WRONG_STEP)
        raise
    enter_session(request, found)
    return found


def sign_in_by_passkey(request: HttpRequest, passkey: str) -> Opened:
    """Sign in by a passkey alone. Raises PasskeyRefused, PasskeyCopied."""
    found = passkey_answers.open_account(request, passkey)
    enter_session(request, found)
    return found


def recover_with_code(request: HttpRequest, login: str, code: str, password: str) -> Opened:
    """Sign in by the recovery code, with a new password and a new code. Raises WrongSecret, Throttled, Busy."""
    found = tries.guard_tries(
        request, login, tries.CODE, lambda: accounts.recover_account(login, code, password, derivation.KDF)
    )
    enter_session(request, found)
    activity.allow_once(live_session(request).key, "pin", "code")
    return found


def unlock_mine(request: HttpRequest, *, pin: str = "", password: str = "", passkey: str = "") -> Opened:
    """Open *mine* again; the cookie gets a new secret.

    Raises SignedOut, WrongSecret, PasskeyCopied, PinErased, Throttled, Busy.
    """
    session = live_session(request)
    if passkey:
        opened = passkey_answers.open_account(request, passkey)
    else:
        opened = _open_by_pin(request, pin) if pin else _open_by_password(session, password)
    found = _note_arrival(opened)
    door_of(request).set_cookie, fresh = sessions.unlock_session(session, found)
    take_session(request, fresh, found)
    return found


def _open_by_pin(request: HttpRequest, pin: str) -> Opened:
    session = live_session(request)
    try:
        return sessions.open_by_pin(session, pin, derivation.KDF)
    except (PinErased, WrongSecret) as error:
        if session.has_pin:
            untold_events.note_event(bytes(session.account.login), Event.WRONG_PIN)
        if isinstance(error, PinErased):
            see_session(request, replace(session, has_pin=False))
        raise


def _open_by_password(session: Live, password: str) -> Opened:
    try:
        return tries.count_try(
            digest(session.account_id, b"confirm"),
            lambda: accounts.by_password(session.account, password, derivation.KDF),
            known=True,
        )
    except WrongSecret:
        untold_events.note_event(bytes(session.account.login), Event.WRONG_PASSWORD)
        raise


def confirm_password(request: HttpRequest, password: str) -> Opened:
    """Ask for the password again before something weighty; the session gets a new id and secret.

    Raises SignedOut, WrongSecret, Throttled, Busy.
    """
    found = _note_arrival(_open_by_password(live_session(request), password))
    renew_session(request, found)
    return found


def confirm_again(request: HttpRequest, password: str) -> Opened:
    """The same by the passkey that the form brought, else by the password.

    For what neither changes a way in nor takes anything out. Raises as `confirm_password`, and PasskeyCopied.
    """
    passkey = request.POST.get("passkey", "")
    if not passkey:
        return confirm_password(request, password)
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
    activity.allow_once(live_session(request).key, "code")
    rotate_token(request)


def new_recovery_code(request: HttpRequest, password: str) -> None:
    """A new code in the place of the old one. Raises as `confirm_password`."""
    door_of(request).opened = accounts.new_recovery_code(confirm_password(request, password), derivation.KDF)
    activity.allow_once(live_session(request).key, "code")


def show_code_again(request: HttpRequest, password: str) -> None:
    """Let this session see the code that is not saved yet. Raises as `confirm_password`."""
    confirm_password(request, password)
    activity.allow_once(live_session(request).key, "code")


def may_see_code(request: HttpRequest) -> bool:
    """Whether the recovery code can be seen without the password: for a quarter of an hour, by who typed what made it.

    Everybody else types it, so that nobody copies the code at an unlocked phone. Raises SignedOut.
    """
    return activity.is_allowed(live_session(request).key, "code")


def recovery_code(request: HttpRequest) -> str:
    """The code that is not yet written down, or "". Raises as `mine`."""
    return opened_account(request).keyring.recovery_code


def code_is_written_down(request: HttpRequest) -> None:
    """From now on the code stands on paper only. Raises as `mine`."""
    if opened_account(request).keyring.recovery_code:
        door_of(request).opened = accounts.code_is_written_down(opened_account(request))
    activity.settle_once(live_session(request).key, "code")


def may_set_pin(request: HttpRequest) -> bool:
    """Whether a PIN can be set without the password: once, by who has just signed up or come back by the code.

    Everybody else types it, so that nobody sets one of their own at an unlocked phone. Raises SignedOut.
    """
    return activity.is_allowed(live_session(request).key, "pin")


def set_pin(request: HttpRequest, pin: str, password: str = "") -> None:
    """Let a PIN open *mine* on this device. Raises as `confirm_password`, also where the password is missing and needed."""
    if password or not may_set_pin(request):
        confirm_password(request, password)
    no_first_pin(request)
    sessions.set_pin(live_session(request), opened_account(request), pin, derivation.KDF)
    see_session(request, replace(live_session(request), has_pin=True))


def no_first_pin(request: HttpRequest) -> None:
    """The first PIN was set or left out: from now on one takes the password. Raises SignedOut."""
    activity.settle_once(live_session(request).key, "pin")


def drop_pin(request: HttpRequest, password: str) -> None:
    """No PIN on this device any more. Raises as `confirm_again`."""
    opened = confirm_again(request, password)
    sessions.drop_pin(live_session(request), opened)
    see_session(request, replace(live_session(request), has_pin=False))


def own_devices(request: HttpRequest) -> list[devices.Listed]:
    """The sessions there are. Raises as `mine`."""
    return devices.list_devices(opened_account(request), here=live_session(request).key)


def end_other_sessions(request: HttpRequest, password: str) -> None:
    """End every session but this one, for good. Raises as `confirm_again`."""
    opened = confirm_again(request, password)
    with transaction.atomic():
        fresh = accounts.end_other_sessions(opened, keep=live_session(request).key)
        account_log.add_entry(accounts.open_mine(fresh), Event.OTHERS_ENDED)
    take_session(request, sessions.open_again(live_session(request), fresh), fresh)


def note_change(request: HttpRequest, event: Event) -> None:
    """Put down in the log what a page of the account has just done. Raises as `mine`."""
    account_log.add_entry(accounts.open_mine(opened_account(request)), event)


def read_log(request: HttpRequest) -> AccountLog:
    """What happened to the account. Raises as `mine`; DidNotOpen, NewerVersion."""
    return account_log.read_log(accounts.open_mine(opened_account(request)))


def settle_alarm(request: HttpRequest) -> None:
    """Their owner has read that an old cookie turned up. Raises as `mine`."""
    account_log.settle_alarm(accounts.open_mine(opened_account(request)))


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
    browser = devices.name_browser(request.headers.get("User-Agent", ""))
    renew_session(request, _note_arrival(found, Event.SIGNED_IN, browser))
    rotate_token(request)
    door_of(request).known = tries.known_by(bytes(found.account.login))


def _note_arrival(found: Opened, event: Event | None = None, about: str = "") -> Opened:
    """Whenever *mine* is opened: write the log, pin who came by a link, and lay down again what waits to be met.

    Raises ForeignSchema before anything is written.
    """
    schema_watch.check_schema()
    _write_log(found, event, about)
    if not found.keyring.ours():
        return found
    if found.keyring.invitation or found.keyring.waits or not found.keyring.partners:
        found = pairing.catch_up(found)
    meeting_place.lay_again(found)
    return found


def _write_log(found: Opened, event: Event | None, about: str) -> None:
    """What every unlock writes, with what waited to be told."""
    login = bytes(found.account.login)
    untold = untold_events.list_events(login)
    now = [] if event is None else [(event, about, wall_clock.now(), 1)]
    account_log.write_visit(accounts.open_mine(found), [*untold, *now])
    untold_events.drop_events(login, untold)
