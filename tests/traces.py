"""Looks for words in bytes, in every dress that storing or logging may have put on them."""

import base64
import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np
from django.db import connection

_WHOLE: Final = 1 << 20
_HEAD: Final = 8
_FIRST: Final = 256
"""Bytes tried at each offset before an inflated stream is worth reading whole."""


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
        for word, name in words.items():
            for dress in dresses(word):
                if len(dress) < _HEAD:
                    self._short.append((dress, name))
                else:
                    head = int.from_bytes(dress[:_HEAD], "little")
                    self._by_head.setdefault(head, []).append((dress, name))
        self._heads = np.array(sorted(self._by_head), dtype="<u8")

    def plainly(self, content: bytes) -> set[str]:
        """The names of the words that stand in there, in whatever dress."""
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

    def inside(self, content: bytes) -> set[str]:
        """As `plainly`, and in everything that inflates, from whatever offset."""
        return self.plainly(content) | self.plainly(b"\0".join(inflated(content)))


def inflated(content: bytes) -> Iterator[bytes]:
    """Whatever inflates. A zlib or gzip stream is a bare one some bytes later, so every offset is tried as bare."""
    view = memoryview(content)
    for start in _beginnings(content):
        first = _inflate(view[start : start + _FIRST], 4 * _FIRST)
        if len(first) > 8:
            yield _inflate(view[start : start + _WHOLE], 4 * _WHOLE) if len(first) > 128 else first


def _beginnings(content: bytes) -> list[int]:
    """The offsets at which a deflated stream can begin (RFC 1951, 3.2): all others its first bits rule out."""
    padded = np.frombuffer(content + bytes(16), dtype=np.uint8).astype(np.uint64)
    count = len(content)
    # The first ten bytes from each offset on, as two numbers of 64 bits.
    low = sum((padded[i : i + count] << np.uint64(8 * i) for i in range(8)), np.zeros(count, np.uint64))
    high = (
        low >> np.uint64(17) | padded[8 : 8 + count] << np.uint64(47) | padded[9 : 9 + count] << np.uint64(55)
    )
    block = _bits(low, 1, 2)
    # Stored: the length and its complement. With fixed codes: anything. With its own codes: these must be complete.
    stored = (_bits(low, 8, 16) ^ _bits(low, 24, 16)) == np.uint64(0xFFFF)
    lengths = _bits(low, 13, 4) + np.uint64(4)
    total = np.zeros(count, np.uint64)
    for number in range(19):
        length = _bits(high, 3 * number, 3)
        counts = (length > 0) & (lengths > np.uint64(number))
        total += np.where(counts, np.uint64(128) >> length, np.uint64(0))
    own = (total == np.uint64(128)) & (_bits(low, 3, 5) < np.uint64(30)) & (_bits(low, 8, 5) < np.uint64(30))
    begins = ((block == 0) & stored) | (block == 1) | ((block == 2) & own)
    return [int(start) for start in np.flatnonzero(begins)]


def _bits(numbers: np.ndarray, at: int, width: int) -> np.ndarray:
    return (numbers >> np.uint64(at)) & np.uint64((1 << width) - 1)


def _inflate(view: memoryview, most: int) -> bytes:
    reader = zlib.decompressobj(-15)
    try:
        return reader.decompress(view, most)
    except zlib.error:
        return b""


def files(folder: Path, *, since: float = 0.0) -> Iterator[tuple[str, bytes]]:
    """Every readable file below a folder that was changed after `since` (seconds since 1970), with what is in it."""
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            try:
                if path.is_file() and not path.is_symlink() and path.stat().st_mtime >= since:
                    yield str(path), path.read_bytes()
            except OSError:
                continue  # gone meanwhile, or not ours to read


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
