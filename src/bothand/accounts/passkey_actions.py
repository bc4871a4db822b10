"""What somebody does with passkeys of their own: adding one, removing one. Both ask for the password."""

from typing import Final

from django.http import HttpRequest

from bothand.accounts import account_actions, passkeys, tickets
from bothand.accounts.access import door_of, opened_account
from bothand.accounts.errors import PasskeyRefused
from bothand.accounts.passkey_answers import find_site, spend_question
from bothand.accounts.tickets import TicketRefused
from bothand.vault import ceremony, passkey
from bothand.vault.ceremony import Refused
from bothand.vault.passkey import Passkey

MAKE: Final = "make a passkey"


def begin_making(request: HttpRequest, password: str) -> tuple[str, str]:
    """After the password: the question for a new passkey, and what the device is to know the account by, in hex.

    Only who typed the password is ever asked this question. Raises as `account_actions.confirm_password`.
    """
    found = account_actions.confirm_password(request, password)
    return tickets.sign_ticket(MAKE, found.id).hex(), passkey.user_handle(found.account_key).hex()


def finish_making(request: HttpRequest, answer: str, name: str) -> Passkey:
    """Take up what the device made. Raises SignedOut, Locked, PasskeyRefused, TooManyPasskeys."""
    opened, site = opened_account(request), find_site(request)
    if site is None:
        raise PasskeyRefused
    try:
        made = ceremony.read_made(answer)
        question = ceremony.challenge_in(made.client)
        tickets.check_ticket(MAKE, opened.id, question)
    except (Refused, TicketRefused):
        raise PasskeyRefused from None
    changed = passkeys.add_passkey(opened, site, question, made, name)
    spend_question(question)
    door_of(request).opened = changed
    return changed.keyring.passkeys[-1]


def own_passkeys(request: HttpRequest) -> tuple[Passkey, ...]:
    """Those that count. Raises SignedOut, Locked."""
    return opened_account(request).keyring.passkeys


def remove_passkey(request: HttpRequest, key: bytes, password: str) -> None:
    """From now on this one opens nothing. Raises as `account_actions.confirm_password`."""
    found = account_actions.confirm_password(request, password)
    door_of(request).opened = passkeys.remove_passkey(found, key)
