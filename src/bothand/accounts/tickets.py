"""Tickets: what this process gave out a moment ago, and takes back within minutes. None is kept; a restart voids all.

A signed one is a question to a passkey: it says nothing, cannot be made up, and is answered once. A sealed one carries
something secret through a page from one step to the next. Each is for one use and one holder (a session, an account).
"""

from collections import OrderedDict
from functools import cache
from hmac import compare_digest
from threading import Lock
from typing import Final

from bothand.accounts import wall_clock
from bothand.vault.context import Purpose, bind_context, fold_parts
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.randomness import random_bytes
from bothand.vault.seal import KEY_BYTES, derive_key, digest, open_sealed, seal

SECONDS: Final = 5 * 60
_NONCE: Final = 16
_TICKS: Final = 8
_MAC: Final = 32
_spent: "OrderedDict[bytes, float]" = OrderedDict()
_guard = Lock()


class TicketRefused(Exception):
    """Not from this process, for something or somebody else, too old, or used."""


def sign_ticket(use: str, holder: bytes) -> bytes:
    """A fresh one, of 56 bytes."""
    head = random_bytes(_NONCE) + int(wall_clock.monotonic_seconds()).to_bytes(_TICKS, "big")
    return head + _mac(use, holder, head)


def check_ticket(use: str, holder: bytes, ticket: bytes) -> None:
    """Raises TicketRefused."""
    head, mac = ticket[: _NONCE + _TICKS], ticket[_NONCE + _TICKS :]
    if len(mac) != _MAC or not compare_digest(mac, _mac(use, holder, head)):
        raise TicketRefused
    _check_age(int.from_bytes(head[_NONCE:], "big"))
    with _guard:
        if ticket in _spent:
            raise TicketRefused


def spend_ticket(ticket: bytes) -> None:
    """A checked ticket did its work: it is no good any more. Raises TicketRefused when another was quicker.

    Only then is it remembered, so that nobody fills the memory by asking.
    """
    now = wall_clock.monotonic_seconds()
    with _guard:
        while _spent and next(iter(_spent.values())) < now - SECONDS:
            _spent.popitem(last=False)
        if ticket in _spent:
            raise TicketRefused
        _spent[ticket] = now


def seal_ticket(use: str, holder: bytes, secret: bytes) -> str:
    """Something secret on its way through a page, in hex."""
    body = int(wall_clock.monotonic_seconds()).to_bytes(_TICKS, "big") + secret
    return seal(derive_key(_own_key(), "sealed ticket"), _bind(use, holder), body).hex()


def open_ticket(use: str, holder: bytes, text: str) -> bytes:
    """What was sealed. Raises TicketRefused."""
    try:
        body = open_sealed(derive_key(_own_key(), "sealed ticket"), _bind(use, holder), bytes.fromhex(text))
    except (ValueError, DidNotOpen, NewerVersion):
        raise TicketRefused from None
    _check_age(int.from_bytes(body[:_TICKS], "big"))
    return body[_TICKS:]


def _check_age(made: int) -> None:
    if not 0 <= wall_clock.monotonic_seconds() - made <= SECONDS:
        raise TicketRefused


@cache
def _own_key() -> bytes:
    """Of this process, as long as it lives."""
    return random_bytes(KEY_BYTES)


def _mac(use: str, holder: bytes, head: bytes) -> bytes:
    return digest(derive_key(_own_key(), "signed ticket"), use.encode(), holder, head)


def _bind(use: str, holder: bytes) -> bytes:
    return bind_context(Purpose.TICKET, fold_parts(holder), record=fold_parts(use.encode()))
