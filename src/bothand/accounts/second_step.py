"""The second step after the password: a code of six digits, or a passkey. No HTTP in here.

It is asked for where a code was set up, or a passkey that cannot open by itself was added. The recovery code gets in
without it, and takes it away: then the other device is lost, or was never one's own.
"""

import msgspec
from django.db import transaction

from bothand.accounts import account_log, accounts, wall_clock
from bothand.accounts.account_log import Event
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import WrongSecret
from bothand.vault import one_time
from bothand.vault.errors import DidNotOpen
from bothand.vault.one_time import OneTime


def check_code(opened: Opened, typed: str) -> Opened:
    """That the code is of this half minute or a neighbour's, and was not used. Raises WrongSecret.

    The keyring says which was used last, and is written only if it is still the one that was read: of two who send the
    same code at once, one gets in.
    """
    kept = opened.keyring.one_time
    step = None if kept is None else one_time.find_step(kept, typed, wall_clock.now().timestamp())
    if kept is None or step is None:
        raise WrongSecret
    try:
        return _write(opened, msgspec.structs.replace(kept, last=step))
    except DidNotOpen:
        raise WrongSecret from None


def take_up_codes(opened: Opened, seed: bytes, typed: str) -> Opened:
    """From now on codes of this seed are asked for, if this is one. Raises WrongSecret."""
    fresh = OneTime(seed=seed, since=wall_clock.now().date().isoformat())
    step = one_time.find_step(fresh, typed, wall_clock.now().timestamp())
    if step is None:
        raise WrongSecret
    with transaction.atomic():
        account_log.add_entry(accounts.open_mine(opened), Event.CODES_ON)
        return _write(opened, msgspec.structs.replace(fresh, last=step))


def drop_codes(opened: Opened) -> Opened:
    """Codes are not asked for any more."""
    with transaction.atomic():
        account_log.add_entry(accounts.open_mine(opened), Event.CODES_OFF)
        return _write(opened, None)


def _write(opened: Opened, kept: OneTime | None) -> Opened:
    return accounts.write_keyring(opened, msgspec.structs.replace(opened.keyring, one_time=kept))
