"""Sessions: a cookie with an id and a secret; a row with two blobs that only the secret opens.

Blob one holds what pages need while locked. Blob two holds the account key; it is there while *mine* is open, and
erased when it locks. The PIN's copy of blob two opens with the PIN and the device key together.

Each unlock gives the cookie a new secret, so that a copy of the cookie does not follow its owner into *mine*. The one
before still opens until the new one was used, since its answer may have got lost, and for some seconds after that, since
another tab may have asked meanwhile. Any older one is somebody's copy: it ends the session, and its owner is told.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import msgspec
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from bothand.accounts import account_log, accounts, activity, devices, shared_space, untold_events, wall_clock
from bothand.accounts.account_log import Event
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import PinErased, WrongSecret
from bothand.accounts.models import Account, Session
from bothand.accounts.partner import Partner
from bothand.accounts.preferences import Settings
from bothand.vault import beat, envelope
from bothand.vault.context import Purpose, bind_context
from bothand.vault.errors import DidNotOpen, NewerVersion, WeakKdf
from bothand.vault.kdf import Kdf
from bothand.vault.keyring import SpaceKey
from bothand.vault.randomness import random_bytes
from bothand.vault.seal import KEY_BYTES, derive_key, open_sealed, seal
from bothand.vault.signature import VerifyKey
from bothand.vault.stored import bytes_in

LONGEST_DAYS: Final = 30
PIN_TRIES: Final = 5
PIN_DIGITS: Final = 6
ID_BYTES: Final = 16


_SESSION: Final = [
    "key", "account", "used_on", "ends_on", "one", "two", "pin", "pin_tries", "label", "secret_hash", "previous",
]  # fmt: skip
_ACCOUNT: Final = ["id", "login", "by_password", "by_code", "keyring", "keyring_revision"]


class One(msgspec.Struct, frozen=True, kw_only=True):
    """Blob one: what a locked session knows."""

    settings: Settings
    device_key: bytes
    generation: int
    ours: tuple[SpaceKey, ...] = ()
    ours_since: str = ""
    verify: tuple[VerifyKey, ...] = ()
    listed: dict[int, dict[bytes, tuple[int, bytes]]] = msgspec.field(default_factory=dict)
    partner: Partner | None = None


class Two(msgspec.Struct, frozen=True, kw_only=True):
    """Blob two: what opens *mine*."""

    account_key: bytes
    generation: int


_encode = msgspec.msgpack.Encoder().encode
_one = msgspec.msgpack.Decoder(One, strict=False)
_two = msgspec.msgpack.Decoder(Two)


@dataclass(frozen=True, slots=True)
class Live:
    """A session in use. `two` is None while locked.

    `secret` is the present one, `presented` that of the cookie, which may still be the one before.
    """

    id: bytes
    secret: bytes
    presented: bytes
    account: Account
    has_pin: bool
    one: One
    two: Two | None

    @property
    def key(self) -> bytes:
        """The key of the session's row."""
        return _session_key(self.id)

    @property
    def account_id(self) -> bytes:
        """The account's id, as bytes whatever the database gave."""
        return bytes(self.account.id)


def begin_session(opened: Opened, *, agent: str, before: Live | None = None) -> tuple[str, Live]:
    """Start a session; the cookie's value and the session. Over `before`, the device key and PIN are carried along.

    A new id and secret each time, so that a cookie somebody planted or copied before is worth nothing after.
    """
    session_id, secret = random_bytes(ID_BYTES), random_bytes(KEY_BYTES)
    same = before is not None and before.account_id == opened.id
    device_key = before.one.device_key if same and before is not None else random_bytes(KEY_BYTES)
    old = Session.objects.filter(key=before.key).first() if before is not None else None
    one = _one_of(opened, device_key)
    two = Two(account_key=opened.account_key, generation=opened.keyring.generation)
    key, today = _session_key(session_id), wall_clock.now().date()
    Session(
        key=key,
        account=opened.id,
        used_on=today,
        ends_on=today + timedelta(days=LONGEST_DAYS),
        one=_seal_one(secret, opened.id, key, one),
        two=_seal_two(secret, opened.id, key, two),
        pin=old.pin if old is not None and same else None,
        label=devices.seal_label(opened, key, agent),
        secret_hash=_hash_secret(secret),
    ).save(force_insert=True)
    if before is not None:
        if same:
            activity.carry_over(before.key, key)
        end_session(before)
    activity.touch_session(key, one.settings.lock_after)
    live = Live(
        session_id, secret, secret, opened.account, bool(old is not None and same and old.pin), one, two
    )
    return _cookie_value(session_id, secret), live


def load_session(cookie: str) -> Live | None:
    """The session of a cookie, or None when there is none, it has ended, or its row was tampered with.

    An old cookie ends the session: somebody has a copy of it.
    """
    parts = _read_cookie(cookie)
    found = None if parts is None else _session_rows(_session_key(parts[0]))
    if parts is None or found is None:
        return None
    session_id, presented = parts
    row, account = found
    if row.ends_on <= wall_clock.now().date():
        Session.objects.filter(key=row.key).delete()
        return None
    try:
        secret = _present_secret(row, account, presented)
        if secret is None:
            _end_copied(row, account)
            return None
        return _live_from(row, account, session_id, secret, presented)
    except (DidNotOpen, NewerVersion, msgspec.MsgspecError):
        return None


def lock_session(live: Live) -> None:
    """Close *mine* on this device, now."""
    # In memory first: whatever becomes of the row, its time is over.
    activity.lock_now(live.key)
    Session.objects.filter(key=live.key).update(two=None)
    activity.drop_session(live.key)


def lock_in_memory(cookie: str) -> None:
    """Close *mine* in the session of a cookie while no row can be read or written; the sweeper erases the rest."""
    parts = _read_cookie(cookie)
    if parts is not None:
        activity.lock_now(_session_key(parts[0]))


def end_session(live: Live) -> None:
    """End the session: its row is gone, its cookie opens nothing. Should the row stay, it is locked all the same."""
    activity.lock_now(live.key)
    Session.objects.filter(key=live.key).delete()
    activity.drop_session(live.key)


def set_pin(live: Live, opened: Opened, pin: str, kdf: Kdf) -> None:
    """Let six digits open *mine* on this device."""
    sealed = envelope.close_envelope(
        kdf, Purpose.BY_PIN, opened.id, pin, opened.account_key, pepper=live.one.device_key
    )
    with transaction.atomic():
        Session.objects.filter(key=live.key).update(pin=sealed, pin_tries=0)
        account_log.add_entry(accounts.open_mine(opened), Event.PIN_SET)


def drop_pin(live: Live, opened: Opened) -> None:
    """No PIN on this device any more."""
    with transaction.atomic():
        Session.objects.filter(key=live.key).update(pin=None, pin_tries=0)
        account_log.add_entry(accounts.open_mine(opened), Event.PIN_REMOVED)


def open_by_pin(live: Live, pin: str, kdf: Kdf) -> Opened:
    """The account, by the PIN of this device.

    The try is counted before the PIN is looked at, so that pulling the plug gains none. Raises WrongSecret, and
    PinErased from the fifth wrong one on.
    """
    mine = Session.objects.filter(key=live.key)
    counted = mine.filter(pin__isnull=False, pin_tries__lt=PIN_TRIES).update(pin_tries=F("pin_tries") + 1)
    row = mine.first()
    if not counted or row is None or row.pin is None:
        raise PinErased
    try:
        account_key = envelope.open_envelope(
            kdf, Purpose.BY_PIN, live.account_id, pin, bytes(row.pin), pepper=live.one.device_key
        )
    except (DidNotOpen, WeakKdf):
        if row.pin_tries >= PIN_TRIES:
            mine.update(pin=None)
            raise PinErased from None
        raise WrongSecret from None
    mine.update(pin_tries=0)
    return accounts.by_key(live.account, account_key)


def unlock_session(live: Live, opened: Opened) -> tuple[str, Live]:
    """Open *mine* in this session, under a new secret; the cookie's new value and the session."""
    secret = random_bytes(KEY_BYTES)
    bound = _bind_session(Purpose.SESSION_NEXT, opened.id, live.key)
    previous = seal(derive_key(live.presented, "next"), bound, secret)
    activity.end_grace(live.key)
    fresh = _seal_again(
        replace(live, secret=secret), opened, secret_hash=_hash_secret(secret), previous=previous
    )
    return _cookie_value(live.id, secret), fresh


def open_again(live: Live, opened: Opened) -> Live:
    """Make both blobs of an open session anew, so that what changed elsewhere is seen here."""
    return _seal_again(live, opened)


def _seal_again(live: Live, opened: Opened, **also: bytes) -> Live:
    one = _one_of(opened, live.one.device_key)
    two = Two(account_key=opened.account_key, generation=opened.keyring.generation)
    Session.objects.filter(key=live.key).update(
        one=_seal_one(live.secret, opened.id, live.key, one),
        two=_seal_two(live.secret, opened.id, live.key, two),
        **also,
    )
    activity.touch_session(live.key, one.settings.lock_after)
    return replace(live, account=opened.account, one=one, two=two)


def _present_secret(row: Session, account: Account, presented: bytes) -> bytes | None:
    """The secret that opens the row now, by the one in the cookie; None for one that has had its time."""
    key = bytes(row.key)
    if bytes(row.secret_hash) == _hash_secret(presented):
        if row.previous is not None:
            activity.begin_grace(key, bytes(row.previous))
            with suppress(DatabaseError):  # a busy database: the next request says it again
                Session.objects.filter(key=key).update(previous=None)
        return presented
    sealed = row.previous or activity.find_grace(key)
    if sealed is None:
        return None
    bound = _bind_session(Purpose.SESSION_NEXT, bytes(account.id), key)
    try:
        return open_sealed(derive_key(presented, "next"), bound, bytes(sealed))
    except DidNotOpen:
        return None


def _end_copied(row: Session, account: Account) -> None:
    activity.drop_session(bytes(row.key))
    Session.objects.filter(key=row.key).delete()
    untold_events.note_event(bytes(account.login), Event.OLD_COOKIE)


def _one_of(opened: Opened, device_key: bytes) -> One:
    ring, mine = opened.keyring, accounts.open_mine(opened)
    ours = shared_space.open_ours(opened.id, ring, mine)
    return One(
        settings=accounts.settings_of(opened),
        device_key=device_key,
        generation=ring.generation,
        ours=ring.ours(),
        ours_since=ring.ours_since,
        verify=ring.verify_keys(opened.id) if ours is not None else (),
        listed=shared_space.closed_epochs(mine) if len(ring.ours()) > 1 else {},
        partner=None if ours is None else shared_space.partner_in(ours, opened.id, ring),
    )


def sweep_sessions() -> None:
    """Lock what was left open too long, and take out what has ended. It writes each time, whether there is any or not.

    Else the time of a change to the file would tell when somebody looked at their last page.
    """
    idle = activity.find_idle()
    with transaction.atomic():
        Session.objects.filter(key__in=idle).update(two=None)
        Session.objects.filter(ends_on__lte=wall_clock.now().date()).delete()
        beat.write_beat()
    for key in idle:
        activity.drop_session(key)


def lock_everything() -> None:
    """As the server starts: whatever was open is closed."""
    activity.clear_activity()
    Session.objects.filter(two__isnull=False).update(two=None)


def _session_rows(key: bytes) -> tuple[Session, Account] | None:
    """A session with its account, in one plain statement: every request begins with it."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_column_list('s', _SESSION)}, {_column_list('a', _ACCOUNT)} FROM accounts_session s "  # noqa: S608  constants only
            "JOIN accounts_account a ON a.id = s.account WHERE s.key = %s",
            [key],
        )
        try:
            values = cursor.fetchone()
        except ValueError:
            # A day that is none: whoever has the database may put anything into a column.
            return None
    if values is None:
        return None
    using, width = connection.alias, len(_SESSION)
    session = Session.from_db(using, _SESSION, values[:width])
    if not (isinstance(session.ends_on, date) and bytes_in(session.one)):
        return None
    session.two = None if session.two is None else bytes_in(session.two)
    return session, Account.from_db(using, _ACCOUNT, values[width:])


def _column_list(table: str, names: Sequence[str]) -> str:
    return ", ".join(f"{table}.{name}" for name in names)


def _live_from(row: Session, account: Account, session_id: bytes, secret: bytes, presented: bytes) -> Live:
    owner, key, today = bytes(account.id), bytes(row.key), wall_clock.now().date()
    one = _one.decode(
        open_sealed(derive_key(secret, "one"), _bind_session(Purpose.SESSION_ONE, owner, key), bytes(row.one))
    )
    two = None
    if row.two is not None:
        left = activity.seconds_left(key)
        if left is not None and left <= 0:
            activity.lock_now(key)
            with suppress(
                DatabaseError
            ):  # a busy database: it is locked all the same, and the sweeper erases it
                Session.objects.filter(key=key).update(two=None)
                activity.drop_session(key)
        else:
            raw = open_sealed(
                derive_key(secret, "two"), _bind_session(Purpose.SESSION_TWO, owner, key), bytes(row.two)
            )
            two = _two.decode(raw)
    if row.used_on != today:
        with suppress(DatabaseError):  # a busy database or a full disk: the next request says it again
            Session.objects.filter(key=key).update(used_on=today)
    return Live(session_id, secret, presented, account, row.pin is not None, one, two)


def _seal_one(secret: bytes, account: bytes, key: bytes, one: One) -> bytes:
    return seal(derive_key(secret, "one"), _bind_session(Purpose.SESSION_ONE, account, key), _encode(one))


def _seal_two(secret: bytes, account: bytes, key: bytes, two: Two) -> bytes:
    return seal(derive_key(secret, "two"), _bind_session(Purpose.SESSION_TWO, account, key), _encode(two))


def _bind_session(purpose: Purpose, account: bytes, key: bytes) -> bytes:
    return bind_context(purpose, account, record=key[:16].ljust(16, b"\0"))


def _read_cookie(cookie: str) -> tuple[bytes, bytes] | None:
    """The id and the secret in a cookie, or None where it is none of ours."""
    try:
        raw = base64.urlsafe_b64decode(cookie)
    except (binascii.Error, ValueError):
        return None
    return (raw[:ID_BYTES], raw[ID_BYTES:]) if len(raw) == ID_BYTES + KEY_BYTES else None


def _session_key(session_id: bytes) -> bytes:
    return hashlib.sha256(session_id).digest()


def _hash_secret(secret: bytes) -> bytes:
    return hashlib.sha256(b"session secret" + secret).digest()


def _cookie_value(session_id: bytes, secret: bytes) -> str:
    return base64.urlsafe_b64encode(session_id + secret).decode()
