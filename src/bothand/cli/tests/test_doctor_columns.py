"""`doctor` sees what can be seen without a key: each clear column, and the kind of each sealed one, of every table.

What it cannot see: other bytes of the right length in what is sealed, whole rows put back or left out. Those are refused
by whoever opens them (tests/test_hostile.py), or said to be beyond it (docs/sealing.md).
"""

import sqlite3
from contextlib import closing

import pytest

from bothand.cli import doctor_rows

KEYS = {"vault_beat.id"}
"""The database refuses these itself."""
ODD = {"text": "'x'", "a number": "-7", "a fraction": "0.5"}


def columns(path) -> list[tuple[str, str, str]]:
    """Every column of a table that people fill, with the kind it is said to have."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if row[0].split("_")[0] in {"accounts", "vault"}
        ]
        return [
            (table, row[1], row[2])
            for table in sorted(tables)
            for row in connection.execute(f"PRAGMA table_info({table})")
        ]


@pytest.fixture
def filled(home):
    """One row in every table."""
    home.session(home.account(1))
    home.page(9, 1)
    home.write("INSERT INTO vault_shared (id, epoch, holders, waits) VALUES (?, 1, 2, 0)", bytes([9]) * 16)
    home.write("INSERT INTO accounts_gone VALUES (?)", bytes([8]) * 16)
    home.write("INSERT INTO accounts_passkey VALUES (?, ?, ?)", bytes(16), bytes([1]) * 16, b"sealed")
    home.write("INSERT INTO accounts_invitation VALUES (zeroblob(16), x'01', '2026-12-01', 0)")
    home.write("INSERT OR REPLACE INTO vault_beat VALUES (1, zeroblob(16))")
    return home


def complaints(path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        found = doctor_rows.examine_shapes(connection), doctor_rows.examine_keys(connection)
    return [each.sentence for each in found if each.weight.value == "WRONG"]


def test_it_finds_rows_as_bothand_writes_them_fine(filled):
    assert complaints(filled.folder.database) == []


def test_every_table_of_people_has_a_row_here(filled):
    tables = {table for table, _, _ in columns(filled.folder.database)}
    assert [table for table in sorted(tables) if not filled.read(f"SELECT 1 FROM {table}")] == []


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_it_names_what_no_column_ever_holds(odd, filled):
    unseen = []
    whole = filled.folder.database.read_bytes()
    for table, column, _kind in columns(filled.folder.database):
        filled.folder.database.write_bytes(whole)
        try:
            filled.write(f"UPDATE {table} SET {column} = {odd}")
        except sqlite3.IntegrityError:
            continue  # the database refuses it itself
        if not complaints(filled.folder.database):
            unseen.append(f"{table}.{column}")
    assert unseen == []
