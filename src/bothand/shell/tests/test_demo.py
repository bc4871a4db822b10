"""A demo's database says so itself. That every page does then is tried where the command is."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.shell.demo import is_demo, is_whole, mark_demo


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "some.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE words (text)")
        connection.commit()
    return path


def test_a_database_is_no_demo_until_it_is_marked(database):
    assert not is_demo(database)
    mark_demo(database, whole=False)
    assert is_demo(database)
    assert not is_whole(database)
    mark_demo(database, whole=True)
    assert is_whole(database)


def test_the_mark_goes_along_with_a_copy_and_what_is_put_in_place_has_none(database, tmp_path):
    mark_demo(database, whole=True)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", [str(tmp_path / "copy.sqlite3")])
    assert is_whole(tmp_path / "copy.sqlite3")


def test_it_is_seen_at_once_also_with_a_write_ahead_log(database):
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    mark_demo(database, whole=True)
    assert is_whole(database)


@given(st.binary(max_size=120))
def test_a_file_of_another_kind_is_no_demo(tmp_path_factory, bytes_there):
    path = tmp_path_factory.mktemp("other") / "file"
    path.write_bytes(bytes_there)
    assert not is_demo(path)
    assert not is_demo(path.with_name("missing"))
