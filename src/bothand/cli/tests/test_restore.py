import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

PAGES = "SELECT space, id, revision FROM vault_document ORDER BY 1, 2"


@pytest.fixture
def backed_up(home, bothand, tmp_path):
    home.account(1)
    home.page(9, 1)
    home.page(9, 2)
    file = tmp_path / "backup.zip"
    assert bothand("backup", file, "--data", home.folder.path).exit_code == 0
    return home, file


def rewritten(file, change):
    """The backup with its manifest changed by `change`."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_it_brings_everything_to_another_machine(backed_up, elsewhere, bothand):
    home, file = backed_up
    assert bothand("restore", file, "--data", elsewhere.folder.path).exit_code == 0
    assert elsewhere.read(PAGES) == home.read(PAGES)
    assert elsewhere.read("SELECT * FROM accounts_account") == home.read("SELECT * FROM accounts_account")
    assert elsewhere.folder.names_secret.read_bytes() == home.folder.names_secret.read_bytes()


def test_it_makes_a_folder_that_is_not_there_yet(backed_up, bothand, tmp_path):
    home, file = backed_up
    assert bothand("restore", file, "--data", tmp_path / "fresh").exit_code == 0
    with closing(sqlite3.connect(tmp_path / "fresh" / "bothand.sqlite3")) as connection:
        assert connection.execute(PAGES).fetchall() == home.read(PAGES)


def test_it_lets_nobody_in_who_was_signed_in_then(backed_up, bothand):
    home, file = backed_up
    home.session(bytes([1]) * 16, unlocked=True)
    bothand("restore", file, "--data", home.folder.path)
    assert home.read("SELECT * FROM accounts_session") == []


@pytest.mark.parametrize("force", [False, True])
def test_it_goes_over_a_newer_page_only_when_forced(backed_up, bothand, force):
    home, file = backed_up
    home.page(9, 1, revision=2)
    said = bothand("restore", file, "--data", home.folder.path, *(["--force"] if force else []))
    assert said.exit_code == (0 if force else 1)
    assert home.read(PAGES)[0][2] == (1 if force else 2)


def test_it_says_how_much_would_be_lost(backed_up, bothand):
    home, file = backed_up
    home.page(9, 3)
    home.page(9, 4)
    home.account(2)
    said = bothand("restore", file, "--data", home.folder.path).output
    assert "2 pages written since would be lost" in said
    assert "1 account would be lost" in said
    assert "--force" in said


def test_it_notices_a_password_changed_since(backed_up, bothand):
    home, file = backed_up
    home.write("UPDATE accounts_account SET by_password = ?", b"another envelope")
    assert bothand("restore", file, "--data", home.folder.path).exit_code == 1


def test_it_notices_a_page_deleted_since(backed_up, bothand):
    home, file = backed_up
    home.write("DELETE FROM vault_document WHERE id = ?", bytes([2]) * 16)
    said = bothand("restore", file, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "1 page not here any more would come back" in said.output


def test_it_notices_a_shared_place_that_changed_since(home, bothand, tmp_path):
    home.account(1)
    home.write("INSERT INTO vault_shared (id, epoch, holders, waits) VALUES (?, 1, 2, 0)", b"s" * 16)
    file = tmp_path / "b.zip"
    bothand("backup", file, "--data", home.folder.path)
    assert bothand("restore", file, "--data", home.folder.path).exit_code == 0
    home.write("UPDATE vault_shared SET holders = 1")
    said = bothand("restore", file, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "1 shared place would go back" in said.output


def test_a_deleted_shared_place_stays_deleted(home, bothand, tmp_path):
    home.account(1)
    home.write("INSERT INTO vault_shared (id, epoch, holders, waits) VALUES (?, 1, 2, 0)", bytes([9]) * 16)
    home.page(9, 1)
    bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    for statement in ("DELETE FROM vault_shared", "DELETE FROM vault_document"):
        home.write(statement)
    home.write("INSERT INTO accounts_gone (id) VALUES (?)", bytes([9]) * 16)
    assert bothand("restore", tmp_path / "b.zip", "--data", home.folder.path).exit_code == 0
    assert home.read("SELECT id FROM vault_shared") == home.read(PAGES) == []


def test_it_goes_over_an_older_one_unasked(backed_up, elsewhere, bothand):
    home, file = backed_up
    bothand("restore", file, "--data", elsewhere.folder.path)
    home.page(9, 1, revision=2)
    home.page(9, 3)
    bothand("backup", file, "--data", home.folder.path)
    assert bothand("restore", file, "--data", elsewhere.folder.path).exit_code == 0
    assert elsewhere.read(PAGES) == home.read(PAGES)


def test_a_deleted_account_stays_deleted(backed_up, bothand):
    home, file = backed_up
    for statement in ("DELETE FROM accounts_account", "DELETE FROM vault_document"):
        home.write(statement)
    for gone in (1, 9):
        home.write("INSERT INTO accounts_gone (id) VALUES (?)", bytes([gone]) * 16)
    assert bothand("restore", file, "--data", home.folder.path, "--force").exit_code == 0
    assert home.read("SELECT id FROM accounts_account") == []
    assert home.read(PAGES) == []
    assert len(home.read("SELECT id FROM accounts_gone")) == 2


def deleted_here(home):
    for statement in ("DELETE FROM accounts_account", "DELETE FROM vault_document"):
        home.write(statement)
    for gone in (1, 9):
        home.write("INSERT INTO accounts_gone (id) VALUES (?)", bytes([gone]) * 16)


def test_in_a_fresh_folder_a_deleted_account_is_there_again_as_the_page_says(backed_up, bothand, tmp_path):
    home, file = backed_up
    deleted_here(home)
    assert bothand("restore", file, "--data", tmp_path / "fresh").exit_code == 0
    with closing(sqlite3.connect(tmp_path / "fresh" / "bothand.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM accounts_account").fetchone() == (1,)
    page = (Path(__file__).parents[4] / "docs" / "backup.md").read_text(encoding="utf-8")
    assert "put a backup from before a deletion into a fresh folder" in page


def test_a_deleted_account_stays_deleted_where_a_damaged_database_still_tells(backed_up, bothand):
    home, file = backed_up
    deleted_here(home)
    home.write("PRAGMA journal_mode = DELETE")
    # Its schema reads, and one of its tables does not.
    with closing(sqlite3.connect(home.folder.database)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'vault_document'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with home.folder.database.open("r+b") as broken:
        broken.seek((page - 1) * size)
        broken.write(b"\xff" * size)
    assert bothand("restore", file, "--data", home.folder.path, "--force").exit_code == 0
    assert home.read("SELECT id FROM accounts_account") == []


def test_it_remembers_the_deleted_of_both(backed_up, elsewhere, bothand):
    home, file = backed_up
    home.write("INSERT INTO accounts_gone (id) VALUES (?)", b"h" * 16)
    elsewhere.write("INSERT INTO accounts_gone (id) VALUES (?)", b"e" * 16)
    bothand("backup", file, "--data", home.folder.path)
    bothand("restore", file, "--data", elsewhere.folder.path)
    assert elsewhere.read("SELECT id FROM accounts_gone ORDER BY id") == [(b"e" * 16,), (b"h" * 16,)]


def test_it_replaces_a_damaged_database_only_when_forced_and_keeps_it_beside(backed_up, bothand):
    home, file = backed_up
    home.folder.database.write_bytes(b"not a database at all" * 1000)
    assert bothand("restore", file, "--data", home.folder.path).exit_code == 1
    assert bothand("restore", file, "--data", home.folder.path, "--force").exit_code == 0
    assert len(home.read(PAGES)) == 2
    aside = home.folder.path / "bothand.sqlite3.damaged"
    assert aside.read_bytes().startswith(b"not a database")


def test_it_works_while_the_old_database_has_a_write_ahead_log(backed_up, bothand):
    home, file = backed_up
    with closing(sqlite3.connect(home.folder.database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("DELETE FROM vault_document")
        connection.commit()
        assert bothand("restore", file, "--data", home.folder.path, "--force").exit_code == 0
    assert len(home.read(PAGES)) == 2


def test_it_refuses_while_bothand_runs(backed_up, bothand):
    from bothand.cli.folder import sole_use

    home, file = backed_up
    with sole_use(home.folder):
        said = bothand("restore", file, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "already runs" in said.output


@pytest.mark.parametrize("length", [0, 10, 5000])
def test_it_refuses_a_backup_cut_short(backed_up, bothand, length):
    home, file = backed_up
    file.write_bytes(file.read_bytes()[:length])
    said = bothand("restore", file, "--data", home.folder.path, "--force")
    assert said.exit_code == 1
    assert "damaged or incomplete" in said.output
    assert len(home.read(PAGES)) == 2


def test_it_refuses_any_other_zip(home, bothand, tmp_path):
    other = tmp_path / "pictures.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("cat.png", b"cat")
    assert "not a backup" in bothand("restore", other, "--data", home.folder.path).output


def test_it_refuses_a_backup_of_a_newer_format(backed_up, bothand):
    home, file = backed_up
    rewritten(file, lambda manifest: manifest.update(format=2, bothand="9.0"))
    said = bothand("restore", file, "--data", home.folder.path, "--force")
    assert said.exit_code == 1
    assert "newer Bothand (9.0)" in said.output


def test_it_refuses_a_backup_of_a_newer_database(home, bothand, tmp_path):
    home.write("INSERT INTO django_migrations (app, name, applied) VALUES ('vault', '9999_later', '')")
    bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    said = bothand("restore", tmp_path / "b.zip", "--data", tmp_path / "fresh")
    assert said.exit_code == 1
    assert "newer Bothand" in said.output


def test_it_refuses_a_list_that_names_other_files(backed_up, bothand):
    home, file = backed_up
    rewritten(file, lambda manifest: manifest["files"].update({"../../evil": manifest["files"]["names.key"]}))
    said = bothand("restore", file, "--data", home.folder.path, "--force")
    assert said.exit_code == 1
    assert "damaged or incomplete" in said.output


def test_one_cut_short_in_the_middle_is_noticed_and_can_be_run_again(backed_up, bothand):
    home, file = backed_up
    home.folder.unfinished.touch()
    said = bothand("serve", "--data", home.folder.path, "--port", 45999)
    assert "cut short" in said.output
    assert bothand("restore", file, "--data", home.folder.path, "--force").exit_code == 0
    assert not home.folder.unfinished.exists()


def test_every_table_is_either_kept_or_left_out_of_backups(home):
    from bothand.cli.archive import LEFT_OUT

    kept = {
        "accounts_account",
        "accounts_gone",
        "accounts_passkey",
        "vault_beat",
        "vault_document",
        "vault_shared",
        "django_migrations",
        "sqlite_sequence",
    }
    tables = {name for (name,) in home.read("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables - set(LEFT_OUT) == kept
