"""A database to which somebody without a key has added, or in which they have changed, how it works."""

import sqlite3
from contextlib import closing

import pytest

from bothand.cli import preparation
from bothand.cli.refusal import Refusal

CHANGES = {
    "a trigger that swallows": (
        "CREATE TRIGGER quiet BEFORE INSERT ON vault_document BEGIN SELECT RAISE(IGNORE); END",
        "the trigger quiet",
    ),
    "a view": ("CREATE VIEW seen AS SELECT * FROM accounts_session", "the view seen"),
    "a table": ("CREATE TABLE taken (sealed BLOB)", "the table taken"),
    "an index": ("CREATE UNIQUE INDEX one_shelf ON vault_document (shelf)", "the index one_shelf"),
    "statistics that steer the reading": ("ANALYZE", "the table sqlite_stat1"),
    "an index less": ("DROP INDEX vault_document_shelf", "the index vault_document_shelf is missing"),
    "a column": ("ALTER TABLE vault_document ADD COLUMN at TEXT DEFAULT 'then'", "was changed"),
    "a setting": ("PRAGMA user_version = 7", "the setting user_version is 7"),
    "another setting": ("PRAGMA application_id = 9", "the setting application_id is 9"),
}


@pytest.fixture(params=CHANGES.values(), ids=CHANGES)
def changed(request, home) -> str:
    """A database that was changed, and what is said of it."""
    statement, said = request.param
    home.account(1)
    home.page(9, 1)
    home.write(statement)
    return said


def test_doctor_names_it(changed, home, bothand):
    told = bothand("doctor", "--data", home.folder.path)
    assert told.exit_code == 1
    assert changed in told.output


def test_the_server_does_not_start_with_it(changed, home):
    with pytest.raises(Refusal, match="from outside") as refused:
        preparation.prepare_to_serve(home.folder)
    assert changed in refused.value.message


def test_a_table_that_swallows_what_it_is_given_is_named(home, bothand):
    with closing(sqlite3.connect(home.folder.database)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'sealed BLOB NOT NULL', "
            "'sealed BLOB NOT NULL CHECK (length(sealed) < 9)') WHERE name = 'vault_document'"
        )
        connection.commit()
    assert "the table vault_document was changed" in bothand("doctor", "--data", home.folder.path).output


def test_no_migration_runs_past_a_trigger(home):
    home.write("DELETE FROM django_migrations WHERE app = 'vault'")
    home.write("CREATE TRIGGER quiet AFTER INSERT ON django_migrations BEGIN DELETE FROM accounts_gone; END")
    before = home.read("SELECT * FROM django_migrations")
    with pytest.raises(Refusal, match="the trigger quiet"):
        preparation.prepare_to_serve(home.folder)
    assert home.read("SELECT * FROM django_migrations") == before


def test_what_bothand_made_is_served(home):
    home.session(home.account(1))
    home.page(9, 1)
    preparation.prepare_to_serve(home.folder)
    assert home.read("SELECT count(*) FROM accounts_session") == [(1,)]


ROWS = {
    "an epoch that is text": "UPDATE vault_document SET epoch = 'x'",
    "a revision below one": "UPDATE vault_document SET revision = -1",
    "a space that is text": "UPDATE vault_document SET space = 'sixteen letters '",
    "a revision of the keyring that is text": "UPDATE accounts_account SET keyring_revision = 'two'",
    "a day that is none": "UPDATE accounts_session SET ends_on = 'for ever'",
    "tries below none": "UPDATE accounts_session SET pin_tries = -100",
    "three who hold a key": "UPDATE vault_shared SET holders = 3",
    "an invitation for ever": "INSERT INTO accounts_invitation VALUES (zeroblob(16), x'01', 'never', 0)",
}


@pytest.mark.parametrize("statement", ROWS.values(), ids=ROWS)
def test_doctor_finds_rows_that_bothand_never_writes(statement, home, bothand):
    home.session(home.account(1))
    home.page(9, 1)
    home.write("INSERT INTO vault_shared (id, epoch, holders, waits) VALUES (?, 1, 2, 0)", bytes([9]) * 16)
    home.write(statement)
    told = bothand("doctor", "--data", home.folder.path)
    assert told.exit_code == 1
    assert "a shape that Bothand never writes" in told.output


def test_doctor_finds_a_count_of_keys_that_was_set_back(home, bothand):
    home.page(9, 1)
    home.write("INSERT INTO vault_shared (id, epoch, holders, waits) VALUES (?, 1, 2, 0)", bytes([9]) * 16)
    home.write("UPDATE vault_document SET epoch = 2")
    told = bothand("doctor", "--data", home.folder.path)
    assert told.exit_code == 1
    assert "the count of keys was set back" in told.output


@pytest.mark.parametrize("running", [False, True])
def test_doctor_does_not_say_who_is_here(running, home, bothand):
    from contextlib import nullcontext

    from bothand.cli.folder import sole_use

    home.session(home.account(1), unlocked=True)
    with sole_use(home.folder) if running else nullcontext():
        assert "unlocked" not in bothand("doctor", "--data", home.folder.path).output


FILES = ("sitecustomize.py", "app.js", "templates", "static", "helplines.toml", "bothand.pth", ".env")


def test_doctor_names_what_is_not_of_bothand_in_the_folder(home, bothand):
    for name in FILES:
        (home.folder.path / name).touch(mode=0o600)
    (home.folder.path / "lock").unlink(missing_ok=True)
    (home.folder.path / "lock").symlink_to(home.folder.path / "app.js")
    told = bothand("doctor", "--data", home.folder.path).output
    assert [name for name in FILES if f"{name} is not of Bothand" not in told] == []
    assert "is a link to" in told


def test_doctor_names_nothing_in_a_folder_that_was_served(home, bothand):
    (home.folder.path / "server.key").write_bytes(b"s" * 32)
    assert "not of Bothand" not in bothand("doctor", "--data", home.folder.path).output
