"""The vault: seal, open, read a shelf, sign in; beside the library's own authenticated encryption."""

import os
import statistics
import time
from collections.abc import Callable
from typing import Any

from benchmarks.house import house
from benchmarks.pages import Times, p95

DOCUMENTS = 10_000
TEXT_BYTES = 900
REPEATS = 7
SIGN_INS = 15
BUDGET_SIGN_IN_MS = 300.0


def run(quick: bool = False) -> dict[str, Any]:
    """Measure on a database of its own, with the key derivation that serves people."""
    repeats, sign_ins = (2, 2) if quick else (REPEATS, SIGN_INS)
    with house():
        sealing, shelves, doors = _sealing(repeats), _shelves(repeats), _doors(sign_ins)
    return {
        "name": "vault",
        "tables": [
            {
                "title": f"Documents of {TEXT_BYTES} bytes of text, padded to 1 KiB",
                "columns": ["what", "us a document", "ms for 10,000"],
                "rows": sealing,
            },
            {
                "title": "Reading from the database, opened and decoded; ten years of history",
                "columns": ["what", "documents", "ms", "us a document"],
                "rows": shelves,
            },
            {
                "title": "At the door; Argon2id, 64 MiB, three passes; budget 300 ms",
                "columns": ["what", "p50 ms", "p95 ms", "p50 of CPU ms", "p95 of CPU ms", ""],
                "rows": doors,
            },
        ],
        "notes": [
            f"CPU time of this process, the best of {repeats} rounds; the wall clock would count what others on the machine took.",
            "Raw AEAD: one key, a nonce of chance, no padding, no context beyond 64 bytes. It neither commits to its key nor draws a salt for each message, which is what Cobblestone-256 costs more for.",
            f"Load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; above the number of cores CPU times grow too, up to double.",
            f"At the door: {sign_ins} times each, by the clock and of the processor alone; the verdict goes by the latter.",
        ],
    }


def _sealing(repeats: int) -> list[list[Any]]:
    """Sealing and opening alone, without database."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

    from bothand.rooms.journal.entries.records import Entry
    from bothand.vault import body
    from bothand.vault.records import kind_of
    from bothand.vault.seal import open_sealed, seal

    then, kind = _then(), kind_of(Entry)
    entry = Entry(day=then.date(), at="21:04", text="a" * TEXT_BYTES)

    def encode() -> bytes:
        return body.encode_body(kind, entry, author=bytes(16), created=then, changed=then)

    raw, key, context = encode(), os.urandom(32), os.urandom(64)
    sealed = seal(key, context, raw)
    rows = [
        ["encode a record", encode],
        ["seal: pad, Cobblestone-256", lambda: seal(key, context, raw)],
        ["open: Cobblestone-256, unpad", lambda: open_sealed(key, context, sealed)],
        ["decode to its type", lambda: body.decode_body(raw, record_id=bytes(16), revision=1, epoch=1)],
    ]
    for name, made in (("AES-256-GCM", AESGCM(key)), ("ChaCha20-Poly1305", ChaCha20Poly1305(key))):
        nonce = os.urandom(12)
        closed = made.encrypt(nonce, raw, context)
        rows += [
            [f"raw {name}, seal", lambda m=made: m.encrypt(os.urandom(12), raw, context)],
            [f"raw {name}, open", lambda m=made, n=nonce, c=closed: m.decrypt(n, c, context)],
        ]
    return [_per_document(name, do, repeats) for name, do in rows]


def _per_document(name: str, do: Callable[[], object], repeats: int) -> list[Any]:
    best = _best(lambda: [do() for _ in range(DOCUMENTS)], repeats)
    return [name, best / DOCUMENTS * 1000, best]


def _shelves(repeats: int) -> list[list[Any]]:
    """Reading what lies in the database, by the space's own methods."""
    from benchmarks.history import somebody
    from bothand.accounts import accounts, wall_clock
    from bothand.rooms.checkin.pulse.records import Pulse
    from bothand.rooms.journal.entries.records import Entry
    from bothand.vault.months import month_before, months_between
    from bothand.vault.records import Shelf, month_of
    from bothand.vault.space import Space

    who = somebody("ten", 10).opened
    today = wall_clock.today_in("UTC")
    last_month = month_before(today)

    def found(lot: Any) -> int:
        return len(lot.items)

    def fresh() -> Space:
        # As each request has it: what another has opened, it does not know.
        return accounts.space_of(who.id, who.keyring)

    reads: list[tuple[str, Callable[[], int]]] = [
        ["one document by its day", lambda: int(fresh().find_day(Pulse, last_month) is not None)],
        ["the journal of one month", lambda: found(fresh().query(Entry, months=[month_of(last_month)]))],
        [
            "what accumulated in two months",
            lambda: found(fresh().query(shelf=Shelf.ACCUMULATES, months=months_between(last_month, today))),
        ],
        ["the whole journal, as a search does", lambda: found(fresh().all_of(Entry))],
        ["everything, as an export does", lambda: found(fresh().query())],
        [
            "the newest month with pages, and the one before (nothing is opened)",
            lambda: sum(map(bool, fresh().months_beside(Shelf.WRITTEN))),
        ],
    ]
    rows = []
    for name, read in reads:
        count, best = read(), _best(read, repeats)
        rows.append([name, count, best, best / count * 1000])
    return rows


def _doors(rounds: int) -> list[list[Any]]:
    """Signing in by password, opening by PIN, and a name nobody has."""
    from benchmarks.history import PASSWORD, PIN
    from bothand.accounts import accounts, derivation, sessions, wall_clock
    from bothand.accounts.errors import WrongSecret
    from bothand.accounts.preferences import Settings

    opened = accounts.sign_up(
        "door", PASSWORD, Settings(), derivation.KDF, anybody=True, now=wall_clock.now()
    )
    cookie, live = sessions.begin_session(opened, agent="")
    sessions.set_pin(live, opened, PIN, derivation.KDF)

    def unknown() -> None:
        try:
            accounts.sign_in("nobody", PASSWORD, derivation.KDF)
        except WrongSecret:
            return
        raise RuntimeError("nobody signed in")

    def by_pin() -> None:
        session = sessions.load_session(cookie)
        if session is None:
            raise RuntimeError("the session is gone")
        sessions.open_by_pin(session, PIN, derivation.KDF)

    rows = []
    for name, do, budget in (
        ("sign in by password", lambda: accounts.sign_in("door", PASSWORD, derivation.KDF), True),
        ("a name that nobody has", unknown, True),
        ("open by PIN", by_pin, True),
        ("load a session by its cookie", lambda: sessions.load_session(cookie), False),
    ):
        times = Times()
        for _ in range(rounds):
            times.take(do)
        worst = p95(times.cpu)
        rows.append(
            [
                name,
                statistics.median(times.wall),
                p95(times.wall),
                statistics.median(times.cpu),
                worst,
                _held(worst) if budget else "",
            ]
        )
    return rows


def _best(do: Callable[[], object], repeats: int) -> float:
    """The least CPU time of some rounds, in ms."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        do()
        taken.append((time.process_time() - start) * 1000)
    return min(taken)


def _held(value: float) -> str:
    return "held" if value <= BUDGET_SIGN_IN_MS else "MISSED"


def _then() -> Any:
    from datetime import UTC, datetime

    return datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
