"""The search of the canary: it finds a word in every dress and wherever it lies, and never holds much at a time."""

import base64
import gzip
import os
import random
import sqlite3
import tempfile
import tracemalloc
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from tests import temporary, traces
from tests.settings import CONFIG
from tests.traces import Held, Traces, cells, files, inflated, one_file, pieces, watch_writing

WORD = "qwymbolkhuvazetrupin"
SHORT = "pin"
DRESSES = {
    "utf-8": lambda word: word.encode(),
    "utf-16-le": lambda word: word.encode("utf-16-le"),
    "utf-16-be": lambda word: word.encode("utf-16-be"),
    "hex": lambda word: word.encode().hex().encode(),
    "HEX": lambda word: word.encode().hex().upper().encode(),
    "hex of utf-16": lambda word: word.encode("utf-16-le").hex().encode(),
    "base64": lambda word: base64.b64encode(word.encode()),
    "base64 one on": lambda word: base64.b64encode(b"x" + word.encode() + b"yz"),
    "base64 two on": lambda word: base64.b64encode(b"xy" + word.encode() + b"z"),
    "urlsafe base64 of utf-16": lambda word: base64.urlsafe_b64encode(b"\xff\xfe" + word.encode("utf-16-be") + b"\xfb\xff"),
    "zlib": lambda word: zlib.compress(word.encode() * 3),
    "base64 in zlib": lambda word: zlib.compress(b"before " * 40 + base64.b64encode(word.encode()) + b" after" * 9, 9),
    "gzip": lambda word: gzip.compress(b"some words first, " + word.encode()),
    "bare deflate": lambda word: zlib.compress(b"raw " * 9 + word.encode(), 6, -15),
}  # fmt: skip
every_dress = pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)


@pytest.fixture
def small_pieces(monkeypatch):
    """Pieces so small that a test can put a word across each border."""
    monkeypatch.setattr(traces, "PIECE", 256)


@pytest.fixture(scope="module")
def search():
    """Looks for one word."""
    return Traces({WORD: "planted"})


def noise(count: int, seed: int = 7) -> bytes:
    """Bytes by chance, the same each time."""
    return random.Random(seed).randbytes(count)


class Read:
    """Bytes of any length, none of which lie in memory before they are read. The word stands once, far behind."""

    def __init__(self, size: int, word_at: int) -> None:
        self.size, self.word_at, self.most = size, word_at, 0
        self.block = noise(1 << 16)

    def read(self, start: int, count: int) -> bytes:
        count = max(0, min(count, self.size - start))
        self.most = max(self.most, count)
        skipped = start % len(self.block)
        content = bytearray((self.block * (count // len(self.block) + 2))[skipped : skipped + count])
        for number, letter in enumerate(WORD.encode()):
            if start <= self.word_at + number < start + count:
                content[self.word_at + number - start] = letter
        return bytes(content)


@every_dress
def test_it_finds_a_planted_word(dress, search):
    planted = bytes(range(199)) + dress(WORD) + bytes(range(255, 100, -1))
    assert search.inside(planted) == {"planted"}
    assert search.inside(planted[:199]) == set()


@every_dress
def test_it_finds_a_word_across_every_border_of_two_pieces(dress, search, small_pieces):
    dressed, before = dress(WORD), noise(2 * traces.PIECE)
    lost = [
        start
        for start in range(traces.PIECE - len(dressed) - 2, traces.PIECE + 3)
        if search.inside(before[:start] + dressed + noise(300, seed=9)) != {"planted"}
    ]
    assert lost == []


def test_it_finds_a_short_word_across_a_border(small_pieces):
    search = Traces({SHORT: "short", WORD: "planted"})
    for start in range(traces.PIECE - 4, traces.PIECE + 2):
        assert search.plainly(bytes(start) + SHORT.encode() + bytes(400)) == {"short"}, start


def test_it_finds_a_word_at_the_very_beginning_and_end(search, small_pieces):
    for size in (0, 1, 235, 236, 237, 256, 492, 493, 513):
        assert search.plainly(WORD.encode() + bytes(size)) == {"planted"}, size
        assert search.plainly(bytes(size) + WORD.encode()) == {"planted"}, size


def test_it_finds_nothing_in_nothing(search):
    assert search.inside(b"") == set()
    assert Traces({}).inside(b"anything") == set()


@pytest.mark.parametrize("level", [0, 1, 9])
def test_it_finds_a_word_deep_in_a_long_stream(level, search, small_pieces):
    for size in (3000, 3001, 9990):
        stream = zlib.compress(base64.b64encode(noise(size)) + WORD.encode() + noise(900, seed=8), level)
        assert search.inside(noise(251) + stream) == {"planted"}, size


def test_it_finds_a_word_before_the_place_where_a_stream_breaks(search):
    stream = zlib.compress(b"words and words. " * 90 + WORD.encode() + base64.b64encode(noise(9000)), 9)
    assert search.inside(stream[:6000] + bytes([255]) * 90) == {"planted"}


def test_a_stream_that_never_ends_is_left_at_a_limit(search, monkeypatch):
    monkeypatch.setattr(traces, "MOST_INFLATED", 1 << 20)
    bomb = zlib.compress(bytes(1 << 25) + WORD.encode(), 9)
    told = sum(len(part) for part in inflated(bomb, 0))
    assert told < 1 << 22


def test_pieces_show_all_there_is_once_and_what_they_share_twice(small_pieces):
    for size in (0, 1, 255, 256, 257, 288, 289, 511, 512, 513, 545):
        content = noise(size)
        parts = list(pieces(Held(content), 33))
        assert b"".join(part.content[: part.own] for part in parts) == content
        assert all(
            content[part.start : part.start + part.own + 33].startswith(part.content) for part in parts
        )


def test_streams_begin_at_the_same_places_however_the_pieces_lie(monkeypatch):
    content = noise(5000) + zlib.compress(noise(700)) + bytes(900) + gzip.compress(b"abc" * 99) + noise(50)
    whole = b"".join(inflated(content))
    monkeypatch.setattr(traces, "PIECE", 97)
    assert b"".join(inflated(content)) == whole


def test_it_takes_the_same_memory_for_much_as_for_little(search):
    """Four times as much as an array of a search would hold of a piece, and no more is read at a time than a piece."""
    peaks = []
    for size in (1 << 20, 1 << 24):
        source = Read(size, word_at=size - 1000)
        tracemalloc.start()
        assert search.plainly(source) == {"planted"}
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert source.most <= traces.PIECE + 200
    assert peaks[1] < peaks[0] * 1.5
    assert peaks[1] < 40 * traces.PIECE


def test_inflating_takes_little_memory_however_many_streams_there_are(search):
    stream = zlib.compress(bytes(1 << 20), 9)
    content = (stream + noise(200)) * 40
    tracemalloc.start()
    assert search.inside(content) == set()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 * traces.PIECE


def test_it_reads_every_file_below_a_folder(tmp_path, search):
    deep = tmp_path / "deep" / "er"
    deep.mkdir(parents=True)
    (deep / "log").write_bytes(noise(600_000) + WORD.encode())
    (tmp_path / "empty").touch()
    (tmp_path / "link").symlink_to(deep / "log")
    assert [path for path, content in files(tmp_path) if search.inside(content)] == [str(deep / "log")]


def test_it_reads_only_files_that_are_new_where_it_is_asked_to(tmp_path):
    for name, when in {"old": 1_000, "new": 3_000}.items():
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (when, when))
    assert [Path(path).name for path, _ in files(tmp_path, since=2_000)] == ["new"]


def test_a_file_that_grows_or_shrinks_meanwhile_is_read_as_far_as_it_goes(tmp_path):
    path = tmp_path / "log"
    path.write_bytes(b"a" * 100)
    for _, content in one_file(path):
        with path.open("ab") as more:
            more.write(b"b" * 100)
        assert content.read(0, 1000) == b"a" * 100
        os.truncate(path, 50)
        assert content.read(0, 1000) == b"a" * 50
    assert list(one_file(tmp_path / "nowhere")) == []


def test_it_reads_every_cell(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO accounts_gone VALUES (%s)", [WORD.encode()[:16] + b"pin"])
    assert "accounts_gone.id" in {name for name, value in cells() if WORD.encode()[:16] in value}


def test_it_is_told_of_every_file_that_is_written_anywhere(tmp_path):
    (tmp_path / "read").write_bytes(b"x")
    with watch_writing() as written:
        (tmp_path / "read").read_bytes()
        (tmp_path / "plain").write_text("x")
        os.close(os.open(tmp_path / "low", os.O_CREAT | os.O_WRONLY))
        with closing(sqlite3.connect(tmp_path / "db.sqlite3")):
            pass
    (tmp_path / "later").write_text("x")
    assert {Path(path).name for path in written} == {"plain", "low", "db.sqlite3"}


def test_the_suite_has_a_temporary_folder_of_its_own():
    assert Path(tempfile.gettempdir()) == temporary.FOLDER == Path(os.environ["TMPDIR"])
    assert CONFIG.data.parent == temporary.FOLDER.resolve()
    assert temporary.FOLDER.stat().st_mode & 0o077 == 0
