"""Between the password and the second step of signing in: the opened account, on its way through the page.

It is sealed under a key of this process, for minutes: the server keeps nothing, and nobody fills its memory.
"""

from typing import Final

from bothand.accounts import accounts, tickets
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import StepGone
from bothand.accounts.models import Account
from bothand.accounts.tickets import TicketRefused
from bothand.vault.errors import DidNotOpen

_USE: Final = "second step"
_ID: Final = 16


def begin_step(opened: Opened) -> str:
    """What the page carries, in hex."""
    return tickets.seal_ticket(_USE, b"", opened.id + opened.account_key)


def resume_step(step: str) -> Opened:
    """The account whose password was right a moment ago, as it lies there now. Raises StepGone."""
    try:
        carried = tickets.open_ticket(_USE, b"", step)
        return accounts.by_key(Account.objects.get(id=carried[:_ID]), carried[_ID:])
    except (TicketRefused, Account.DoesNotExist, DidNotOpen):
        raise StepGone from None
