"""What somebody does with codes as a second step: setting them up, taking them away. Both ask for the password."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest

from bothand.accounts import account_actions, second_step, tickets
from bothand.accounts.access import door_of, opened_account, visitor_of_request
from bothand.accounts.errors import StepGone
from bothand.accounts.tickets import TicketRefused
from bothand.vault import one_time

USE: Final = "set up codes"


@dataclass(frozen=True, slots=True)
class NewCodes:
    """A seed that is not in use yet: for the camera, for the hand, and sealed for the way back."""

    address: str
    spelled: str
    ticket: str


def asks_for_codes(request: HttpRequest) -> bool:
    """Whether a code is asked for after the password. Raises SignedOut, Locked."""
    return opened_account(request).keyring.one_time is not None


def begin_codes(request: HttpRequest, password: str) -> NewCodes:
    """A fresh seed, after the password. Raises as `account_actions.confirm_password`."""
    found = account_actions.confirm_password(request, password)
    return _new_codes(request, one_time.new_seed(), found.id)


def resume_codes(request: HttpRequest, ticket: str) -> NewCodes:
    """The same seed once more, when a code did not fit. Raises StepGone when that was too long ago."""
    owner = opened_account(request).id
    return _new_codes(request, _seed_in(ticket, owner), owner)


def finish_codes(request: HttpRequest, ticket: str, code: str) -> None:
    """From now on codes are asked for. Raises SignedOut, Locked, StepGone, WrongSecret."""
    opened = opened_account(request)
    door_of(request).opened = second_step.take_up_codes(opened, _seed_in(ticket, opened.id), code)


def drop_codes(request: HttpRequest, password: str) -> None:
    """Codes are not asked for any more. Raises as `account_actions.confirm_password`."""
    door_of(request).opened = second_step.drop_codes(account_actions.confirm_password(request, password))


def _new_codes(request: HttpRequest, seed: bytes, owner: bytes) -> NewCodes:
    name = visitor_of_request(request).settings.name
    return NewCodes(
        address=one_time.app_address(seed, name, request.get_host()),
        spelled=one_time.spell_seed(seed),
        ticket=tickets.seal_ticket(USE, owner, seed),
    )


def _seed_in(ticket: str, owner: bytes) -> bytes:
    try:
        return tickets.open_ticket(USE, owner, ticket)
    except TicketRefused:
        raise StepGone from None
