"""Trying what opens an account at the door: each try is counted before it is looked at, and a wrong one is told.

Each kind of try has a count of its own; a browser that signed in before is counted apart (`throttle`).
"""

from collections.abc import Callable, Sequence
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from bothand.accounts import throttle, untold_events, wall_clock
from bothand.accounts.access import KNOWN_COOKIE
from bothand.accounts.account_log import Event
from bothand.accounts.accounts import Opened
from bothand.accounts.address import address_of
from bothand.accounts.errors import Throttled, WrongSecret
from bothand.accounts.login_name import sealed_name
from bothand.accounts.models import Account
from bothand.vault.seal import digest

PASSWORD, CODE = b"password", b"code"
"""What is tried at the door; each is counted by itself."""
_WRONG: Final = {PASSWORD: Event.WRONG_PASSWORD, CODE: Event.WRONG_CODE}


def guard_tries(request: HttpRequest, login: str, kind: bytes, attempt: Callable[[], Opened]) -> Opened:
    """Try what a stranger may try; a wrong try is told to whose account it is. Raises as `_try_in_turn`."""
    try:
        return _try_in_turn(request, login, kind, attempt)
    except WrongSecret:
        if Account.objects.filter(login=sealed_name(login)).exists():
            untold_events.note_event(sealed_name(login), _WRONG[kind])
        raise


def _try_in_turn(request: HttpRequest, login: str, kind: bytes, attempt: Callable[[], Opened]) -> Opened:
    """Each kind has its own count, by name and address, or by name on a known device.

    Raises Throttled, and what `attempt` raises.
    """
    name = sealed_name(login) + kind
    if request.COOKIES.get(KNOWN_COOKIE) == _known_value(login):
        return count_try(name, attempt, known=True)
    turns = [(throttle.tries_of_address, address_of(request))]
    if kind == PASSWORD:
        turns.append((throttle.tries_at_name, name))
    taken = take_turns(turns)
    try:
        found = count_try(name + b"@" + address_of(request), attempt, known=False)
    except WrongSecret:
        raise
    except BaseException:
        _give_back(taken)
        raise
    _give_back(taken)
    return found


Turns = Sequence[tuple[throttle.Pace, bytes]]


def take_turns(turns: Turns) -> Turns:
    """Take all of them. Raises Throttled, and then none is taken."""
    taken: list[tuple[throttle.Pace, bytes]] = []
    for pace, key in turns:
        if wait := pace.take_turn(key, wall_clock.monotonic_seconds()):
            _give_back(taken)
            raise Throttled(wait)
        taken.append((pace, key))
    return taken


def _give_back(taken: Turns) -> None:
    for pace, key in taken:
        pace.give_back(key)


def count_try(key: bytes, attempt: Callable[[], Opened], *, known: bool) -> Opened:
    """Count a try, then look at it. Raises Throttled, and what `attempt` raises."""
    wait = throttle.signing_in.count_try(key, wall_clock.monotonic_seconds(), known=known)
    if wait:
        raise Throttled(wait)
    try:
        found = attempt()
    except WrongSecret:
        raise
    except BaseException:
        throttle.signing_in.take_back(key, wall_clock.monotonic_seconds())
        raise
    throttle.signing_in.passed(key)
    return found


def _known_value(login: str) -> str:
    """What tells a browser that signed in under this name before; worth nothing without the server's key."""
    return known_by(sealed_name(login))


def known_by(name: bytes) -> str:
    """The same for a name that is sealed already."""
    return digest(settings.SECRET_KEY.encode(), b"known", name).hex()
