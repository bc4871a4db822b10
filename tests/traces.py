"""Looks for words in bytes, in every dress that storing or logging may have put on them.

However much there is to search, it is read and searched in pieces: the memory this takes does not grow with it.
"""

import base64
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
from django.db import connection

PIECE: Final = 1 << 18
"""Bytes that are looked at together. The arrays of a search are some twelve times as large."""
_HEAD: Final = 8
_FIRST: Final = 256
"""Bytes tried at each offset before an inflated stream is worth reading on."""
_AHEAD: Final = 16
"""Bytes behind an offset from which it is told whether a stream can begin there."""
_FED: Final = 1 << 10
"""Bytes of a stream that are inflated together. Where it breaks, what these gave is lost."""
MOST_INFLATED: Final = 1 << 24
"""So far a stream is read: a small one can be made that inflates to any length."""


class Source(Protocol):
    """Bytes that are read a piece at a time. Fewer than were asked for are the last."""

    def read(self, start: int, count: int) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Held:
    """Bytes in memory."""

    content: bytes

    def read(self, start: int, count: int) -> bytes:
        return self.content[start : start + count]


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file as long as it was when it was opened, however it grows meanwhile."""

    descriptor: int
    size: int

    def read(self, start: int, count: int) -> bytes:
        wanted, parts = min(count, self.size - start), []
        while wanted > 0 and (part := os.pread(self.descriptor, wanted, start)):
            parts.append(part)
            start += len(part)
            wanted -= len(part)
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a source. The next piece begins behind its first `own` bytes; what follows those is shown by both."""

    start: int
    own: int
    content: bytes


def pieces(source: Source, shared: int) -> Iterator[Piece]:
    """All of a source, in pieces of which each shows the first `shared` bytes of the next one too."""
    start, more = 0, True
    while more:
        content = source.read(start, PIECE + shared)
        more = len(content) == PIECE + shared
        yield Piece(start, PIECE if more else len(content), content)
        start += PIECE


def dresses(word: str | bytes) -> set[bytes]:
    """How a word may lie in bytes: UTF-8, UTF-16 both ways, each also as hex and as base64 at every offset."""
    texts = (
        [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
        if isinstance(word, str)
        else [word]
    )
    found = set()
    for text in texts:
        found |= {text, text.hex().encode(), text.hex().upper().encode()}
        for before in range(3):
            # Only those signs that the word alone decides; its neighbours share the first and the last.
            signs = base64.b64encode(bytes(before) + text)
            found.add(signs[-(-8 * before // 6) : 8 * (before + len(text)) // 6])
        found |= {each.replace(b"+", b"-").replace(b"/", b"_") for each in found}
    return found


class Traces:
    """Searches for any number of words at once. `words` maps each to what it is called when it was found."""

    def __init__(self, words: Mapping[str | bytes, str]) -> None:
        self._short: list[tuple[bytes, str]] = []
        self._by_head: dict[int, list[tuple[bytes, str]]] = {}
        self._longest = _HEAD
        for word, name in words.items():
            for dress in dresses(word):
                self._longest = max(self._longest, len(dress))
                if len(dress) < _HEAD:
                    self._short.append((dress, name))
                else:
                    head = int.from_bytes(dress[:_HEAD], "little")
                    self._by_head.setdefault(head, []).append((dress, name))
        self._heads = np.array(sorted(self._by_head), dtype="<u8")

    def plainly(self, content: bytes | Source) -> set[str]:
        """The names of the words that stand in there, in whatever dress."""
        # A word that begins at a piece's last own byte is still in that piece whole.
        parts = pieces(_source(content), self._longest)
        return set().union(*(self._within(part.content) for part in parts))

    def inside(self, content: bytes | Source) -> set[str]:
        """As `plainly`, and in everything that inflates, from whatever offset."""
        source = _source(content)
        streams = _joined(inflated(source, self._longest))
        return self.plainly(source).union(*(self._within(part) for part in streams))

    def _within(self, content: bytes) -> set[str]:
        """What is found in one piece."""
        found = {name for dress, name in self._short if dress in content}
        if len(content) < _HEAD or not len(self._heads):
            return found
        # Every eight bytes there are, as a number: one look-up each, however many words are sought.
        windows = np.ndarray((len(content) - _HEAD + 1,), dtype="<u8", buffer=content, strides=(1,))
        nearest = np.minimum(np.searchsorted(self._heads, windows), len(self._heads) - 1)
        for start in np.flatnonzero(self._heads[nearest] == windows):
            for dress, name in self._by_head[int(windows[start])]:
                if content.startswith(dress, int(start)):
                    found.add(name)
        return found


def _source(content: bytes | Source) -> Source:
    return Held(content) if isinstance(content, bytes) else content


def _joined(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Small parts together, with a byte between them that belongs to no word."""
    waiting: list[bytes] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size >= PIECE:
            yield b"\0".join(waiting)
            waiting, size = [], 0
    yield b"\0".join(waiting)


def inflated(content: bytes | Source, shared: int = 0) -> Iterator[bytes]:
    """Whatever inflates, a long stream in parts, of which each begins with the last `shared` bytes of the one before.

    A zlib or gzip stream is a bare one some bytes later, so every offset is tried as bare.
    """
    source = _source(content)
    for piece in pieces(source, _FIRST):
        view = memoryview(piece.content)
        for offset in _beginnings(piece.content, piece.own):
            first = _try_inflating(view[offset : offset + _FIRST], 4 * _FIRST)
            if len(first) > 128:
                yield from _stream(source, piece.start + offset, shared)
            elif len(first) > 8:
                yield first


def _beginnings(content: bytes, own: int) -> list[int]:
    """The offsets at which a deflated stream can begin (RFC 1951, 3.2): all others its first bits rule out.

    Only the first `own` bytes are looked at; those behind them, up to ten, say what follows.
    """
    padded = np.frombuffer((content + bytes(_AHEAD))[: own + _AHEAD], dtype=np.uint8).astype(np.uint64)
    # The first ten bytes from each offset on, as two numbers of 64 bits.
    low = sum((padded[i : i + own] << np.uint64(8 * i) for i in range(8)), np.zeros(own, np.uint64))
    high = low >> np.uint64(17) | padded[8 : 8 + own] << np.uint64(47) | padded[9 : 9 + own] << np.uint64(55)
    block = _bits(low, 1, 2)
    # Stored: the length and its complement. With fixed codes: anything. With its own codes: these must be complete.
    stored = (_bits(low, 8, 16) ^ _bits(low, 24, 16)) == np.uint64(0xFFFF)
    lengths = _bits(low, 13, 4) + np.uint64(4)
    total = np.zeros(own, np.uint64)
    for number in range(19):
        length = _bits(high, 3 * number, 3)
        counts = (length > 0) & (lengths > np.uint64(number))
        total += np.where(counts, np.uint64(128) >> length, np.uint64(0))
    complete = total == np.uint64(128)
    coded = complete & (_bits(low, 3, 5) < np.uint64(30)) & (_bits(low, 8, 5) < np.uint64(30))
    begins = ((block == 0) & stored) | (block == 1) | ((block == 2) & coded)
    return [int(offset) for offset in np.flatnonzero(begins)]


def _bits(numbers: np.ndarray, at: int, width: int) -> np.ndarray:
    return (numbers >> np.uint64(at)) & np.uint64((1 << width) - 1)


def _try_inflating(view: memoryview, most: int) -> bytes:
    try:
        return zlib.decompressobj(-15).decompress(view, most)
    except zlib.error:
        return b""


def _stream(source: Source, start: int, shared: int) -> Iterator[bytes]:
    """One stream from its beginning to its end, to where it breaks, or to the most that is read of one."""
    reader, last, told = zlib.decompressobj(-15), b"", 0
    while told < MOST_INFLATED and not reader.eof:
        packed = reader.unconsumed_tail
        if not packed:
            packed = source.read(start, _FED)
            start += len(packed)
        try:
            part = reader.decompress(packed, PIECE)
        except zlib.error:
            return
        if not (packed or part):
            return
        told += len(part)
        last = last[-shared:] + part if shared else part
        yield last


def files(folder: Path, *, since: float = 0.0) -> Iterator[tuple[str, OpenFile]]:
    """Every readable file below a folder that was changed after `since` (seconds since 1970).

    Each can be read until the next one is asked for.
    """
    for place, _, names in os.walk(folder):
        for name in names:
            yield from one_file(Path(place, name), since=since)


def one_file(path: Path, *, since: float = 0.0) -> Iterator[tuple[str, OpenFile]]:
    """One file, to be read until the next is asked for; nothing where there is none of ours."""
    try:
        if not path.is_file() or path.is_symlink() or path.stat().st_mtime < since:
            return
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return  # gone meanwhile, or not ours to read
    try:
        yield str(path), OpenFile(descriptor, os.fstat(descriptor).st_size)
    finally:
        os.close(descriptor)


_watching: list[set[str]] = []
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


def _note_opening(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    opened_to_write = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
    if not (opened_to_write or event == "sqlite3.connect"):
        return
    name = arguments[0]
    # A number is a file that was opened before under its name.
    if isinstance(name, str | bytes | os.PathLike):
        for written in _watching:
            written.add(str(Path(os.fsdecode(name)).absolute()))


# Python tells of every file it opens, and such a hook cannot be taken back: it listens only while somebody watches.
sys.addaudithook(_note_opening)


@contextmanager
def watch_writing() -> Iterator[set[str]]:
    """The paths of all files that this process opens for writing meanwhile, wherever they lie."""
    written: set[str] = set()
    _watching.append(written)
    try:
        yield written
    finally:
        _watching.remove(written)


def cells() -> Iterator[tuple[str, bytes]]:
    """Every value of every row of the database, with the table and column it lies in."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    raw = value if isinstance(value, bytes | memoryview) else str(value).encode()
                    yield f"{table}.{column}", bytes(raw)
