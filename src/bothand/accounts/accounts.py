"""Signing up and in, both ways of changing a password, the recovery code, deleting. No HTTP in here.

Everything that changes more than one row does so in one transaction: a crash leaves the old or the new, whole.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

import msgspec
from django.db import transaction

from bothand.accounts import account_log, peopled, wall_clock
from bothand.accounts.account_log import Event
from bothand.accounts.errors import HereAlready, SignUpClosed, WrongSecret
from bothand.accounts.login_name import sealed_name, shared_salt
from bothand.accounts.models import Account, Gone, Passkey, Session
from bothand.accounts.preferences import Settings
from bothand.vault import envelope, erasure, keyring, recovery, table
from bothand.vault.context import Purpose
from bothand.vault.errors import DidNotOpen, NewerVersion, WeakKdf
from bothand.vault.kdf import Kdf, OnceKdf
from bothand.vault.keyring import Keyring
from bothand.vault.randomness import new_id
from bothand.vault.rotation import reseal_space
from bothand.vault.space import Space
from bothand.vault.stored import bytes_in, number_in


@dataclass(frozen=True, slots=True)
class Opened:
    """An account whose key is at hand. `account` is the row as read; `space` holds its space once that was asked for."""

    account: Account
    account_key: bytes
    keyring: Keyring
    space: list[Space] = field(default_factory=list, repr=False, compare=False)

    @property
    def id(self) -> bytes:
        """The account's id, as bytes whatever the database gave."""
        return bytes(self.account.id)


def open_mine(opened: Opened) -> Space:
    """The space of one's own: one for each `Opened`, so that a request opens nothing twice."""
    if not opened.space:
        opened.space.append(space_of(opened.id, opened.keyring))
    return opened.space[0]


def space_of(account: bytes, ring: Keyring) -> Space:
    """The space of one's own that a keyring opens."""
    return Space(ring.mine(), author=account, since=date.fromisoformat(ring.since), clock=wall_clock.now)


def settings_of(opened: Opened) -> Settings:
    """What the person chose; what a person starts with when nothing was chosen yet.

    Also when what was chosen does not open: a damaged row about colours must not close the door to all the rest. It
    is said on *Today*, and their own page does not write over it.
    """
    try:
        found = open_mine(opened).only(Settings)
    except (DidNotOpen, NewerVersion):
        found = None
    return Settings() if found is None else found.record


def sign_up(
    login: str,
    password: str,
    chosen: Settings,
    kdf: Kdf,
    *,
    anybody: bool,
    now: datetime,
    admit: Callable[[], bool] = lambda: False,
) -> Opened:
    """Make an account, with its keyring and settings, in one transaction.

    `admit` uses up an invitation where the door is closed otherwise (`pairing.admit`). Raises SignUpClosed when
    somebody is here already, not `anybody` may come, and none admits; HereAlready.
    """
    account, account_key = new_id(), keyring.new_account_key()
    code, name, once = recovery.new_code(), sealed_name(login), OnceKdf(kdf)
    ring = msgspec.structs.replace(keyring.new_keyring(now.date()), recovery_code=code)
    row = Account(
        id=account,
        login=name,
        by_password=_close(once, Purpose.BY_PASSWORD, account, name, secret=password, key=account_key),
        by_code=_close(
            once, Purpose.BY_CODE, account, name, secret=recovery.clean_code(code), key=account_key
        ),
        keyring=keyring.seal_keyring(account_key, account, ring, 1),
        keyring_revision=1,
    )
    with transaction.atomic():
        if not may_sign_up(anybody=anybody) and not admit():
            raise SignUpClosed
        if _find_by_password(name, password, once) is not None:
            raise HereAlready
        row.save(force_insert=True)
        opened = Opened(row, account_key, ring)
        open_mine(opened).add(chosen)
        account_log.add_entry(open_mine(opened), Event.SIGNED_UP)
        transaction.on_commit(peopled.mark_people)
    return opened


def may_sign_up(*, anybody: bool) -> bool:
    """Whether the door is open to somebody new without an invitation."""
    return anybody or not is_inhabited()


def is_inhabited() -> bool:
    """Whether anybody has an account here; also where people are and their rows are gone: that is a loss, and no new house."""
    return Account.objects.exists() or peopled.is_marked()


def sign_in(login: str, password: str, kdf: Kdf) -> Opened:
    """Open an account. Raises WrongSecret; an unknown name takes as long as a wrong password, and as several namesakes."""
    name, once = sealed_name(login), OnceKdf(kdf)
    opened = _find_by_password(name, password, once)
    if opened is None:
        once.stretch(password, shared_salt(name, Purpose.BY_PASSWORD), kdf.params)
        raise WrongSecret
    row = opened.account
    if envelope.read_envelope(bytes(row.by_password)).params < kdf.params:
        # The machine grew stronger since: the same password, stretched further.
        row.by_password = _close(
            kdf, Purpose.BY_PASSWORD, opened.id, name, secret=password, key=opened.account_key
        )
        row.save(update_fields=["by_password"])
    return opened


def _find_by_password(name: bytes, password: str, kdf: Kdf) -> Opened | None:
    """The account of this name that the password opens: namesakes are told apart by it."""
    for row in Account.objects.filter(login=name):
        try:
            return by_password(row, password, kdf)
        except WrongSecret:
            continue
    return None


def by_password(row: Account, password: str, kdf: Kdf) -> Opened:
    """Open a given account. Raises WrongSecret."""
    return _open_account(row, Purpose.BY_PASSWORD, bytes_in(row.by_password), password, kdf)


def by_key(row: Account, account_key: bytes) -> Opened:
    """An account whose key a session holds. Raises DidNotOpen when its keyring was tampered with."""
    ring = keyring.open_keyring(
        account_key, bytes(row.id), bytes_in(row.keyring), number_in(row.keyring_revision)
    )
    return Opened(row, account_key, ring)


def recover_account(login: str, code: str, password: str, kdf: Kdf) -> Opened:
    """Open by the recovery code and set a new password and a new code: a code opens once. Raises WrongSecret.

    A second step is neither asked for nor kept: its device is lost, or was never one's own.
    """
    name, once = sealed_name(login), OnceKdf(kdf)
    try:
        signs = recovery.clean_code(code)
    except recovery.NotACode:
        signs = ""
    opened = _find_by_code(name, signs, once) if signs else None
    if opened is None:
        once.stretch(signs or code, shared_salt(name, Purpose.BY_CODE), kdf.params)
        raise WrongSecret
    sealed_password = _close(
        kdf, Purpose.BY_PASSWORD, opened.id, name, secret=password, key=opened.account_key
    )
    alone = Opened(opened.account, opened.account_key, keyring.without_second_step(opened.keyring))
    return _new_code(alone, kdf, Event.RECOVERED, by_password=sealed_password)


def _find_by_code(name: bytes, signs: str, kdf: Kdf) -> Opened | None:
    for row in Account.objects.filter(login=name):
        try:
            return _open_account(row, Purpose.BY_CODE, bytes_in(row.by_code), signs, kdf)
        except WrongSecret:
            continue
    return None


def change_password(opened: Opened, password: str, kdf: Kdf) -> None:
    """The plain way: the same key in a new envelope. Sessions and recovery code stay."""
    name = bytes(opened.account.login)
    opened.account.by_password = _close(
        kdf, Purpose.BY_PASSWORD, opened.id, name, secret=password, key=opened.account_key
    )
    with transaction.atomic():
        opened.account.save(update_fields=["by_password"])
        account_log.add_entry(open_mine(opened), Event.PASSWORD_CHANGED)


def somebody_knew_it(
    opened: Opened,
    password: str,
    kdf: Kdf,
    *,
    now: datetime,
    before_change: Callable[[Opened], None] = lambda _opened: None,
) -> Opened:
    """The thorough way: every key anew, everything of *mine* sealed anew, every session ended, one transaction.

    Passkeys and the second step go too: whoever knew the password may have added them.

    `before_change` closes the epoch of *ours*, in the same transaction (`pairing.close_epoch`). Raises NewerVersion, and changes nothing, when something of a newer program lies there.
    """
    account_key, code = keyring.new_account_key(), recovery.new_code()
    name = bytes(opened.account.login)
    ring = msgspec.structs.replace(keyring.with_new_keys(opened.keyring, now.date()), recovery_code=code)
    revision = opened.account.keyring_revision + 1
    fields = {
        "by_password": _close(kdf, Purpose.BY_PASSWORD, opened.id, name, secret=password, key=account_key),
        "by_code": _close(
            kdf, Purpose.BY_CODE, opened.id, name, secret=recovery.clean_code(code), key=account_key
        ),
        "keyring": keyring.seal_keyring(account_key, opened.id, ring, revision),
        "keyring_revision": revision,
    }
    with transaction.atomic():
        before_change(opened)
        _update_account(opened, fields)
        Session.objects.filter(account=opened.id).delete()
        Passkey.objects.filter(account=opened.id).delete()
        account_log.add_entry(open_mine(opened), Event.KEYS_CHANGED)
        reseal_space(open_mine(opened), space_of(opened.id, ring))
    erasure.erase_traces()
    return Opened(opened.account, account_key, ring)


def new_recovery_code(opened: Opened, kdf: Kdf) -> Opened:
    """A new code; the old one opens no longer. It stands in the keyring until *I have it*."""
    return _new_code(opened, kdf, Event.CODE_RENEWED)


def code_is_written_down(opened: Opened) -> Opened:
    """Take the code out of the keyring: from now on it stands on paper only."""
    with transaction.atomic():
        account_log.add_entry(open_mine(opened), Event.CODE_SAVED)
        return write_keyring(opened, msgspec.structs.replace(opened.keyring, recovery_code=""))


def end_other_sessions(opened: Opened, *, keep: bytes | None, ring: Keyring | None = None) -> Opened:
    """End every session but one, for good: a row put back from a copy does not open either.

    `ring` is a keyring to write along with it, in the same transaction.
    """
    changed = ring or opened.keyring
    ring = msgspec.structs.replace(changed, generation=changed.generation + 1)
    with transaction.atomic():
        fresh = write_keyring(opened, ring)
        Session.objects.filter(account=opened.id).exclude(key=keep or b"").delete()
    return fresh


def write_keyring(opened: Opened, ring: Keyring, **also: bytes) -> Opened:
    """Write a changed keyring over the one that was read. Raises DidNotOpen when it changed meanwhile."""
    revision = opened.account.keyring_revision + 1
    sealed = keyring.seal_keyring(opened.account_key, opened.id, ring, revision)
    _update_account(opened, {"keyring": sealed, "keyring_revision": revision, **also})
    return Opened(opened.account, opened.account_key, ring)


def delete_rows(opened: Opened) -> None:
    """Take out everything of one's own, in the caller's transaction (`leaving.delete`).

    The ids stay, so that restoring an older backup does not bring it back.
    """
    spaces = [key.space for key in opened.keyring.mine()]
    for gone in (opened.id, *dict.fromkeys(spaces)):
        Gone(id=gone).save(force_insert=True)
    for space in spaces:
        table.delete_space(space)
    Session.objects.filter(account=opened.id).delete()
    Passkey.objects.filter(account=opened.id).delete()
    Account.objects.filter(id=opened.id).delete()
    if not Account.objects.exists():
        peopled.unmark_people()


def _close(kdf: Kdf, purpose: Purpose, account: bytes, name: bytes, *, secret: str, key: bytes) -> bytes:
    """An envelope with the account key, under the salt that namesakes share."""
    return envelope.close_envelope(kdf, purpose, account, secret, key, salt=shared_salt(name, purpose))


def _open_account(row: Account, purpose: Purpose, stored: bytes, secret: str, kdf: Kdf) -> Opened:
    try:
        account_key = envelope.open_envelope(kdf, purpose, bytes(row.id), secret, stored)
    except (DidNotOpen, WeakKdf):
        raise WrongSecret from None
    return by_key(row, account_key)


def _new_code(opened: Opened, kdf: Kdf, event: Event, **also: bytes) -> Opened:
    code = recovery.new_code()
    name, signs = bytes(opened.account.login), recovery.clean_code(code)
    sealed = _close(kdf, Purpose.BY_CODE, opened.id, name, secret=signs, key=opened.account_key)
    ring = msgspec.structs.replace(opened.keyring, recovery_code=code)
    with transaction.atomic():
        account_log.add_entry(open_mine(opened), event)
        return write_keyring(opened, ring, by_code=sealed, **also)


def _update_account(opened: Opened, fields: dict[str, object]) -> None:
    """Write fields of the account's row if its keyring is still the one that was read."""
    changed = Account.objects.filter(id=opened.id, keyring_revision=opened.account.keyring_revision).update(
        **fields
    )
    if not changed:
        msg = "the keyring changed meanwhile"
        raise DidNotOpen(msg)
    for name, value in fields.items():
        setattr(opened.account, name, value)
