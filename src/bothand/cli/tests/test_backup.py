import io
import sqlite3
import stat
import zipfile
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def files_in(backup):
    with zipfile.ZipFile(backup) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def backed_up(home, bothand, tmp_path):
    """A home with a person, two pages and an unlocked session, and its backup."""
    account = home.account(1)
    home.page(9, 1)
    home.page(9, 2)
    home.session(account, unlocked=True)
    file = tmp_path / "backup.zip"
    assert bothand("backup", file, "--data", home.folder.path).exit_code == 0
    return home, file


def test_it_holds_the_database_and_the_secret_of_login_names(backed_up):
    home, file = backed_up
    assert set(files_in(file)) == {"manifest.json", "database.sqlite3", "names.key"}
    assert files_in(file)["names.key"] == home.folder.names_secret.read_bytes()


def test_it_holds_no_trace_of_a_session(backed_up):
    _, file = backed_up
    assert b"a browser of somebody" not in files_in(file)["database.sqlite3"]


def test_it_is_for_its_owner_only(backed_up):
    _, file = backed_up
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_leaves_nothing_else_behind(backed_up):
    home, file = backed_up
    assert sorted(path.name for path in file.parent.iterdir()) == ["backup.zip", "data"]
    assert not list(home.folder.path.glob(".bothand-*"))


def test_it_sees_what_is_still_in_the_write_ahead_log(home, bothand, tmp_path, elsewhere):
    with closing(sqlite3.connect(home.folder.database)) as open_one:
        open_one.execute("PRAGMA journal_mode = WAL")
        home.page(9, 7)
        bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    bothand("restore", tmp_path / "b.zip", "--data", elsewhere.folder.path)
    assert elsewhere.read("SELECT id FROM vault_document") == [(bytes([7]) * 16,)]


def test_it_replaces_an_older_backup(backed_up, bothand):
    home, file = backed_up
    home.page(9, 3)
    assert bothand("backup", file, "--data", home.folder.path).exit_code == 0


def test_it_never_writes_over_a_file_that_is_no_backup(home, bothand, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear")
    said = bothand("backup", letter, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "is no backup" in said.output
    assert letter.read_text() == "dear"


def test_it_keeps_the_old_backup_when_the_database_is_damaged(backed_up, bothand):
    home, file = backed_up
    before = file.read_bytes()
    database = home.folder.database
    database.write_bytes(database.read_bytes()[:8192] + bytes(8192) + database.read_bytes()[16384:])
    said = bothand("backup", file, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "damaged" in said.output
    assert file.read_bytes() == before


def test_it_says_so_when_there_is_nowhere_to_write(home, bothand):
    said = bothand("backup", "/proc/backup.zip", "--data", home.folder.path)
    assert said.exit_code == 1
    assert "could not be written" in said.output


def test_it_refuses_without_the_secret_of_login_names(home, bothand, tmp_path):
    home.folder.names_secret.unlink()
    said = bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    assert said.exit_code == 1
    assert "missing" in said.output


@settings(max_examples=15, deadline=None)
@given(place=st.floats(0, 1), bit=st.integers(0, 7))
def test_a_flipped_bit_is_found_before_anything_changes(tmp_path_factory, made, place, bit):
    import datetime as dt

    from bothand.cli import archive
    from bothand.cli.folder import DataFolder
    from bothand.cli.refusal import Refusal

    folder = tmp_path_factory.mktemp("flip")
    file = folder / "b.zip"
    archive.write_archive(DataFolder(made), file, today=dt.date(2026, 11, 24))
    raw = bytearray(file.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as whole:
        # Inside what the list vouches for; a zip has bytes of its own that carry no meaning.
        info = whole.getinfo("database.sqlite3")
        start = info.header_offset + 30 + len("database.sqlite3")
        raw[start + int(place * (info.file_size - 1))] ^= 1 << bit
    file.write_bytes(raw)
    with pytest.raises(Refusal, match="damaged or incomplete"), archive.unpack_archive(file, folder):
        pass
