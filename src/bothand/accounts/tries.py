"""Tries at a secret, counted before they are looked at: what is tried at the door, and what somebody confirms."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from django.http import HttpRequest

from bothand.accounts import throttle, wall_clock
from bothand.accounts.address import address_of
from bothand.accounts.errors import Throttled, WrongSecret

Found = TypeVar("Found")
Turns = Sequence[tuple[throttle.Pace, bytes]]
PASSWORD: Final = b"password"
CODE: Final = b"code"
"""What is tried at the door; each is counted by itself."""


def try_at_door(
    request: HttpRequest, name: bytes, kind: bytes, attempt: Callable[[], Found], *, known: bool
) -> Found:
    """Try what a stranger may try: counted by name and address, on a `known` device by name.

    Raises Throttled, and what `attempt` raises.
    """
    if known:
        return count_try(name + kind, attempt, known=True)
    turns = [(throttle.tries_of_address, address_of(request))]
    if kind == PASSWORD:
        turns.append((throttle.tries_at_name, name))
    taken = take_turns(turns)
    try:
        found = count_try(name + kind + b"@" + address_of(request), attempt, known=False)
    except WrongSecret:
        raise
    except BaseException:
        _give_back(taken)
        raise
    _give_back(taken)
    return found


def count_try(key: bytes, attempt: Callable[[], Found], *, known: bool) -> Found:
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
