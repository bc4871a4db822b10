"""Contact files: how long reading one takes as it grows, of the plain kind and of kinds made to take long.

`python -m benchmarks contacts`. Time should grow as the file does: ten times the bytes, ten times the milliseconds.
"""

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from bothand.rooms.people.imports.rules import read_contacts
from bothand.rooms.people.vcards.rules import TooDeep, TooMany

KILOBYTES = (10, 100, 1000)
ROUNDS = 5
BEGIN, END = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ines\r\n", b"END:VCARD\r\n"


def repeat(line: bytes) -> Callable[[int], bytes]:
    """One contact with so many bytes of a line."""
    return lambda size: BEGIN + line * (size // len(line)) + END


KINDS: dict[str, Callable[[int], bytes]] = {
    "plain contacts": lambda size: (
        (BEGIN + b"TEL:+43 660 1234567\r\nNOTE:Met on the ferry, in May.\r\n" + END) * (size // 110)
    ),
    "a picture": repeat(b" " + b"QUJD" * 18 + b"\r\n"),
    "cards without an end": lambda size: BEGIN * (size // len(BEGIN)),
    "cards in cards": lambda size: (BEGIN + b"AGENT:\r\n") * (size // 44),
    "one note, folded": lambda size: BEGIN + b"NOTE:one\r\n" + b" more\r\n" * (size // 7) + END,
    "many notes": repeat(b"NOTE:one more\r\n"),
    "soft breaks": lambda size: (
        BEGIN + b"NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\n" + b"more=\r\n" * (size // 7) + b"\r\n" + END
    ),
    "numbers": lambda size: BEGIN + b"".join(b"TEL:%d\r\n" % number for number in range(size // 11)) + END,
    "lists": lambda size: BEGIN + b"".join(b"CATEGORIES:%d\r\n" % each for each in range(size // 18)) + END,
    "fields": lambda size: BEGIN + b"ADR:" + b"a;" * (size // 2) + b"\r\n" + END,
    "backslashes": lambda size: BEGIN + b"NOTE:" + b"\\" * size + b"\r\n" + END,
    "quotes": lambda size: BEGIN + b'TEL;A="' + b'";"' * (size // 3) + b"\r\n" + END,
}


def run(quick: bool = False) -> dict[str, Any]:
    """The table; with `quick` one round each."""
    rows = []
    for name, write in KINDS.items():
        times = [_measure(write(size * 1000), 1 if quick else ROUNDS) for size in KILOBYTES]
        rows.append(
            [name, *(round(each * 1000, 2) for each in times), round(_peak(write(1_000_000)) / 1e6, 1)]
        )
    table = {
        "title": "Milliseconds to read a contact file, and the memory it takes at 1 MB",
        "columns": ["kind", *(f"{size} kB" for size in KILOBYTES), "MB at 1 MB"],
        "rows": rows,
    }
    notes = [
        "The best of several rounds, in this process; a request pays some 100 ms more for a process of its own.",
        "Cards without an end, and cards in cards, are refused once they are too many or too deep.",
        "Lines of one contact beyond a thousand are left out, and said.",
    ]
    return {"name": "contacts", "tables": [table], "notes": notes}


def _read(content: bytes) -> None:
    with suppress(TooMany, TooDeep):
        read_contacts(content)


def _measure(content: bytes, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        _read(content)
        best = min(best, time.perf_counter() - begun)
    return best


def _peak(content: bytes) -> int:
    tracemalloc.start()
    _read(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
