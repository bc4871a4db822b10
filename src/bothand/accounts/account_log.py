"""What happened to an account, in *mine*: its owner reads it, in days, and nobody else.

Every unlock writes it, whether or not there is anything new, so that writing it says nothing. It is taken out and put in
anew, so that neither its revision nor its dates count the visits.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import chain
from typing import Final

import msgspec
from django.db import transaction

from bothand.accounts import wall_clock
from bothand.accounts.preferences import Settings
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.records import Record, Shelf, kind
from bothand.vault.retry import retry_on_conflict
from bothand.vault.space import Space

MOST_ENTRIES: Final = 200


class Event(StrEnum):
    """What is worth telling. The page of the log has words for each; values are sealed, so none is ever changed."""

    SIGNED_UP = "signed_up"
    SIGNED_IN = "signed_in"
    RECOVERED = "recovered"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105  the name of an event
    WRONG_CODE = "wrong_code"
    WRONG_PIN = "wrong_pin"
    WRONG_STEP = "wrong_step"
    OLD_COOKIE = "old_cookie"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105  as above
    KEYS_CHANGED = "keys_changed"
    CODE_RENEWED = "code_renewed"
    CODE_SAVED = "code_saved"
    PIN_SET = "pin_set"
    PIN_REMOVED = "pin_removed"
    OTHERS_ENDED = "others_ended"
    OPEN_LONGER = "open_longer"
    COPY_TAKEN = "copy_taken"
    COPY_BROUGHT = "copy_brought"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    CODES_ON = "codes_on"
    CODES_OFF = "codes_off"


COUNTED: Final = frozenset(
    {Event.WRONG_PASSWORD, Event.WRONG_CODE, Event.WRONG_PIN, Event.WRONG_STEP, Event.OLD_COOKIE}
)
"""Events of which a day has one entry with a number, so that whoever tries again and again pushes nothing out."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened on a day. `about` says more, as a kind of browser; `count` how many times."""

    day: date
    event: Event
    about: str = ""
    count: int = 1


@kind(310, shelf=Shelf.STANDS, one_in_all=True)
class AccountLog(Record, frozen=True, kw_only=True):
    """The newest entries, the oldest first.

    `code_waits` says that there is a recovery code that its owner has not saved yet; `alarm` that an old cookie turned up
    and its owner has not yet said that they know.
    """

    entries: tuple[Entry, ...] = ()
    code_waits: bool = False
    alarm: bool = False


def add_entry(mine: Space, event: Event, about: str = "") -> None:
    """Put down what has just happened. Best in the transaction of what happened.

    A log that does not open, or that a newer program wrote, is left as it lies: that is said where it is read.
    """
    write_visit(mine, [(event, about, wall_clock.now(), 1)])


Happened = tuple[Event, str, datetime, int]
"""What happened, what it was about, when, and how many times."""


def write_visit(mine: Space, happened: Iterable[Happened] = ()) -> None:
    """Write the log anew, with what happened or with nothing new. As `add_entry` where it does not open."""
    _rewrite(mine, lambda log, zone: _with_entries(log, happened, zone))


def settle_alarm(mine: Space) -> None:
    """Its owner knows that an old cookie turned up."""
    _rewrite(mine, lambda log, _zone: msgspec.structs.replace(log, alarm=False))


def read_log(mine: Space) -> AccountLog:
    """The log as it stands. Raises DidNotOpen, NewerVersion."""
    found = mine.only(AccountLog)
    return AccountLog() if found is None else found.record


def _rewrite(mine: Space, change: Callable[[AccountLog, str], AccountLog]) -> None:
    def rewrite_once() -> None:
        with transaction.atomic():
            old = mine.only(AccountLog)
            if old is not None and old.newer:
                raise NewerVersion
            zone = _zone_name(mine)
            log = change(AccountLog() if old is None else old.record, zone)
            if old is not None:
                mine.remove(old)
            today = datetime.combine(wall_clock.today_in(zone), time(), UTC)
            if not mine.restore_into(log, record_id=bytes(16), created=today, changed=today):
                raise Conflict(log, None)

    try:
        retry_on_conflict(rewrite_once)
    except (DidNotOpen, NewerVersion):
        return


def _zone_name(mine: Space) -> str:
    try:
        chosen = mine.only(Settings)
    except (DidNotOpen, NewerVersion):
        chosen = None
    return (Settings() if chosen is None else chosen.record).zone


def _with_entries(log: AccountLog, happened: Iterable[Happened], zone: str) -> AccountLog:
    entries, waits, alarm = list(log.entries), log.code_waits, log.alarm
    for event, about, when, count in happened:
        day = when.astimezone(wall_clock.zone_of(zone)).date()
        entries = _with_entry(entries, Entry(day=day, event=event, about=about, count=count))
        alarm = alarm or event is Event.OLD_COOKIE
        if event in _MAKES_CODE:
            waits = True
        elif event is Event.CODE_SAVED:
            waits = False
    return AccountLog(entries=tuple(entries[-MOST_ENTRIES:]), code_waits=waits, alarm=alarm)


_MAKES_CODE: Final = frozenset({Event.SIGNED_UP, Event.RECOVERED, Event.KEYS_CHANGED, Event.CODE_RENEWED})


def _with_entry(entries: list[Entry], fresh: Entry) -> list[Entry]:
    if fresh.event in COUNTED:
        same = next((one for one in entries if (one.day, one.event) == (fresh.day, fresh.event)), None)
        if same is not None:
            more = msgspec.structs.replace(same, count=same.count + fresh.count)
            return [more if one is same else one for one in entries]
    return list(chain(entries, [fresh]))
