"""Passkeys of an account: adding, opening, using one as a second step, removing. No HTTP in here.

What a browser sends is taken apart and checked by `vault.ceremony`; that the question was ours is for the caller.
"""

import msgspec
from django.db import transaction

from bothand.accounts import account_log, accounts, wall_clock
from bothand.accounts.account_log import Event
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import PasskeyCopied, PasskeyRefused, TooManyPasskeys
from bothand.accounts.models import Account
from bothand.accounts.models import Passkey as Row
from bothand.vault import ceremony, erasure, passkey
from bothand.vault.ceremony import Made, Refused, Shown, Site
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.passkey import Passkey


def find_passkey(opened: Opened, key: bytes) -> Passkey | None:
    """One of the list in the keyring, by its row's id."""
    return next((one for one in opened.keyring.passkeys if one.id == key), None)


def add_passkey(opened: Opened, site: Site, challenge: bytes, made: Made, name: str) -> Opened:
    """Take up a new one under a name of its owner's. Raises PasskeyRefused, TooManyPasskeys."""
    if len(opened.keyring.passkeys) >= passkey.MOST:
        raise TooManyPasskeys
    try:
        credential = ceremony.check_made(site, challenge, made)
    except Refused:
        raise PasskeyRefused from None
    key = passkey.row_id(credential.id)
    if find_passkey(opened, key) is not None or (made.prf and len(made.prf) != passkey.PRF_BYTES):
        raise PasskeyRefused
    fresh = Passkey(
        id=key,
        credential=credential.packed,
        name=name,
        since=wall_clock.now().date().isoformat(),
        counter=credential.counter,
        opens=bool(made.prf),
    )
    with transaction.atomic():
        account_log.add_entry(accounts.open_mine(opened), Event.PASSKEY_ADDED, name)
        changed = _write_list(opened, (*opened.keyring.passkeys, fresh))
        if made.prf:
            sealed = passkey.seal_under_passkey(made.prf, opened.id, key, opened.account_key)
            # A row that somebody else put at this id before opens nothing: it gives way.
            Row.objects.filter(id=key).delete()
            Row(id=key, account=opened.id, sealed=sealed).save(force_insert=True)
    return changed


def open_by_passkey(site: Site, challenge: bytes, shown: Shown) -> Opened:
    """The account that this passkey opens. Raises PasskeyRefused, PasskeyCopied.

    Its row opens only under what the passkey gave; then the keyring says whether it still counts, and checks the
    signature.
    """
    key = passkey.row_id(shown.id)
    row = Row.objects.filter(id=key).first()
    account = Account.objects.filter(id=row.account).first() if row is not None else None
    if row is None or account is None:
        raise PasskeyRefused
    try:
        account_key = passkey.open_by_passkey(shown.prf, bytes(account.id), key, bytes(row.sealed))
        opened = accounts.by_key(account, account_key)
    except (DidNotOpen, NewerVersion):
        raise PasskeyRefused from None
    found = find_passkey(opened, key)
    if found is None or not found.opens:
        raise PasskeyRefused
    return _check_use(opened, found, site, challenge, shown)


def check_second_step(opened: Opened, site: Site, challenge: bytes, shown: Shown) -> Opened:
    """That any passkey of this account was shown, one that opens or not. Raises PasskeyRefused, PasskeyCopied."""
    found = find_passkey(opened, passkey.row_id(shown.id))
    if found is None:
        raise PasskeyRefused
    return _check_use(opened, found, site, challenge, shown)


def remove_passkey(opened: Opened, key: bytes) -> Opened:
    """From now on this one opens nothing, wherever it is kept. Nothing happens when it is gone already."""
    found = find_passkey(opened, key)
    if found is None:
        return opened
    with transaction.atomic():
        account_log.add_entry(accounts.open_mine(opened), Event.PASSKEY_REMOVED, found.name)
        changed = _write_list(opened, tuple(one for one in opened.keyring.passkeys if one.id != key))
        Row.objects.filter(id=key, account=opened.id).delete()
    erasure.erase_traces()
    return changed


def _check_use(opened: Opened, found: Passkey, site: Site, challenge: bytes, shown: Shown) -> Opened:
    try:
        counter = ceremony.check_shown(site, challenge, found.credential, shown)
    except Refused:
        raise PasskeyRefused from None
    if (counter or found.counter) and counter <= found.counter:
        raise PasskeyCopied
    if counter == found.counter:
        return opened
    counted = msgspec.structs.replace(found, counter=counter)
    try:
        return _write_list(
            opened, tuple(counted if one.id == found.id else one for one in opened.keyring.passkeys)
        )
    except DidNotOpen:
        # Somebody of this account wrote its keyring in this very moment: once more, and it goes.
        raise PasskeyRefused from None


def _write_list(opened: Opened, passkeys: tuple[Passkey, ...]) -> Opened:
    return accounts.write_keyring(opened, msgspec.structs.replace(opened.keyring, passkeys=passkeys))
