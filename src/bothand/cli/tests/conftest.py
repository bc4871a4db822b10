"""A data folder of this version, made once and copied for each test, and people put into it row by row."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from bothand.cli import main
from bothand.cli.folder import DataFolder
from bothand.vault.envelope import Envelope
from bothand.vault.seal import seal


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "data"
    path.mkdir(mode=0o700)
    subprocess.run(
        [sys.executable, "-m", "bothand.cli.preparation"],
        env={**os.environ, "BOTHAND_DATA": str(path), "BOTHAND_URL": "", "DJANGO_SETTINGS_MODULE": ""}
        | {"DJANGO_SETTINGS_MODULE": "bothand.web.settings"},
        check=True,
        umask=0o077,
    )
    return path


@dataclass(frozen=True)
class Home:
    """A data folder, and rows in and out of it."""

    folder: DataFolder

    def write(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.folder.database)) as connection:
            connection.execute(statement, values)
            connection.commit()

    def read(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.folder.database)) as connection:
            return connection.execute(query).fetchall()

    def account(self, number: int, *, revision: int = 1, memory: int = 64 * 1024) -> bytes:
        """Put an account in (or another revision of it); its id."""
        envelope = msgspec.msgpack.encode(Envelope(memory, 3, 1, bytes(16), b"sealed"))
        self.write(
            "INSERT OR REPLACE INTO accounts_account (id, login, by_password, by_code, keyring, keyring_revision) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            bytes([number]) * 16, bytes([number]) * 32, envelope, envelope, b"keyring", revision,
        )  # fmt: skip
        return bytes([number]) * 16

    def page(self, space: int, number: int, *, revision: int = 1, sealed: bytes | None = None) -> None:
        """Put a sealed page in (or another revision of it)."""
        self.write(
            "INSERT OR REPLACE INTO vault_document (space, id, epoch, revision, shelf, sealed) VALUES (?, ?, 1, ?, ?, ?)",
            bytes([space]) * 16, bytes([number]) * 16, revision, bytes(8),
            sealed or seal(bytes(32), b"context", b"words"),
        )  # fmt: skip

    def session(self, account: bytes, *, unlocked: bool = False) -> None:
        self.write(
            "INSERT INTO accounts_session (key, account, used_on, ends_on, one, two, pin_tries, label, secret_hash) "
            "VALUES (?, ?, '2026-11-01', '2026-12-01', ?, ?, 0, ?, ?)",
            b"k" * 32, account, b"one", b"two" if unlocked else None, b"a browser of somebody", b"h" * 32,
        )  # fmt: skip


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Home:
    shutil.copytree(made, tmp_path / "data")
    return Home(DataFolder(tmp_path / "data"))


@pytest.fixture
def elsewhere(made: Path, tmp_path: Path) -> Home:
    """Another machine's folder, empty of people, with a secret of its own."""
    shutil.copytree(made, tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "names.key").write_bytes(b"e" * 32)
    return Home(DataFolder(tmp_path / "elsewhere"))


@pytest.fixture
def bothand(monkeypatch: pytest.MonkeyPatch):
    """Runs the command as typed, and gives what it said and its exit code."""
    for name in ("BOTHAND_DATA", "BOTHAND_URL", "BOTHAND_OPEN", "BOTHAND_BEHIND_PROXY"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    mask = os.umask(0o077)
    os.umask(mask)

    def run(*words: object) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    yield run
    os.umask(mask)
