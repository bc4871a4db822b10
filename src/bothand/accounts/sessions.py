"""Sessions: a cookie with an id and a secret; a row with two blobs that only the secret opens.

Blob one holds what pages need while locked. Blob two holds the account key; it is there while *mine* is open, and
erased when it locks. The PIN's copy of blob two opens with the PIN and the device key together.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import msgspec
from django.db import connection, transaction
from django.db.models import F

from bothand.accounts import accounts, activity, devices, shared_space, wall_clock
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


_SESSION: Final = ["key", "account", "used_on", "ends_on", "one", "two", "pin", "pin_tries", "label"]
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
    """A session in use. `two` is None while locked."""

    key: bytes
    secret: bytes
    account: Account
    has_pin: bool
    one: One
    two: Two | None

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
    ).save(force_insert=True)
    if before is not None:
        end_session(before)
    activity.touch_session(key, one.settings.lock_after)
    live = Live(key, secret, opened.account, bool(old is not None and same and old.pin), one, two)
    return _cookie_value(session_id, secret), live


def load_session(cookie: str) -> Live | None:
    """The session of a cookie, or None when there is none, it has ended, or its row was tampered with."""
    try:
        raw = base64.urlsafe_b64decode(cookie)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != ID_BYTES + KEY_BYTES:
        return None
    key, secret = _session_key(raw[:ID_BYTES]), raw[ID_BYTES:]
    found = _session_rows(key)
    if found is None:
        return None
    row, account = found
    today = wall_clock.now().date()
    if row.ends_on <= today:
        Session.objects.filter(key=key).delete()
        return None
    try:
        return _live_from(row, account, key, secret, today)
    except (DidNotOpen, NewerVersion, msgspec.MsgspecError):
        return None


def lock_session(live: Live) -> None:
    """Close *mine* on this device, now."""
    # In memory first: whatever becomes of the row, its time is over.
    activity.drop_session(live.key)
    Session.objects.filter(key=live.key).update(two=None)


def end_session(live: Live) -> None:
    """End the session: its row is gone, its cookie opens nothing. Should the row stay, it is locked all the same."""
    activity.drop_session(live.key)
    Session.objects.filter(key=live.key).delete()


def set_pin(live: Live, opened: Opened, pin: str, kdf: Kdf) -> None:
    """Let six digits open *mine* on this device."""
    sealed = envelope.close_envelope(
        kdf, Purpose.BY_PIN, opened.id, pin, opened.account_key, pepper=live.one.device_key
    )
    Session.objects.filter(key=live.key).update(pin=sealed, pin_tries=0)


def drop_pin(live: Live) -> None:
    """No PIN on this device any more."""
    Session.objects.filter(key=live.key).update(pin=None, pin_tries=0)


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


def open_again(live: Live, opened: Opened) -> Live:
    """Unlock: put blob two back, and make blob one anew, so that what changed elsewhere is seen here."""
    one = _one_of(opened, live.one.device_key)
    two = Two(account_key=opened.account_key, generation=opened.keyring.generation)
    Session.objects.filter(key=live.key).update(
        one=_seal_one(live.secret, opened.id, live.key, one),
        two=_seal_two(live.secret, opened.id, live.key, two),
    )
    activity.touch_session(live.key, one.settings.lock_after)
    return replace(live, account=opened.account, one=one, two=two)


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


def _live_from(row: Session, account: Account, key: bytes, secret: bytes, today: date) -> Live:
    owner = bytes(account.id)
    one = _one.decode(
        open_sealed(derive_key(secret, "one"), _bind_session(Purpose.SESSION_ONE, owner, key), bytes(row.one))
    )
    two = None
    if row.two is not None:
        left = activity.seconds_left(key)
        if left is not None and left <= 0:
            Session.objects.filter(key=key).update(two=None)
            activity.drop_session(key)
        else:
            raw = open_sealed(
                derive_key(secret, "two"), _bind_session(Purpose.SESSION_TWO, owner, key), bytes(row.two)
            )
            two = _two.decode(raw)
    if row.used_on != today:
        Session.objects.filter(key=key).update(used_on=today)
    return Live(key, secret, account, row.pin is not None, one, two)


def _seal_one(secret: bytes, account: bytes, key: bytes, one: One) -> bytes:
    return seal(derive_key(secret, "one"), _bind_session(Purpose.SESSION_ONE, account, key), _encode(one))


def _seal_two(secret: bytes, account: bytes, key: bytes, two: Two) -> bytes:
    return seal(derive_key(secret, "two"), _bind_session(Purpose.SESSION_TWO, account, key), _encode(two))


def _bind_session(purpose: Purpose, account: bytes, key: bytes) -> bytes:
    return bind_context(purpose, account, record=key[:16].ljust(16, b"\0"))


def _session_key(session_id: bytes) -> bytes:
    return hashlib.sha256(session_id).digest()


def _cookie_value(session_id: bytes, secret: bytes) -> str:
    return base64.urlsafe_b64encode(session_id + secret).decode()
