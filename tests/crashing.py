"""Forked children that are killed at a chosen statement of a database of their own, and a look at what they left."""

import hashlib
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
from django.db import connection
from tests.people import QuickKdf

from bothand.accounts import accounts, activity, shared_space
from bothand.accounts.account_log import AccountLog, Event
from bothand.accounts.errors import WrongSecret
from bothand.accounts.models import Account, Gone, Invitation, Passkey, Session
from bothand.accounts.visits import Standing, VisitNote
from bothand.vault import envelope, randomness, recovery, table
from bothand.vault.context import Purpose
from bothand.vault.errors import DidNotOpen
from bothand.vault.models import Document, Shared
from bothand.vault.ours import ClosedEpoch
from bothand.vault.records import Record

State = dict[str, Any]
BY_VISITS = (AccountLog, VisitNote, Standing)
DONE = b"d"
NEVER = 1 << 30


class Dice:
    """The same bytes, in the same order, each time it is made."""

    def __init__(self, seed: str) -> None:
        self.seed, self.thrown = seed, 0

    def __call__(self, count: int) -> bytes:
        self.thrown += 1
        return hashlib.shake_256(f"{self.seed} {self.thrown}".encode()).digest(count)


@contextmanager
def database_at(path: Path) -> Iterator[None]:
    """Everything within reads and writes another file; no connection is open before or after."""
    connection.close()
    usual, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def run(act: Callable[[], None], path: Path, *, until: int) -> tuple[bool, int]:
    """Fork; let the child act on the file and kill it (-9) as it is about to run its statement number `until`.

    Whether it came to its end, and how many statements it began. A child that came to its end is killed right then,
    with its connection open. Raises AssertionError for one that failed in another way; its traceback is printed.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _act_and_die(act, path, writer, until)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child failed; see above"
    assert os.WTERMSIG(status) == signal.SIGKILL
    return told.endswith(DONE), len(told.removesuffix(DONE))


def _act_and_die(act: Callable[[], None], path: Path, writer: int, until: int) -> None:
    begun = 0

    def count(_statement: str) -> None:
        nonlocal begun
        begun += 1
        if begun == until:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(writer, b".")

    try:
        randomness.SOURCE = Dice("child")
        connection.settings_dict["NAME"] = str(path)
        connection.ensure_connection()
        connection.connection.set_trace_callback(count)
        act()
        os.write(writer, DONE)
        os.kill(os.getpid(), signal.SIGKILL)
    except BaseException:  # noqa: BLE001  the child must tell, and must not go on as if it were the parent
        traceback.print_exc(file=sys.stderr)
    os._exit(1)


def copied(path: Path, name: str) -> Path:
    """A copy of a closed database under another name."""
    target = path.with_name(name)
    for end in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{target}{end}").unlink()
    shutil.copyfile(path, target)
    return target


def look(path: Path, passwords: list[str], codes: list[str]) -> State:
    """All that can be known with these secrets; fails where anything lies there that no one can open."""
    with database_at(path):
        people = {bytes(row.id).hex(): _person(row, passwords, codes) for row in Account.objects.all()}
        spaces = {bytes.fromhex(one) for person in people.values() for one in person["spaces"]}
        assert {bytes(row.space) for row in Document.objects.all()} <= spaces, "rows of nobody"
        assert all(bytes(row.account).hex() in people for row in Session.objects.all()), "a session of nobody"
        assert all(bytes(row.account).hex() in people for row in Passkey.objects.all()), "a passkey of nobody"
        return {
            "people": people,
            "gone": sorted(bytes(row.id) for row in Gone.objects.all()),
            "links": sorted(bytes(row.id) for row in Invitation.objects.all()),
            "shared": sorted(
                (bytes(row.id), row.epoch, row.holders, row.waits) for row in Shared.objects.all()
            ),
        }


def _person(row: Account, passwords: list[str], codes: list[str]) -> State:
    kdf = QuickKdf()
    opened = next(filter(None, (_by_password(row, one) for one in passwords)), None)
    assert opened is not None, "an account that no password opens"
    ring, mine = opened.keyring, accounts.open_mine(opened)
    lot = mine.query()
    assert lot.unopened == 0, "a page that does not open"
    listed = {one.id for one in ring.passkeys if one.opens}
    rows = {bytes(row.id) for row in Passkey.objects.filter(account=opened.id)}
    assert rows == listed, "a passkey that is listed and has no row, or the other way round"
    ours = shared_space.open_ours(opened.id, ring, mine)
    together = None if ours is None else ours.query()
    by_code = []
    for number, code in enumerate([ring.recovery_code, *codes]):
        with suppress(DidNotOpen, recovery.NotACode):
            stored = bytes(row.by_code)
            envelope.open_envelope(kdf, Purpose.BY_CODE, opened.id, recovery.clean_code(code), stored)
            by_code.append(number)
    return {
        "passwords": [one for one in passwords if _by_password(row, one)],
        "codes": by_code,
        "ring": msgspec.to_builtins(ring),
        "mine": _facts(lot),
        "told": _told(lot),
        "ours": together and (_facts(together), together.unopened),
        "spaces": sorted({key.space.hex() for key in ring.spaces}),
        "rows": sum(len(table.all_rows(space)) for space in {key.space for key in ring.spaces})
        - sum(one.kind.type in BY_VISITS for one in lot.items),
    }


def _by_password(row: Account, password: str) -> accounts.Opened | None:
    try:
        return accounts.by_password(row, password, QuickKdf())
    except WrongSecret:
        return None


def _facts(lot: Any) -> list[Any]:
    items = [
        (
            one.id,
            one.revision,
            one.epoch,
            one.kind.number,
            one.created,
            one.changed,
            _without_digests(one.record),
        )
        for one in lot.items
        # What each visit writes is written before what the visit is for; `_told` looks at what the log says.
        if one.kind.type not in BY_VISITS
    ]
    return sorted(items)


def _told(lot: Any) -> list[Event]:
    """What the account's log tells of changes: each in the one transaction with what changed."""
    (log,) = (one.record for one in lot.items if one.kind.type is AccountLog)
    return [entry.event for entry in log.entries if entry.event is not Event.SIGNED_IN]


def _without_digests(record: Record) -> str:
    """A record as text. What stood in a closed epoch is listed with digests of what was sealed by other dice each time."""
    if isinstance(record, ClosedEpoch):
        record = msgspec.structs.replace(record, rows=tuple((*row[:2], b"") for row in record.rows))
    return repr(record)


def touch_all() -> None:
    """As if every session had been used just now, soon after signing up."""
    # Keys alone: in the other columns there may stand anything.
    for key in Session.objects.values_list("key", flat=True):
        activity.touch_session(bytes(key), 0)
        activity.allow_once(bytes(key), "code")
